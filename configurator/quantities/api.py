"""The quantities' part of `/api/v1`: what a variant takes as it stands, counted once for each state of its plan."""

from __future__ import annotations

import json

from apiflask import APIBlueprint
from flask import Response, jsonify

from configurator.exports.kept import Kept
from configurator.projects import service
from configurator.projects.api import opened
from configurator.quantities.told import Told, quantities_told
from configurator.web import reading
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.surfaces import find_surfaces

blueprint = APIBlueprint("quantities_api", __name__, url_prefix="/api/v1/projects")

COUNTED: Kept[Told] = Kept(most=64)


@blueprint.get("/<project_id>/variants/<variant_id>/quantities")
@blueprint.doc(
    summary="What a variant takes",
    description="Tiles, adhesive, grout, trims, skirting and worktops; `seq` is the last edit of the project in it.",
)
def quantities(project_id: str, variant_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        plan = service.head_plan(service.variant_of(session, access.project, variant_id))
        seq = access.project.head_seq
    return jsonify({"seq": seq} | _counted(plan))


def _counted(plan: Plan) -> Told:
    def count() -> Told:
        found = find_rooms(plan)
        return quantities_told(plan, found, find_surfaces(plan, found))

    return COUNTED.get(json.dumps(plan.document, sort_keys=True), count)
