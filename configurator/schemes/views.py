"""The page that the family votes on: the kept schemes as pictures of the room, phone first, without an account."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from flask import Blueprint, redirect, render_template, request
from flask import Response as FlaskResponse
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from configurator.accounts import limits
from configurator.decks.service import deck_of
from configurator.errors import NotFound
from configurator.i18n import language
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.grants import Access
from configurator.projects.models import Project
from configurator.schemes import pictures, service, votes
from configurator.schemes.api import picture_answer
from configurator.schemes.models import ColourScheme
from configurator.schemes.room import SchemeRoom
from configurator.schemes.told import told
from configurator.stores.models import Store
from configurator.web import begin, client_key, reading, store_of, visitor_at, visitor_or_guest
from rooms.drawing.labels import room_name
from rooms.outline import find_rooms
from samples.deck import Deck

blueprint = Blueprint("schemes", __name__, url_prefix="/s/<slug>/p/<code>/schemes")


@blueprint.get("")
def page(slug: str, code: str) -> str:
    """With a right to the project, the schemes; without one, the door that the link opens."""
    with reading() as session:
        store, project, access = _visited(session, slug, code)
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
            most_letters=votes.MOST_LETTERS,
            longest_name=votes.LONGEST_NAME,
            picture_px=pictures.SIZE_PX,
        )


@blueprint.post("/open")
def open_by_link(slug: str, code: str) -> Response:
    """The link's token, which stands behind #, becomes this browser's own grant."""
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        limits.spend(session, limits.FIND_CODE, client_key())
        grants.claim(session, request.form.get("token", ""), visitor)
    return redirect(f"/s/{slug}/p/{code}/schemes", 303)


@blueprint.get("/<scheme_id>.webp")
def picture(slug: str, code: str, scheme_id: str) -> FlaskResponse:
    with reading() as session:
        access = _opened(session, slug, code)
        scheme = service.find(session, access.project, scheme_id)
        seen, deck = _room_of(scheme), deck_of(session, access.project.tenant_id)
        if seen is None:
            raise NotFound("no_room")
        fills, second = service.fills_of(scheme, deck), service.second_of(scheme, seen)
    return picture_answer(pictures.picture(seen, fills, second, deck))


@blueprint.post("/<scheme_id>/votes")
def vote(slug: str, code: str, scheme_id: str) -> Response:
    """One voice a visitor and room: the last one counts."""
    with begin() as session:
        access = _opened(session, slug, code)
        limits.spend(session, votes.VOTE, access.visitor.actor_id)
    with begin() as session:
        access = _opened(session, slug, code)
        scheme = service.find(session, access.project, scheme_id)
        votes.vote(session, access, scheme, name=request.form.get("name", ""), word=request.form.get("word", ""))
    return redirect(f"/s/{slug}/p/{code}/schemes#scheme-{scheme_id}", 303)


def _by_room(schemes: Sequence[ColourScheme], deck: Deck) -> list[tuple[str, list[dict[str, Any]]]]:
    """The schemes whose room stands, by its name."""
    shown = [(seen, scheme) for scheme in schemes if (seen := _room_of(scheme)) is not None]
    shown.sort(key=lambda one: (one[1].variant_id, one[0].place))
    return [
        (room_name(held[0][0].room, language()), [_shown(seen, scheme, deck) for seen, scheme in held])
        for _, group in groupby(shown, key=lambda one: (one[1].variant_id, one[0].place))
        if (held := list(group))
    ]


def _shown(seen: SchemeRoom, scheme: ColourScheme, deck: Deck) -> dict[str, Any]:
    fills, second = service.fills_of(scheme, deck), service.second_of(scheme, seen)
    return {"scheme": scheme, "version": scheme.version, **told(seen, fills, second)}


def _room_of(scheme: ColourScheme) -> SchemeRoom | None:
    plan = projects.head_plan(scheme.variant)
    place = service.room_of(scheme, plan, find_rooms(plan))
    return None if place is None else SchemeRoom.of(plan, place)


def _visited(session: Session, slug: str, code: str) -> tuple[Store, Project, Access | None]:
    store = store_of(session, slug)
    project = projects.find(session, store.tenant_id, code)
    visitor = visitor_at(session, store.tenant)
    right = grants.right_of(session, project, visitor) if visitor else None
    return store, project, Access(project, visitor, right) if visitor and right else None


def _opened(session: Session, slug: str, code: str) -> Access:
    store = store_of(session, slug)
    project = projects.find(session, store.tenant_id, code)
    return grants.open_project(session, project.id, visitor_at(session, store.tenant))
