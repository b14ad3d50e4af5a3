"""The bin's pages: putting a project in, taking it back, erasing it for ever."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from configurator.projects import bin as bins
from configurator.projects import grants, service
from configurator.web import begin, reading, store_of, visitor_at

blueprint = Blueprint("bin", __name__, url_prefix="/s/<slug>")


@blueprint.get("/bin")
def page(slug: str) -> str:
    """What lies in the visitor's bin, and until when."""
    with reading() as session:
        store = store_of(session, slug)
        visitor = visitor_at(session, store.tenant)
        found = bins.lying(session, visitor) if visitor else []
        return render_template("projects/bin.html", store=store, lying=[(one, bins.lies_until(one)) for one in found])


@blueprint.post("/p/<code>/binned")
def put(slug: str, code: str) -> Response:
    """Into the bin; the start page then offers to undo it."""
    with begin() as session:
        store = store_of(session, slug)
        project = service.find(session, store.tenant_id, code)
        bins.put(session, grants.open_project(session, project.id, visitor_at(session, store.tenant)))
    return redirect(f"/s/{slug}/?binned={code}#mine", 303)


@blueprint.post("/bin/<code>/restored")
def restore(slug: str, code: str) -> Response:
    with begin() as session:
        store = store_of(session, slug)
        bins.restore(session, bins.find(session, visitor_at(session, store.tenant), code))
    return redirect(f"/s/{slug}/#mine", 303)


@blueprint.post("/bin/<code>/erased")
def erase(slug: str, code: str) -> Response:
    with begin() as session:
        store = store_of(session, slug)
        bins.erase(session, bins.find(session, visitor_at(session, store.tenant), code))
    return redirect(f"/s/{slug}/bin", 303)
