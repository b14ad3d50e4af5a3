"""The part of `/api/v1` about schemes on photos: proposed for what is marked, shown on it, kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, request

from configurator.accounts import limits
from configurator.decks.service import deck_of
from configurator.files import files
from configurator.photos import service as photos
from configurator.projects.api import opened
from configurator.schemes import on_photo, service
from configurator.schemes.api import LOOK, PROPOSE, all_told, picture_answer
from configurator.schemes.fills import read_fills, written
from configurator.schemes.reading import read_idea, read_json, read_seed, read_wanted
from configurator.schemes.told import capital
from configurator.web import begin
from samples.deck import Deck
from samples.schemes.ideas import FromPicture, Idea
from samples.schemes.picture import dominant
from samples.schemes.proposing import propose
from samples.schemes.scheme import SLOTS

blueprint = APIBlueprint(
    "photo_schemes_api", __name__, url_prefix="/api/v1/projects/<project_id>/photos/<photo_id>/schemes"
)


@blueprint.post("")
@blueprint.doc(
    summary="Propose schemes for a photo",
    description="`from`: `{paint}`, `{mood}`, `{picture: [#rrggbb, …]}` or `{photo: true}`, the photo's own colours;"
    " `kept` has by slot what stays; `seed` a number for other ones.",
)
def propose_schemes(project_id: str, photo_id: str) -> Response:
    with begin() as session:
        access = opened(session, project_id, right="editor")
        limits.spend(session, PROPOSE, access.visitor.actor_id)
        photo, deck = photos.find(session, access.project, photo_id), deck_of(session, access.project.tenant_id)
        data, slots = read_json(), on_photo.slots_of(photos.walls_of(photo))
        kept = {slot: fill for slot, fill in read_fills(data.get("kept", {}), deck, "kept").items() if slot in slots}
        jpeg = photos.content(files(), photo)
    idea = _idea(data, jpeg, deck)
    found = propose(deck, idea, seed=read_seed(data), kept=kept, slots=slots) if idea else ()
    return jsonify(
        slots=slots,
        kept=written(kept),
        schemes=[{"idea": capital(one.name), **on_photo.told_on(photo, one.fills)} for one in found],
    )


@blueprint.get("/picture.webp")
@blueprint.doc(summary="A photo in a scheme's colours", description="By slot a code; `v` is the photo's version.")
def scheme_picture(project_id: str, photo_id: str) -> Response:
    with begin() as session:
        access = opened(session, project_id)
        limits.spend(session, LOOK, access.visitor.actor_id)
        photo, deck = photos.find(session, access.project, photo_id), deck_of(session, access.project.tenant_id)
    fills = read_fills({slot: request.args[slot] for slot in SLOTS if slot in request.args}, deck, "")
    return picture_answer(on_photo.picture(photo, files(), fills, deck))


@blueprint.post("/kept")
@blueprint.doc(summary="Keep a scheme of a photo", description="`name`, `slots`, `locked`; then as any other scheme.")
def keep_scheme(project_id: str, photo_id: str) -> Response:
    with begin() as session:
        access = opened(session, project_id, right="editor")
        photo, deck = photos.find(session, access.project, photo_id), deck_of(session, access.project.tenant_id)
        scheme = service.keep_on_photo(session, access, photo, read_wanted(read_json(), deck))
        return jsonify(all_told(access, [scheme], deck)[0])


def _idea(data: Mapping[str, Any], jpeg: bytes, deck: Deck) -> Idea | None:
    if data.get("from") == {"photo": True}:
        return FromPicture(tuple(one.lab for one in dominant(jpeg)))
    return read_idea(data.get("from"), deck)
