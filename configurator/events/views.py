"""Taking in batches of events, as a page's last beacon sends them."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, make_response, request

from configurator.accounts import limits
from configurator.accounts.limits import Limit
from configurator.errors import Refused
from configurator.events import service, vocabulary
from configurator.web import begin, client_key, store_of

blueprint = APIBlueprint("events", __name__, url_prefix="/api/v1")

BATCH = Limit("events", most=240, seconds=3600)
MOST_BYTES = 16 * 1024


@blueprint.post("/events")
@blueprint.doc(
    summary="Count events",
    description="From a closed list, added up by store and hour, of nobody in particular. Nothing is counted of a "
    "browser that asks not to be tracked.",
)
def count_events() -> Response:
    if (request.content_length or 0) > MOST_BYTES:
        raise Refused("http_413")
    data = request.get_json(silent=True)
    if not isinstance(data, dict) or set(data) != {"store", "events"} or not isinstance(data["store"], str):
        raise Refused("not_json")
    events = vocabulary.read(data["events"])
    if not _is_unwanted():
        with begin() as session:
            limits.spend(session, BATCH, client_key())
            service.count(session, store_of(session, data["store"]), events)
    return make_response("", 204)


def _is_unwanted() -> bool:
    """Global Privacy Control (W3C draft, read 2026) or Do Not Track."""
    return request.headers.get("Sec-GPC") == "1" or request.headers.get("DNT") == "1"
