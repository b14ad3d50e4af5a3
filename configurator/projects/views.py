"""Finding a project by its code, copying it, and coming in by a link."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from configurator.accounts import limits, return_keys
from configurator.errors import NotFound
from configurator.projects import grants, service
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
from rooms.edit import Origin

blueprint = Blueprint("projects", __name__)


@blueprint.post("/s/<slug>/find")
def find_project(slug: str) -> Response:
    """Where the typed code leads; it only finds, a grant opens."""
    with begin() as session:
        store = store_of(session, slug)
        limits.spend(session, limits.FIND_CODE, client_key())
        project = service.find(session, store.tenant_id, request.form.get("code", ""))
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
        return render_template("projects/link.html", store=store)


@blueprint.post("/s/<slug>/l")
def claim_link(slug: str) -> Response:
    with begin() as session:
        store = store_of(session, slug)
        visitor = visitor_or_guest(session, store.tenant)
        limits.spend(session, limits.FIND_CODE, client_key())
        project = grants.claim(session, request.form.get("token", ""), visitor)
        return redirect(f"/s/{slug}/p/{project.code}", 303)
