"""Proposing, from the studio."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify, request

from configurator.desk import service as desk
from configurator.errors import Forbidden
from configurator.i18n import language
from configurator.projects import grants
from configurator.projects.api import opened
from configurator.proposals import letters, service
from configurator.web import begin, reading, settings

blueprint = APIBlueprint("proposals_api", __name__, url_prefix="/api/v1/projects")


@blueprint.get("/<project_id>/proposals/next")
@blueprint.doc(summary="What a proposal sent now would say", description="Staff only: each change with its number.")
def as_it_stands(project_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        return jsonify(changes=service.as_it_stands(session, access))


@blueprint.post("/<project_id>/proposals")
@blueprint.doc(
    summary="Propose the designer's variant",
    description="Staff only. The link's token is told once; `mailed` says whether the customer was written to.",
)
def propose(project_id: str) -> Response:
    data = request.get_json(silent=True)
    note = data.get("note") if isinstance(data, dict) else None
    with begin() as session:
        access = opened(session, project_id, right="editor")
        if access.right != "staff":
            raise Forbidden("staff_only")
        proposal = service.propose(session, access, note=note if isinstance(note, str) else "")
        desk.answered_by_proposal(session, access.project, access.visitor)
        path = f"/s/{access.project.store.slug}/p/{access.project.code}/proposal/{proposal.id}"
        token = grants.make_link(session, access, "editor")
        mail = letters.proposed(session, settings(), proposal, f"{settings().base_url}{path}#{token}")
        return jsonify(
            id=proposal.id,
            n=proposal.n,
            items=[item.text(language()) for item in proposal.items],
            counts=service.counts(proposal),
            path=path,
            token=token,
            mailed=mail is not None,
        )
