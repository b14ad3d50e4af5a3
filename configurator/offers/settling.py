"""What was paid for a service or given back, by the number of the paper it stands on: a row of the ledger each.

Staff write down what the till or the bookkeeping did; what is still owed is the fee that stands less these rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import lock
from configurator.errors import Refused
from configurator.i18n import money
from configurator.offers import deferring, ledger, quotes, services
from configurator.offers.models import LedgerEntry, Service
from configurator.stores.models import Store

IN = ("paid", "invoiced", "set_off")
OUT = ("refunded", "gift_card", "set_off_back")
MOST_NUMBER = 80


@dataclass(frozen=True)
class Settlement:
    """One row as it is read; `amount_gr` is below zero for what was given back."""

    at: datetime
    how: str
    amount_gr: int
    number: str


@dataclass(frozen=True)
class Account:
    """What can be written down next: so much at most, in these ways, the usual one first.

    `puts_off` says that the fee still waits; `called_off` is the reason, where the service was.
    """

    owed_gr: int
    ways: Sequence[str]
    rows: Sequence[Settlement]
    puts_off: bool
    called_off: str


def settle(
    session: Session, service_id: str, visitor: Visitor, *, how: str, number: str, amount_gr: int | None = None
) -> LedgerEntry:
    """Write down that so much, or all that is owed, was paid or given back. The same once more changes nothing.

    Refused without the paper's number, and for more than is owed or in the other direction. Before the service is
    closed the fee that is shown may be paid in advance.
    """
    service = services.find(session, service_id, visitor)
    lock(session, service)
    number = " ".join(number.split())[:MOST_NUMBER]
    if how not in (*IN, *OUT):
        raise Refused("not_a_choice", path="how", choices=", ".join((*IN, *OUT)))
    if not number:
        raise Refused("receipt_wanted", path="number")
    sign = 1 if how in IN else -1
    owed_gr = _owed_gr(session, service)
    if not owed_gr * sign > 0:
        if (last := _last(service)) and (last.how, last.number) == (how, number):
            return service.entries[-1]
        raise Refused("nothing_owed", path="how")
    amount_gr = abs(owed_gr) if amount_gr is None else amount_gr
    if not 0 < amount_gr <= abs(owed_gr):
        raise Refused("more_than_owed", path="amount_gr", owed=money(abs(owed_gr)))
    return ledger.settle(session, service, visitor.actor_id, how, sign * amount_gr, number)


def account(session: Session, service: Service) -> Account:
    """The rows so far, the oldest first, and what may come next."""
    owed_gr = _owed_gr(session, service)
    standing = ledger.standing(service)
    form = standing.decision.get("form") if standing else None
    ways = IN if owed_gr > 0 else OUT if owed_gr < 0 else ()
    usual = {"gift_card": "gift_card", "set_off": "set_off_back", "deferred": "invoiced"}.get(form or "")
    return Account(
        owed_gr=owed_gr,
        ways=sorted(ways, key=lambda way: way != usual),
        rows=_rows(service),
        puts_off=deferring.waits(service),
        called_off=next((body["reason"] for body in _bodies(service, ledger.CALLED_OFF)), ""),
    )


def waiting(session: Session, store: Store) -> Sequence[Service]:
    """The store's services for which something is owed or to be given back, the longest first."""
    wanted = select(Service).where(Service.store_id == store.id, Service.owed_gr != 0)
    return session.scalars(wanted.order_by(Service.closed_at, Service.id)).all()


def _owed_gr(session: Session, service: Service) -> int:
    """By the ledger; of an open service what is shown and not paid yet, and nothing to give back."""
    if service.closed_at is not None:
        return ledger.owed_gr(service)
    decided = quotes.decision_for(session, service.project)
    return max(0, decided[0].charged_gr - ledger.settled_gr(service)) if decided else 0


def _last(service: Service) -> Settlement | None:
    last = service.entries[-1]
    return _row(last, json.loads(last.body)) if last.kind == ledger.SETTLED else None


def _rows(service: Service) -> list[Settlement]:
    return [_row(entry, json.loads(entry.body)) for entry in service.entries if entry.kind == ledger.SETTLED]


def _bodies(service: Service, kind: str) -> Iterator[Mapping[str, Any]]:
    return (json.loads(entry.body) for entry in service.entries if entry.kind == kind)


def _row(entry: LedgerEntry, body: Mapping[str, Any]) -> Settlement:
    return Settlement(entry.at, body["how"], body["amount_gr"], body["number"])
