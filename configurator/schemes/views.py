"""The page that the family votes on: the kept schemes as pictures of the room, phone first, without an account."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from flask import Blueprint, redirect, render_template, request
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from configurator.accounts import limits
from configurator.decks.service import deck_of
from configurator.errors import NotFound
from configurator.files import files
from configurator.i18n import language, translate
from configurator.photos.models import Photo
from configurator.projects import door
from configurator.schemes import on_photo, pictures, service, votes
from configurator.schemes.api import LOOK, picture_answer
from configurator.schemes.models import ColourScheme
from configurator.schemes.room import SchemeRoom
from configurator.schemes.told import name_said, told
from configurator.web import begin, reading
from rooms.drawing.labels import room_name
from samples.colour.blindness import KINDS, svg_values
from samples.deck import Deck

blueprint = Blueprint("schemes", __name__, url_prefix="/s/<slug>/p/<code>/schemes")


@blueprint.get("")
def page(slug: str, code: str) -> str:
    """With a right to the project, the schemes; without one, the door that the link opens."""
    with reading() as session:
        store, project, access = door.visited(session, slug, code)
        if access is None:
            return render_template("projects/door.html", store=store, words="schemes", action=f"{request.path}/open")
        held = service.all_of(session, project)
        own = {one.id: vote for one in held if (vote := votes.own(one, access.visitor.actor_id))}
        return render_template(
            "schemes/page.html",
            store=store,
            project=project,
            rooms=_by_room(held, deck_of(session, store.tenant_id)),
            own=own,
            sees_votes=access.may("editor"),
            may_vote=access.right != "staff",
            sight=sight if (sight := request.args.get("sight", "")) in KINDS else "",
            sights={kind: svg_values(kind) for kind in KINDS},
            most_letters=votes.MOST_LETTERS,
            longest_name=votes.LONGEST_NAME,
        )


@blueprint.post("/open")
def open_by_link(slug: str, code: str) -> Response:
    """The link's token, which stands behind #, becomes this browser's own grant."""
    door.come_in(slug)
    return redirect(f"/s/{slug}/p/{code}/schemes", 303)


@blueprint.get("/<scheme_id>.webp")
def picture(slug: str, code: str, scheme_id: str) -> FlaskResponse:
    with begin() as session:
        access = door.opened(session, slug, code)
        limits.spend(session, LOOK, access.visitor.actor_id)
        scheme = service.find(session, access.project, scheme_id)
        (seen,), deck, photo = service.rooms_of([scheme]), deck_of(session, access.project.tenant_id), scheme.photo
    fills = service.fills_of(scheme, deck)
    if photo is not None:
        return picture_answer(on_photo.picture(photo, files(), fills, deck))
    if seen is None:
        raise NotFound("no_room")
    return picture_answer(pictures.picture(seen, fills, service.second_of(scheme, seen), deck))


@blueprint.post("/<scheme_id>/votes")
def vote(slug: str, code: str, scheme_id: str) -> Response:
    """One voice a visitor and room: the last one counts."""
    with begin() as session:
        access = door.opened(session, slug, code)
        limits.spend(session, votes.VOTE, access.visitor.actor_id)
    with begin() as session:
        access = door.opened(session, slug, code)
        scheme = service.find(session, access.project, scheme_id)
        votes.vote(session, access, scheme, name=request.form.get("name", ""), word=request.form.get("word", ""))
    return redirect(f"/s/{slug}/p/{code}/schemes#scheme-{scheme_id}", 303)


def _by_room(schemes: Sequence[ColourScheme], deck: Deck) -> list[tuple[str, list[dict[str, Any]]]]:
    """The schemes whose room stands, by its name; then those of each photo."""
    rooms = zip(service.rooms_of(schemes), schemes, strict=True)
    shown = [(seen, scheme) for seen, scheme in rooms if seen is not None]
    of_photos = sorted(((one, one.photo) for one in schemes if one.photo), key=lambda one: one[1].id)
    shown.sort(key=lambda one: (one[1].variant_id, one[0].place))
    in_rooms = [
        (room_name(held[0][0].room, language()), [_shown(seen, scheme, deck) for seen, scheme in held])
        for _, group in groupby(shown, key=lambda one: (one[1].variant_id, one[0].place))
        if (held := list(group))
    ]
    return in_rooms + [
        (translate("schemes.on_photo"), [_on_photo(scheme, photo, deck) for scheme, photo in group])
        for _, group in groupby(of_photos, key=lambda one: one[1].id)
    ]


def _on_photo(scheme: ColourScheme, photo: Photo, deck: Deck) -> dict[str, Any]:
    fills = service.fills_of(scheme, deck)
    return {
        "scheme": scheme,
        "name": name_said(scheme.name, fills, language()),
        "version": f"{scheme.version}-{photo.version}",
        "size": (photo.width, photo.height),
        "approximate": on_photo.is_approximate(photo),
        **told(fills, {}),
    }


def _shown(seen: SchemeRoom, scheme: ColourScheme, deck: Deck) -> dict[str, Any]:
    fills, second = service.fills_of(scheme, deck), service.second_of(scheme, seen)
    return {
        "scheme": scheme,
        "name": name_said(scheme.name, fills, language()),
        "version": scheme.version,
        "size": pictures.SIZE_PX,
        **told(fills, seen.areas_mm2(second)),
    }
