"""The ledger of a service: rows that are only ever added, each covering the one before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from configurator.db import now
from configurator.errors import Conflict
from configurator.offers import feed
from configurator.offers.models import LedgerEntry, Service
from incentives.canonical import canonical
from incentives.chain import Entry, following

AMOUNTS = ("committed", "less", "adjusted")
"""The kinds of rows that say what is charged."""
SETTLED, CALLED_OFF = "settled", "called_off"


@dataclass(frozen=True)
class Standing:
    """What the ledger says: the amount charged, what the terms alone ask, and what a person has forgiven of it.

    `decision` is the last one written, `facts` what was known when the service was closed.
    """

    charged_gr: int
    ruled_gr: int
    forgiven_gr: int
    decision: Mapping[str, Any]
    facts: Mapping[str, Any]
    committed: Mapping[str, Any]


def append(session: Session, service: Service, actor_id: str, kind: str, body: Mapping[str, Any]) -> LedgerEntry:
    """One more row of the chain; two at once cannot take the same n."""
    last = session.scalar(
        select(LedgerEntry).where(LedgerEntry.service_id == service.id).order_by(LedgerEntry.n.desc()).limit(1)
    )
    at = now()
    whole = {"kind": kind, "actor": actor_id, "at": at.isoformat(), **body}
    made = following(as_entry(last) if last else None, whole)
    row = LedgerEntry(
        service_id=service.id,
        n=made.n,
        tenant_id=service.tenant_id,
        kind=kind,
        at=at,
        actor_id=actor_id,
        body=canonical(dict(made.body)).decode(),
        previous=made.previous,
        sha=made.sha,
    )
    service.entries.append(row)
    service.owed_gr = owed_gr(service)
    try:
        session.flush()
    except IntegrityError as clash:  # the key: another press was first
        raise Conflict("pressed_twice") from clash
    feed.note(session, row, body.get("decision"))
    return row


def settle(session: Session, service: Service, actor_id: str, how: str, amount_gr: int, number: str) -> LedgerEntry:
    """The row of a payment (above zero) or of money given back, with the form of the benefit for the bookkeeping."""
    found = standing(service)
    form = found.decision.get("form") if found else None
    body = {"how": how, "amount_gr": amount_gr, "number": number, "form": form}
    return append(session, service, actor_id, SETTLED, body)


def standing(service: Service) -> Standing | None:
    """What the rows add up to; None before anything was committed."""
    found: Standing | None = None
    for entry in service.entries:
        if entry.kind in AMOUNTS:
            found = _after(found, entry.kind, json.loads(entry.body))
    return found


def charged_gr(service: Service) -> int | None:
    """What the ledger says is charged; None before anything was committed."""
    found = standing(service)
    return found.charged_gr if found else None


def settled_gr(service: Service) -> int:
    """What was paid or set off, less what was given back.

    A service closed before payments were written down was settled when it was closed.
    """
    before_gr = 0
    for entry in service.entries:
        body = json.loads(entry.body)
        if entry.kind == "committed" and "uses" not in body:
            before_gr = int(body["decision"]["charged_gr"])
        elif entry.kind == SETTLED:
            before_gr += int(body["amount_gr"])
    return before_gr


def owed_gr(service: Service) -> int:
    """What is still to be paid, or, below zero, given back; 0 while the fee is not settled on."""
    charged = 0 if any(entry.kind == CALLED_OFF for entry in service.entries) else charged_gr(service)
    return 0 if charged is None else charged - settled_gr(service)


def as_entry(row: LedgerEntry) -> Entry:
    return Entry(row.n, row.previous, json.loads(row.body), row.sha)


def _after(before: Standing | None, kind: str, body: Mapping[str, Any]) -> Standing:
    if kind == "committed" or before is None:
        decision = body["decision"]
        asked_gr = int(decision["charged_gr"])
        return Standing(asked_gr, asked_gr, 0, decision, body.get("facts", {}), decision)
    charged, is_less = int(body["charged_gr"]), kind == "less"
    return Standing(
        charged_gr=charged,
        ruled_gr=before.ruled_gr if is_less else int(body["ruled_gr"]),
        forgiven_gr=before.forgiven_gr + (before.charged_gr - charged if is_less else 0),
        decision=before.decision if is_less else body["decision"],
        facts=before.facts,
        committed=before.committed,
    )
