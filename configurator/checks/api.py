"""The checks' part of `/api/v1`: a project's findings."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, request

from configurator.checks import service
from configurator.projects import service as projects
from configurator.projects.api import opened
from configurator.web import reading
from rooms.checks import Pack

blueprint = APIBlueprint("checks_api", __name__, url_prefix="/api/v1/projects")


@blueprint.get("/<project_id>/findings")
@blueprint.doc(
    summary="What the checks say of a plan",
    description="Of `variant`, by default the first, as it stands at `seq`."
    " `profile=accessible` adds the packs for a wheelchair and weak eyes,"
    " `fixes=no` leaves out the ways out, which take the most time.",
)
def findings(project_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        wanted = request.args.get("variant")
        variant = (
            projects.variant_of(session, access.project, wanted) if wanted else projects.first_variant(access.project)
        )
        packs = service.packs_of(access.project.store, accessible=request.args.get("profile") == "accessible")
        found = service.findings(session, variant, packs, with_fixes=request.args.get("fixes") != "no")
        return jsonify(
            seq=access.project.head_seq,
            variant=variant.id,
            packs=[_told(pack) for pack in packs],
            findings=[finding.as_data() for finding in found],
        )


def _told(pack: Pack) -> dict[str, Any]:
    return {"name": pack.name, "title": dict(pack.title), "about": dict(pack.about), "rooms": pack.rooms}
