"""The schemes' part of `/api/v1`: proposed for a room, drawn as it, kept with the project."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from apiflask import APIBlueprint
from flask import Response, jsonify, make_response, request

from configurator.accounts import limits
from configurator.accounts.limits import Limit
from configurator.decks.service import deck_of
from configurator.errors import Refused
from configurator.i18n import language, moment
from configurator.projects import service as projects
from configurator.projects.api import opened
from configurator.projects.grants import Access
from configurator.schemes import on_photo, pictures, service
from configurator.schemes.fills import read_fills, value_of, written
from configurator.schemes.models import ColourScheme
from configurator.schemes.reading import read_idea, read_json, read_seed, read_side, read_wanted
from configurator.schemes.room import SchemeRoom, Side
from configurator.schemes.told import capital, name_said, told
from configurator.uploads.kinds import PICTURE
from configurator.uploads.service import sent
from configurator.web import begin, client_key, reading
from samples.colour.gamut import lab_to_hex
from samples.deck import Deck
from samples.fault import Fault
from samples.nearest import nearest
from samples.schemes.picture import Dominant, dominant
from samples.schemes.proposing import propose
from samples.schemes.scheme import SLOTS, Fills

blueprint = APIBlueprint("schemes_api", __name__, url_prefix="/api/v1/projects/<project_id>")

PROPOSE = Limit("schemes", most=300, seconds=3600)
LOOK = Limit("scheme_picture", most=900, seconds=3600)


@blueprint.post("/variants/<variant_id>/rooms/<int:room>/schemes")
@blueprint.doc(
    summary="Propose schemes for a room",
    description="`from`: `{paint}`, `{mood}` or `{picture: [#rrggbb, …]}`; none: what is told in `kept` is looked at."
    " `kept` has by slot what stays, the floor where nothing is told; `second` the wall of another colour; `seed` a"
    " number for other ones.",
)
def propose_schemes(project_id: str, variant_id: str, room: int) -> Response:
    with begin() as session:
        access = opened(session, project_id, right="editor")
        limits.spend(session, PROPOSE, access.visitor.actor_id)
        plan = projects.head_plan(projects.variant_of(session, access.project, variant_id))
        deck = deck_of(session, access.project.tenant_id)
    data, seen = read_json(), SchemeRoom.of(plan, room)
    second = seen.second_side(read_side(data.get("second")))
    now = seen.now(deck)
    told_kept = read_fills(data.get("kept", {"floor": value_of(now["floor"])} if "floor" in now else {}), deck, "kept")
    kept = {slot: fill for slot, fill in told_kept.items() if slot in seen.slots}
    idea = read_idea(data.get("from"), deck)
    url = f"/api/v1/projects/{project_id}/variants/{variant_id}/rooms/{room}/schemes/picture.webp"
    areas, seed = seen.areas_mm2(second), read_seed(data)
    found = propose(deck, idea, seed=seed, kept=kept, slots=seen.slots, areas_mm2=areas) if idea else ()
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
            {
                "idea": name and capital(name),
                "picture": _picture_url(url, fills, second),
                **told(fills, areas),
            }
            for name, fills in asked
        ],
    )


@blueprint.get("/variants/<variant_id>/rooms/<int:room>/schemes/picture.webp")
@blueprint.doc(summary="A room in a scheme's colours", description="By slot a code or #rrggbb; `on=wall,side`.")
def scheme_picture(project_id: str, variant_id: str, room: int) -> Response:
    with begin() as session:
        access = opened(session, project_id)
        limits.spend(session, LOOK, access.visitor.actor_id)
        plan = projects.head_plan(projects.variant_of(session, access.project, variant_id))
        deck = deck_of(session, access.project.tenant_id)
    seen = SchemeRoom.of(plan, room)
    fills = read_fills({slot: request.args[slot] for slot in SLOTS if slot in request.args}, deck, "")
    second = seen.second_side(read_side(request.args.get("on", "").split(",")))
    return picture_answer(pictures.picture(seen, fills, second, deck))


@blueprint.post("/schemes/colours")
@blueprint.doc(
    summary="The colours of a picture", description="Multipart `file`; the picture is looked at and not kept."
)
def picture_colours(project_id: str) -> Response:
    with begin() as session:
        project = opened(session, project_id, right="editor").project
        deck, slug = deck_of(session, project.tenant_id), project.store.slug
        limits.spend(session, limits.UPLOAD, client_key())
    file = sent(PICTURE, slug=slug)
    try:
        found = dominant(file.data)
    except Fault as fault:
        raise Refused("too_small" if fault.reason == "too_small" else "no_picture_read", path="file") from fault
    return jsonify(colours=[_colour(one, deck) for one in found])


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
        access, data = opened(session, project_id, right="editor"), read_json()
        deck = deck_of(session, access.project.tenant_id)
        room, variant = data.get("room"), data.get("variant")
        if type(room) is not int:
            raise Refused("not_a_whole_number", path="room")
        scheme = service.keep(session, access, str(variant), room, read_wanted(data, deck))
        return jsonify(all_told(access, [scheme], deck)[0])


@blueprint.put("/schemes/<scheme_id>")
@blueprint.doc(summary="Change a kept scheme", description="As kept, with the `version` that was changed.")
def change_scheme(project_id: str, scheme_id: str) -> Response:
    with begin() as session:
        access, data = opened(session, project_id, right="editor"), read_json()
        scheme = service.find(session, access.project, scheme_id)
        version, deck = data.get("version"), deck_of(session, access.project.tenant_id)
        if type(version) is not int:
            raise Refused("not_a_whole_number", path="version")
        service.change(session, access, scheme, read_wanted(data, deck), version=version)
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
    """As the studio shows them, each with its picture's address; one whose room is gone has none."""
    shows_votes = access.may("editor")
    rooms = service.rooms_of(schemes)
    return [
        _kept(scheme, deck, shows_votes=shows_votes)
        | (on_photo.told_kept(scheme, deck) if scheme.photo_id else _in_room(scheme, seen, deck))
        for scheme, seen in zip(schemes, rooms, strict=True)
    ]


