"""What anybody may see of a retailer's colours: the page of all of them, and the colours for the browser."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request
from sqlalchemy.orm import Session

from configurator.decks import service
from configurator.errors import NotFound
from configurator.orders import counter as counters
from configurator.projects import grants
from configurator.projects import service as projects
from configurator.projects.models import Project
from configurator.start.starts import usual
from configurator.stores.models import Store
from configurator.web import reading, store_of, visitor_at

blueprint = Blueprint("decks", __name__)

FOREVER = 365 * 24 * 3600


@blueprint.get("/s/<slug>/colours/")
def explorer(slug: str) -> str:
    """All colours of the store; with a project that the visitor may open, they go into its room and on its tray."""
    with reading() as session:
        store = store_of(session, slug)
        project = _project(session, store, request.args.get("project", ""))
        boot = {
            "slug": store.slug,
            "tenant": store.tenant.slug,
            "catalogue": service.catalogue_url(session, store.tenant_id, store.slug),
            "project": project.code if project else None,
            "samples": counters.shown(session, store, visitor_at(session, store.tenant), project),
            "start": usual(store.tenant.kind),
        }
        return render_template("decks/colours.html", store=store, project=project, boot=boot)


@blueprint.get("/catalogue/<slug>/deck-<digest>.json")
def colours(slug: str, digest: str) -> Response:
    """The store's colours; the address changes with them. An older one answers with what there is, not to be kept."""
    with reading() as session:
        catalogue = service.catalogue_of(session, store_of(session, slug).tenant_id)
    response = Response(catalogue.body, mimetype="application/json")
    if digest == catalogue.digest:
        response.cache_control.public = True
        response.cache_control.max_age = FOREVER
        response.cache_control.immutable = True
    return response


def _project(session: Session, store: Store, code: str) -> Project | None:
    """The project of this code, if the visitor may open it; an unknown one is passed over."""
    visitor = visitor_at(session, store.tenant)
    if not code or visitor is None:
        return None
    try:
        project = projects.find(session, store.tenant_id, code)
    except NotFound:
        return None
    return project if grants.right_of(session, project, visitor) else None
