"""The schemes' part of `/api/v1`: proposed for a room, drawn as it, kept with the project."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from apiflask import APIBlueprint
from flask import Response, jsonify, make_response, request

from configurator.accounts import limits
from configurator.decks.service import deck_of
from configurator.errors import Refused
from configurator.i18n import moment
from configurator.projects import service as projects
from configurator.projects.api import opened
from configurator.projects.grants import Access
from configurator.schemes import pictures, service
from configurator.schemes.fills import read_fills, value_of, written
from configurator.schemes.models import ColourScheme
from configurator.schemes.room import SchemeRoom, Side
from configurator.schemes.service import Wanted
from configurator.schemes.told import capital, told
from configurator.web import begin, client_key, reading
from rooms.outline import find_rooms
from samples.colour.cie import hex_to_lab
from samples.colour.gamut import lab_to_hex
from samples.deck import Deck
from samples.fault import Fault
from samples.nearest import nearest
from samples.schemes.ideas import MOODS, FromMood, FromPaint, FromPicture, Idea
from samples.schemes.picture import dominant
from samples.schemes.proposing import propose
from samples.schemes.scheme import SLOTS, Fills

blueprint = APIBlueprint("schemes_api", __name__, url_prefix="/api/v1/projects/<project_id>")

MOST_SEED = 2**31
MOST_COLOURS = 12


@blueprint.post("/variants/<variant_id>/rooms/<int:room>/schemes")
@blueprint.doc(
    summary="Propose schemes for a room",
    description="`from`: `{paint}`, `{mood}` or `{picture: [#rrggbb, …]}`; none: what is told in `kept` is looked at."
    " `kept` has by slot what stays, the floor where nothing is told; `second` the wall of another colour; `seed` a"
    " number for other ones.",
)
def propose_schemes(project_id: str, variant_id: str, room: int) -> Response:
    with reading() as session:
        access = opened(session, project_id, right="editor")
        plan = projects.head_plan(projects.variant_of(session, access.project, variant_id))
        deck = deck_of(session, access.project.tenant_id)
    data, seen = _json(), SchemeRoom.of(plan, room)
    second = seen.second_side(_side(data.get("second")))
    now = seen.now(deck)
    told_kept = read_fills(data.get("kept", {"floor": value_of(now["floor"])} if "floor" in now else {}), deck, "kept")
    kept = {slot: fill for slot, fill in told_kept.items() if slot in seen.slots}
    idea = _idea(data.get("from"), deck)
    found = propose(deck, idea, seed=_seed(data), kept=kept, slots=seen.slots) if idea else ()
    url = f"/api/v1/projects/{project_id}/variants/{variant_id}/rooms/{room}/schemes/picture.webp"
    asked = [(scheme.name, scheme.fills) for scheme in found] if idea else [(None, kept)]
    return jsonify(
        slots=seen.slots,
        second=second,
        walls=[{"letter": side.letter, "wall": side.wall, "side": side.side} for side in seen.sides],
        now=written(now),
        kept=written(kept),
        floor_is_tiled=seen.is_floor_tiled,
        upholstery=[item.id for item in seen.upholstery],
        schemes=[
            {"idea": name and capital(name), "picture": _picture_url(url, fills, second), **told(seen, fills, second)}
            for name, fills in asked
        ],
    )


@blueprint.get("/variants/<variant_id>/rooms/<int:room>/schemes/picture.webp")
@blueprint.doc(summary="A room in a scheme's colours", description="By slot a code or #rrggbb; `on=wall,side`.")
def scheme_picture(project_id: str, variant_id: str, room: int) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        plan = projects.head_plan(projects.variant_of(session, access.project, variant_id))
        deck = deck_of(session, access.project.tenant_id)
    seen = SchemeRoom.of(plan, room)
    fills = read_fills({slot: request.args[slot] for slot in SLOTS if slot in request.args}, deck, "")
    second = seen.second_side(_side(request.args.get("on", "").split(",")))
    return picture_answer(pictures.picture(seen, fills, second, deck))


@blueprint.post("/schemes/colours")
@blueprint.doc(
    summary="The colours of a picture", description="Multipart `file`; the picture is looked at and not kept."
)
def picture_colours(project_id: str) -> Response:
    with begin() as session:
        deck = deck_of(session, opened(session, project_id, right="editor").project.tenant_id)
        limits.spend(session, limits.UPLOAD, client_key())
    file = request.files.get("file")
    if file is None or not (data := file.read()):
        raise Refused("no_file", path="file")
    try:
        found = dominant(data)
    except Fault as fault:
        raise Refused("no_picture_read", path="file") from fault
    return jsonify(colours=[_colour(deck, one.lab, one.share) for one in found])


@blueprint.get("/schemes")
@blueprint.doc(summary="A project's schemes", description="Who may change it is told the votes as well.")
def kept_schemes(project_id: str) -> Response:
    with reading() as session:
        access = opened(session, project_id)
        deck = deck_of(session, access.project.tenant_id)
        return jsonify(schemes=all_told(access, service.all_of(session, access.project), deck))


@blueprint.post("/schemes")
@blueprint.doc(summary="Keep a scheme", description="`variant`, `room` by its number, `name`, `slots`, `second`.")
def keep_scheme(project_id: str) -> Response:
    with begin() as session:
        access, data = opened(session, project_id, right="editor"), _json()
        deck = deck_of(session, access.project.tenant_id)
        room, variant = data.get("room"), data.get("variant")
        if type(room) is not int:
            raise Refused("not_a_whole_number", path="room")
        scheme = service.keep(session, access, str(variant), room, _wanted(data, deck))
        return jsonify(all_told(access, [scheme], deck)[0])


@blueprint.put("/schemes/<scheme_id>")
@blueprint.doc(summary="Change a kept scheme", description="As kept, with the `version` that was changed.")
def change_scheme(project_id: str, scheme_id: str) -> Response:
    with begin() as session:
        access, data = opened(session, project_id, right="editor"), _json()
        scheme = service.find(session, access.project, scheme_id)
        version, deck = data.get("version"), deck_of(session, access.project.tenant_id)
        if type(version) is not int:
            raise Refused("not_a_whole_number", path="version")
        service.change(session, access, scheme, _wanted(data, deck), version=version)
        return jsonify(all_told(access, [scheme], deck)[0])


@blueprint.delete("/schemes/<scheme_id>")
@blueprint.doc(summary="Remove a kept scheme", description="Safe to repeat.")
def remove_scheme(project_id: str, scheme_id: str) -> Response:
    with begin() as session:
        service.remove(session, opened(session, project_id, right="editor"), scheme_id)
    return make_response("", 204)


@blueprint.post("/schemes/<scheme_id>/chosen")
@blueprint.doc(summary="Choose a kept scheme", description="And no other of its room.")
def choose_scheme(project_id: str, scheme_id: str) -> Response:
    with begin() as session:
        access = opened(session, project_id, right="editor")
        service.choose(session, access, service.find(session, access.project, scheme_id))
    return make_response("", 204)


def picture_answer(data: bytes) -> Response:
    """What it shows follows from its address, but for the plan: it is asked for again after a while."""
    response = Response(data, mimetype="image/webp")
    response.headers["Cache-Control"] = "private, no-cache"
    response.add_etag()
    return response.make_conditional(request)  # type: ignore[return-value] # it is the same response


def all_told(access: Access, schemes: Sequence[ColourScheme], deck: Deck) -> list[dict[str, Any]]:
    """As the studio shows them, each with its picture's address; a lost room has none."""
    shows_votes = access.may("editor")
    return [_kept(scheme, deck, shows_votes=shows_votes) for scheme in schemes]


