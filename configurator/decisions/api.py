"""Decisions by API: ask for one, have any explained by its id, read the terms it stood on, follow every change."""

from __future__ import annotations

import json
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, make_response, request
from sqlalchemy.orm import Session

from configurator.decisions import basket, service
from configurator.errors import Refused
from configurator.offers import feed
from configurator.offers.models import FeeEvent
from configurator.projects import service as projects
from configurator.projects.code import spoken
from configurator.purchases.service import API, By
from configurator.stores.models import Store
from configurator.systems import door, keys
from configurator.web import begin, reading

blueprint = APIBlueprint("decisions_api", __name__, url_prefix="/api/v1/stores/<slug>", tag="Decisions")

MOST_EVENTS = 500
KEY = "`Authorization: Bearer <key>`: a key of this store's retailer that opens `decisions`."
REFUSED = {
    400: "A field is wrong, `error.path` says which",
    401: "No key, or not a living key of this retailer",
    403: "The key does not open decisions",
    404: "No such store, or nothing of this id at this retailer",
}
ASKED = f"""
{KEY}

Body (JSON):
* `facts`: what is known, by the names of the terms; money in grosze, lengths in millimetres. What is left out or null
  is unknown: nothing that depends on it waives the fee, and the answer names it under `needs`
* `at` (may be left out): ISO 8601 with its zone; now when left out
* `terms` (may be left out): the hash of a version; else the terms in force at that time

Answers 201 with `id` (the decision's hash), `decision` (listed and charged amounts, form, every rule with its whole
tree, ways to a lower fee, texts in Polish and English) and `facts`. The decision is kept: its id explains it for ever.
Asked again for the same time, the same facts and terms give the same id.
"""
QUOTED = f"""
{KEY}

Body (JSON): `project` (its code, with or without dashes) and the basket, `amount_gr` or `lines`, as for a purchase.
Answers `fee` (what the designer's help costs now) and `with_basket` (what it would cost if the basket were bought
today), each with `charged_gr`, `final`, its sentence, the reasons, the ways to pay less and what is still needed.
Nothing is kept.
"""
FOLLOWED = f"""
{KEY}

`after`: the number of the last event you have had, 0 at first; `most`: at most so many, up to {MOST_EVENTS}. Answers
`events` in their order and `next`, which is the `after` of the next question. Numbers rise by one without a gap and
none appears late, so a reader that keeps `next` misses nothing. Events are rows of the ledger: `opened`, `committed`,
`less` (a person charged less), `adjusted` (a return, a late purchase or a correction), `settled` and `called_off`.
"""


@blueprint.post("/decisions")
@blueprint.doc(summary="Decide on facts", description=ASKED, responses={201: "Decided and kept", **REFUSED})
def decide(slug: str) -> Response:
    with begin() as session:
        store = _store(session, slug)
        answer = service.decide_and_keep(session, store.tenant, door.body())
    return make_response(jsonify(answer.as_data()), 201)


@blueprint.get("/decisions/<decision_sha>")
@blueprint.doc(
    summary="Explain a decision",
    description=f"{KEY}\n\nAny decision that was asked for or stands in a ledger, as it was kept, texts and all."
    " `replays` says whether deciding again on the same facts and terms gives the same to the byte.",
    responses={200: "As it was kept", **REFUSED},
)
def explain(slug: str, decision_sha: str) -> Response:
    with reading() as session:
        return jsonify(service.explained(session, _store(session, slug).tenant, decision_sha).as_data())


@blueprint.get("/terms/<sha>")
@blueprint.doc(
    summary="The terms of a hash",
    description=f"{KEY}\n\nThe version as it was published, whose canonical JSON has this SHA-256.",
    responses={200: "The terms", **REFUSED},
)
def terms(slug: str, sha: str) -> Response:
    with reading() as session:
        return jsonify(service.terms_of(session, _store(session, slug).tenant, sha))


@blueprint.post("/quotes")
@blueprint.doc(summary="The fee with a basket", description=QUOTED, responses={200: "The two fees", **REFUSED})
def quote(slug: str) -> Response:
    with begin() as session:
        store, actor_id = door.opened(session, slug, keys.DECISIONS)
        body = door.body()
        project = projects.find(session, store.tenant_id, door.code(body))
        return jsonify(basket.quote(session, project, basket.read_basket(body), By(actor_id, API)))


@blueprint.get("/fee-events")
@blueprint.doc(summary="Every change of a fee", description=FOLLOWED, responses={200: "What came after", **REFUSED})
def events(slug: str) -> Response:
    after, most = _number("after", 0), min(_number("most", MOST_EVENTS), MOST_EVENTS)
    with reading() as session:
        found = feed.after(session, _store(session, slug).tenant_id, after, most)
        told = [_event(event, session.get_one(Store, event.entry.service.store_id)) for event in found]
    return jsonify({"events": told, "next": told[-1]["n"] if told else after})


def _event(event: FeeEvent, store: Store) -> dict[str, Any]:
    """Of an erased project only the amounts are told; the store is the designer's."""
    entry, body = event.entry, json.loads(event.entry.body)
    project, decision = entry.service.project, body.get("decision")
    return {
        "n": event.n,
        "kind": entry.kind,
        "at": entry.at.isoformat(),
        "service": entry.service_id,
        "project": None if project.erased_at else spoken(project.code),
        "store": store.slug,
        "before_gr": body.get("before_gr"),
        "charged_gr": decision["charged_gr"] if entry.kind == "committed" and decision else body.get("charged_gr"),
        "settled_gr": body.get("amount_gr"),
        "decision": event.decision_sha,
    }


def _store(session: Session, slug: str) -> Store:
    return door.opened(session, slug, keys.DECISIONS)[0]


def _number(name: str, default: int) -> int:
    typed = request.args.get(name, str(default))
    if not typed.isdecimal() or not typed.isascii() or len(typed) > 15:
        raise Refused("not_a_whole_number", path=name)
    return int(typed)
