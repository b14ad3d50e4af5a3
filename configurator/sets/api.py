"""The sets' part of `/api/v1`."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify, make_response, request

from configurator.accounts import limits
from configurator.accounts.limits import Limit
from configurator.errors import TooLarge
from configurator.sets import service
from configurator.web import begin, client_key, reading, store_of, visitor_at, visitor_or_guest

blueprint = APIBlueprint("sets_api", __name__, url_prefix="/api/v1/stores/<slug>/sets", tag="Sets")

KEEPING = Limit("item_sets", most=200, seconds=3600)
MOST_BYTES = 64 * 1024


@blueprint.get("")
@blueprint.doc(summary="Sets to place", description="The retailer's and the visitor's own, each item about the middle.")
def sets(slug: str) -> Response:
    with reading() as session:
        tenant = store_of(session, slug).tenant
        visitor = visitor_at(session, tenant)
        found = service.offered(session, tenant.id, visitor.actor_id if visitor else None)
        return jsonify(sets=[service.as_data(one) for one in found])


@blueprint.post("")
@blueprint.doc(
    summary="Keep a set",
    description='`{"name", "items", "for_all"}`: two things or more; `for_all`, by staff, offers it to everyone.',
)
def keep(slug: str) -> Response:
    if (request.content_length or 0) > MOST_BYTES:
        raise TooLarge("http_413")
    with begin() as session:
        tenant = store_of(session, slug).tenant
        limits.spend(session, KEEPING, client_key())
        kept = service.keep(session, visitor_or_guest(session, tenant), request.get_json(silent=True))
        return make_response(jsonify(service.as_data(kept)), 201)


@blueprint.delete("/<set_id>")
@blueprint.doc(summary="Throw a set away", description="One's own; one of the retailer's by its staff.")
def throw_away(slug: str, set_id: str) -> Response:
    with begin() as session:
        service.throw_away(session, visitor_or_guest(session, store_of(session, slug).tenant), set_id)
    return make_response("", 204)