def _kept(scheme: ColourScheme, deck: Deck, *, shows_votes: bool) -> dict[str, Any]:
    plan = projects.head_plan(scheme.variant)
    place = service.room_of(scheme, plan, find_rooms(plan))
    fills = service.fills_of(scheme, deck)
    held: dict[str, Any] = {
        "id": scheme.id,
        "name": scheme.name,
        "variant": scheme.variant_id,
        "room": place,
        "version": scheme.version,
        "locked": json.loads(scheme.locked),
        "chosen": scheme.is_chosen,
        "picture": None,
        "votes": [_vote(vote) for vote in scheme.votes] if shows_votes else None,
    }
    if place is None:
        return held
    seen = SchemeRoom.of(plan, place)
    second = service.second_of(scheme, seen)
    url = f"/api/v1/projects/{scheme.project_id}/variants/{scheme.variant_id}/rooms/{place}/schemes/picture.webp"
    return held | {"second": second, "picture": _picture_url(url, fills, second), **told(seen, fills, second)}


def _vote(vote: Any) -> dict[str, str]:
    return {"name": vote.name, "word": vote.word, "at": moment(vote.at)}


def _picture_url(url: str, fills: Fills, second: Side | None) -> str:
    return f"{url}?{urlencode({**written(fills), **({'on': ','.join(second)} if second else {})})}"


def _colour(deck: Deck, lab: tuple[float, float, float], share: float) -> dict[str, Any]:
    near = nearest(deck, lab, 1)[0]
    return {"hex": lab_to_hex(lab), "percent": round(100 * share), "paint": near.paint.code}


def _wanted(data: Mapping[str, Any], deck: Deck) -> Wanted:
    name, locked = data.get("name"), data.get("locked", [])
    if not isinstance(name, str):
        raise Refused("missing", path="name")
    if not isinstance(locked, list) or not set(map(str, locked)) <= set(SLOTS):
        raise Refused("not_a_choice", path="locked")
    fills = read_fills(data.get("slots"), deck, "slots")
    if "wall" not in fills:
        raise Refused("missing", path="slots/wall")
    return Wanted(name, fills, _side(data.get("second")), locked)


def _idea(told: object, deck: Deck) -> Idea | None:
    if told is None:
        return None
    if not isinstance(told, Mapping) or len(told) != 1:
        raise Refused("not_a_choice", path="from")
    (kind, value), *_ = told.items()
    if kind == "mood" and value in MOODS:
        return FromMood(value)
    if kind == "paint" and isinstance(value, str) and (paint := deck.get(value)):
        return FromPaint(paint)
    if kind == "picture" and isinstance(value, list) and 0 < len(value) <= MOST_COLOURS:
        return FromPicture(tuple(_lab(one) for one in value))
    raise Refused("not_a_choice", path="from")


def _lab(colour: object) -> tuple[float, float, float]:
    try:
        lightness, a, b = hex_to_lab(str(colour)).tolist()
    except Fault as fault:
        raise Refused("not_a_choice", path="from/picture") from fault
    return lightness, a, b


def _side(told: object) -> Side | None:
    if isinstance(told, list) and len(told) == 2 and all(isinstance(one, str) for one in told):
        return told[0], told[1]
    return None


def _seed(data: Mapping[str, Any]) -> int:
    seed = data.get("seed", 0)
    if type(seed) is not int or not 0 <= seed < MOST_SEED:
        raise Refused("not_a_whole_number", path="seed")
    return seed


def _json() -> Mapping[str, Any]:
    data = request.get_json(silent=True)
    if not isinstance(data, dict):
        raise Refused("not_json")
    return data
