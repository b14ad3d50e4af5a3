"""What anybody may see of a retailer's colours: the colours themselves, for the browser."""

from __future__ import annotations

from flask import Blueprint, Response

from configurator.decks import service
from configurator.web import reading, store_of

blueprint = Blueprint("decks", __name__)

FOREVER = 365 * 24 * 3600


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
