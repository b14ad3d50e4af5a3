"""The colours' part of `/api/v1`: how the paints of a room will read in its light."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast, get_args

from apiflask import APIBlueprint
from flask import Response, jsonify, request

from configurator.colours.lighting import Light, Sky
from configurator.colours.service import in_room
from configurator.colours.told import told
from configurator.decks.service import deck_of
from configurator.errors import Refused
from configurator.exports.kept import Kept
from configurator.projects import service
from configurator.projects.api import opened
from configurator.web import reading
from rooms.plan import Plan
from samples.deck import Deck

blueprint = APIBlueprint("colours_api", __name__, url_prefix="/api/v1/projects")

LEAST_K, MOST_K = 2700, 6500
TOLD: Kept[Mapping[str, Any]] = Kept(most=128)


@blueprint.get("/<project_id>/variants/<variant_id>/rooms/<int:room>/colours")
@blueprint.doc(
    summary="How the paints of a room will read there",
    description="Of a room by its number among those found: each painted surface on its card and in the room's light,"
    " a prediction. `sky` is overcast, clear or evening; `lamp_k` the lamps' colour temperature, 2700 to 6500.",
)
def colours(project_id: str, variant_id: str, room: int) -> Response:
    light = _light(request.args)
    with reading() as session:
        access = opened(session, project_id)
        plan = service.head_plan(service.variant_of(session, access.project, variant_id))
        seq, deck = access.project.head_seq, deck_of(session, access.project.tenant_id)
    return jsonify(seq=seq, room=room, **_told(plan, room, light, deck))


def _told(plan: Plan, room: int, light: Light, deck: Deck) -> Mapping[str, Any]:
    key = json.dumps(plan.document, sort_keys=True), room, light, deck.key
    return TOLD.get(key, lambda: told(in_room(plan, room, light, deck)))


def _light(args: Mapping[str, str]) -> Light:
    sky, kelvin = args.get("sky", "overcast"), args.get("lamp_k", str(LEAST_K))
    if sky not in get_args(Sky):
        raise Refused("not_a_choice", path="sky")
    if not kelvin.isdecimal() or len(kelvin) > 4 or not LEAST_K <= int(kelvin) <= MOST_K:
        raise Refused("not_a_lamp", path="lamp_k", least=LEAST_K, most=MOST_K)
    return Light(cast(Sky, sky), int(kelvin))
