"""The part of `/api/v1` for a fulfilment house: what is to be sent, and what has become of it."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify, make_response, request
from sqlalchemy.orm import Session

from configurator.orders import fulfilment, seeking
from configurator.stores.models import Store
from configurator.systems import door, keys
from configurator.systems.once import once
from configurator.web import begin, reading, settings

blueprint = APIBlueprint("orders_api", __name__, url_prefix="/api/v1/stores/<slug>", tag="Samples")

RESPONSES = {
    200: "The orders, or the state as it now stands",
    400: "A field is wrong, `error.path` says which; nothing was written",
    401: "No key, or not a living key of this retailer",
    403: "The key does not open orders",
    404: "No such store, or no such order at this retailer",
    409: "The contract was withdrawn from, or the Idempotency-Key was used for something else",
}
KEY = "`Authorization: Bearer <key>`: a key of this store's retailer that opens `orders`."


@blueprint.get("/sample-orders")
@blueprint.doc(
    summary="Samples to be sent",
    description=KEY + " Paid where that comes first, not sent, not withdrawn from; up to 200, the oldest first, then"
    " `?after=` the answer's `next`. `label_url` is what the label's QR code opens.",
    responses=RESPONSES,
)
def sample_orders(slug: str) -> Response:
    with reading() as session:
        orders, following = fulfilment.to_send(session, _store(session, slug).tenant_id, request.args.get("after", ""))
        told = [fulfilment.as_data(session, settings(), order) for order in orders]
    return jsonify(orders=told, next=following)


@blueprint.get("/sample-orders.csv")
@blueprint.doc(summary="Samples to be sent, as a table", description=KEY, responses=RESPONSES)
def sample_orders_table(slug: str) -> Response:
    with reading() as session:
        orders, _ = fulfilment.to_send(session, _store(session, slug).tenant_id, request.args.get("after", ""))
        told = fulfilment.table(session, settings(), orders)
    return Response(told, mimetype="text/csv")


@blueprint.post("/sample-orders/<order_code>/states")
@blueprint.doc(
    summary="Tell what has become of an order",
    description=KEY + " Header `Idempotency-Key`. Body (JSON): `state` packed, sent or delivered; `tracking_number`,"
    " up to 60 letters, with sent.",
    responses=RESPONSES,
)
def tell_state(slug: str, order_code: str) -> Response:
    with begin() as session:
        store = _store(session, slug)
        body = door.body()
        order = seeking.by_number(session, store.tenant_id, order_code)
        state, number = (str(body.get(name) or "") for name in ("state", "tracking_number"))
        asked = {"order": order.code, "state": state, "tracking_number": number}
        key = request.headers.get("Idempotency-Key", "")
        answer = once(
            session,
            store.tenant_id,
            key,
            asked,
            lambda: dict(fulfilment.tell(session, order, settings(), state=state, number=number)),
        )
    return make_response(jsonify(answer), 200)


def _store(session: Session, slug: str) -> Store:
    return door.opened(session, slug, keys.ORDERS)[0]