def _kept(scheme: ColourScheme, deck: Deck, *, shows_votes: bool) -> dict[str, Any]:
    return {
        "id": scheme.id,
        "name": name_said(scheme.name, service.fills_of(scheme, deck), language()),
        "variant": scheme.variant_id,
        "version": scheme.version,
        "locked": json.loads(scheme.locked),
        "chosen": scheme.is_chosen,
        "votes": [_vote(vote) for vote in scheme.votes] if shows_votes else None,
    }


def _in_room(scheme: ColourScheme, seen: SchemeRoom | None, deck: Deck) -> dict[str, Any]:
    if seen is None:
        return {"room": None, "picture": None}
    fills, second = service.fills_of(scheme, deck), service.second_of(scheme, seen)
    url = f"/api/v1/projects/{scheme.project_id}/variants/{scheme.variant_id}/rooms/{seen.place}/schemes/picture.webp"
    picture = _picture_url(url, fills, second)
    return {"room": seen.place, "second": second, "picture": picture, **told(fills, seen.areas_mm2(second))}


def _vote(vote: Any) -> dict[str, str]:
    return {"name": vote.name, "word": vote.word, "at": moment(vote.at)}


def _picture_url(url: str, fills: Fills, second: Side | None) -> str:
    return f"{url}?{urlencode({**written(fills), **({'on': ','.join(second)} if second else {})})}"


def _colour(found: Dominant, deck: Deck) -> dict[str, Any]:
    near = nearest(deck, found.lab, 1)[0]
    return {"hex": lab_to_hex(found.lab), "percent": round(100 * found.share), "paint": near.paint.code}
