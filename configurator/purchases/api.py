"""Purchases and returns told by the retailer's till or ERP."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, jsonify, make_response, request

from configurator.projects import service as projects
from configurator.purchases import service
from configurator.purchases.said import read_json
from configurator.purchases.service import API, PURCHASE, RETURN, By
from configurator.systems import door, keys
from configurator.web import begin

blueprint = APIBlueprint("purchases_api", __name__, url_prefix="/api/v1/stores/<slug>", tag="Purchases")

DESCRIPTION = """
`Authorization: Bearer <key>`: a key of this store's retailer, made by a manager on the desk's page *Klucze do API* or
by `configurator key make`. Header `Idempotency-Key`, up to 200 letters of your own: the same key with the same body is
answered as the first time and written once; with another body it is refused (409). A refused request leaves nothing
behind: mend it and send it again. Keys are common to all systems of a retailer.

Body (JSON):
* `project`: the project's code, as on the customer's screen, with or without dashes
* `receipt`: the receipt's or invoice's number, up to 80 letters. One receipt counts once per retailer; capitals,
  dashes, blanks and leading zeros make no difference
* `till`: which till or point of sale, only where their numbers repeat; where numbers begin anew each year, name the
  year here or in the number (`K1-2026`). A receipt without a till stands against every till's receipt of that number
* `day`: `YYYY-MM-DD`, in Poland's time, not in the future and at most five years ago
* `amount_gr`: the gross amount in grosze, above 0 and at most 100000000; may be left out where `lines` are given
* `lines` (may be left out): `[{"name", "ean", "count", "amount_gr"}]`, up to 200, which add up to the amount. A line
  may also say `vat_percent`, `category`, `brand`, `hundredths` (of the product's unit: 1230 for 12.3 m²) and `service`
  (true for delivery, fitting and the like; left out it is goods). What it does not say is taken from the catalogue's
  product of that `ean`; on a return first from the purchase's own line. Fees by net sums, goods, categories, brands or
  shares stand on these, and wait for them where they are not told

Answers 201 with `id`, `receipt_kept_gr` (what is kept of the receipt), `project_kept_gr` (purchases less returns of the
project) and `fee` (what the designer's help now costs, with its sentence in Polish and English). A refusal is
`{"error": {"reason", "path", "text"}}`, in the language of `Accept-Language`; `path` names the field.
"""
RESPONSES = {
    201: "Written down, or written down before under the same Idempotency-Key",
    400: "A field is wrong, `error.path` says which; nothing was written",
    401: "No key, or not a living key of this retailer",
    403: "The key does not open purchases",
    404: "No such store, or no such project at this retailer",
    409: "The receipt counts already, or the Idempotency-Key was used for something else",
}


@blueprint.post("/purchases")
@blueprint.doc(summary="Tell a purchase from a project", description=DESCRIPTION, responses=RESPONSES)
def tell_purchase(slug: str) -> Response:
    return _tell(slug, PURCHASE)


@blueprint.post("/returns")
@blueprint.doc(
    summary="Tell a return",
    description="Names the receipt of the purchase, and what is brought back of it: never more than is kept."
    " `day` is the day of the return.\n" + DESCRIPTION,
    responses=RESPONSES,
)
def tell_return(slug: str) -> Response:
    return _tell(slug, RETURN)


def _tell(slug: str, kind: str) -> Response:
    with begin() as session:
        store, actor_id = door.opened(session, slug, keys.PURCHASES)
        body = door.body()
        said = read_json(body, kind)
        project = projects.find(session, store.tenant_id, door.code(body), binned=True)
        by = By(actor_id, API)
        answer = service.record(session, project, said, by, key=request.headers.get("Idempotency-Key", ""))
    return make_response(jsonify(answer), 201)
