"""Finding a project by its code, copying it, and coming in by a link."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from configurator.accounts import limits, return_keys
from configurator.decks.service import deck_of
from configurator.errors import NotFound
from configurator.photos import service as photos
from configurator.projects import door, grants, link_picture, pairing, service
from configurator.projects.models import Project
from configurator.web import (
    begin,
    client_key,
    reading,
    remember,
    settings,
    store_of,
    visitor_at,
    visitor_or_guest,
)
from rooms.drawing.card import draw_card
from rooms.edit import Origin

blueprint = Blueprint("projects", __name__)


@blueprint.post("/s/<slug>/find")
def find_project(slug: str) -> Response:
    """Where the typed code leads: a project's code only finds, six digits bring a right from another device."""
    typed = request.form.get("code", "")
    if (number := pairing.read_number(typed)) is not None:
        return _take_pairing(slug, number)
    with begin() as session:
        limits.spend(session, limits.FIND_CODE, client_key())
    with begin() as session:
        store = store_of(session, slug)
        project = service.find(session, store.tenant_id, typed)
        return redirect(f"/s/{slug}/p/{project.code}", 303)


@blueprint.post("/s/<slug>/p/<code>/copy")
def copy_project(slug: str, code: str) -> Response:
    """A project of the visitor's own that begins as this one stands."""
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        limits.spend(session, limits.NEW_PROJECT, client_key())
        original = service.find(session, store.tenant_id, code)
        plan = service.head_plan(service.first_variant(original))
        copy = service.begin_from_document(session, store, visitor, plan.document, origin=Origin("copy", original.id))
        return redirect(f"/s/{slug}/p/{copy.code}", 303)


@blueprint.get("/s/<slug>/p/<code>/plan.svg")
def plan_picture(slug: str, code: str) -> Response:
    """The project as a small picture, for whoever may open it; the browser asks again whether it has changed."""
    with reading() as session:
        store = store_of(session, slug)
        project = service.find(session, store.tenant_id, code)
        grants.open_project(session, project.id, visitor_at(session, store.tenant))
        plan = service.head_plan(service.first_variant(project))
        response = FlaskResponse(mimetype="image/svg+xml", headers={"Cache-Control": "private, no-cache"})
        deck = deck_of(session, store.tenant_id)
        response.set_etag(f"{project.id} {project.head_seq}")
    if response.make_conditional(request).status_code != 304:
        response.set_data(draw_card(plan, deck.hex_of))
    return response


@blueprint.post("/s/<slug>/p/<code>/return")
def come_back(slug: str, code: str) -> tuple[str, int]:
    """The cookie again, for a guest who has lost it and brings the key of a visit that opens this project."""
    with begin() as session:
        store = store_of(session, slug)
        limits.spend(session, limits.FIND_CODE, client_key())
        project = service.find(session, store.tenant_id, code)
        visit = return_keys.visit_of(session, store.tenant, request.form.get("key", ""), settings().secret_key)
        if visit is None or not grants.standing(session, project, visit.actor_id):
            raise NotFound("no_project")
        remember(store.tenant, return_keys.renew(visit))
        return "", 204


@blueprint.get("/s/<slug>/l")
def open_link(slug: str) -> str:
    """The page a shared link leads to: its script brings the token, which stands behind # and so in no log."""
    with reading() as session:
        store = store_of(session, slug)
        visitor_at(session, store.tenant)
        picture = request.args.get("picture", "")
        seen = bool(picture) and link_picture.is_known(session, store.tenant_id, picture)
        address = f"{settings().base_url}/s/{slug}/l/{picture}.png" if seen else None
        return render_template(
            "projects/door.html",
            store=store,
            words="link",
            action=f"/s/{slug}/l",
            picture=address,
            picture_px=link_picture.SIZE_PX,
        )


@blueprint.get("/s/<slug>/l/<picture>.png")
def preview(slug: str, picture: str) -> FlaskResponse:
    """The picture that a messenger shows beside the link, for whoever knows its own address."""
    with begin() as session:
        limits.spend(session, link_picture.LOOK, client_key())
    with reading() as session:
        document, deck = link_picture.document(session, store_of(session, slug).tenant_id, picture)
    response = FlaskResponse(link_picture.png(document, deck), mimetype="image/png")
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "private, max-age=600"
    return response


@blueprint.post("/s/<slug>/l")
def claim_link(slug: str) -> Response:
    project_id, token = door.come_in(slug)
    with reading() as session:
        project = session.get_one(Project, project_id)
        if grants.opens_photos(session, token):
            return redirect(f"/s/{slug}/p/{project.code}/photos", 303)
        page = "/photo" if photos.instead_of_plans(session, [project]) else ""
        return redirect(f"/s/{slug}/p/{project.code}{page}", 303)


def _take_pairing(slug: str, number: str) -> Response:
    """The tries are counted in transactions of their own, so that a refusal does not take them back."""
    with begin() as session:
        tenant = store_of(session, slug).tenant_id
        limits.refuse_spent(session, pairing.MISS, tenant)
        limits.spend(session, pairing.TRY, client_key())
    try:
        with begin() as session:
            visitor = visitor_or_guest(session, store_of(session, slug).tenant)
            project = pairing.take(session, settings(), number, visitor)
            return redirect(f"/s/{slug}/p/{project.code}", 303)
    except NotFound:
        with begin() as session:
            limits.spend(session, pairing.MISS, tenant)
        raise
