"""Purchases and returns written down, once each, and what they change in the fee, all in one transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import insert_into, lock
from configurator.errors import Conflict, NotFound, Refused
from configurator.i18n import money
from configurator.offers import adjusting, quotes
from configurator.offers.models import Service
from configurator.projects.code import spoken
from configurator.projects.models import Project
from configurator.purchases.kept import kept_gr
from configurator.purchases.lines import kept_lines
from configurator.purchases.models import PurchaseEntry, Receipt
from configurator.purchases.receipt_number import may_be_same_till, normal
from configurator.purchases.said import Said, today
from configurator.systems.once import once

PURCHASE, RETURN, CORRECTION = "purchase", "return", "correction"
DESK, API = "desk", "api"
MOST_REASON = 500


@dataclass(frozen=True)
class By:
    """Who writes it down: a member of staff at the desk, or a retailer's system by the API."""

    actor_id: str
    door: str


def record(session: Session, project: Project, said: Said, by: By, *, key: str) -> dict[str, Any]:
    """Write down what was bought or brought back; the same `key` again changes nothing and answers the same.

    Refused with the field's path: a receipt that counts already, a return of more than is kept of its receipt.
    A service closed before is judged anew (offers/adjusting.py). A project in the bin takes purchases like any other:
    it can be brought back, and the customer's money counts.
    """
    asked = {"project": project.id, "door": by.door, **said.as_data()}
    return once(session, project.tenant_id, key, asked, lambda: _record(session, project, said, by))


def correct(session: Session, tenant_id: str, entry_id: str, by: By, *, reason: str) -> PurchaseEntry:
    """Take a mistaken entry back by a counter-entry with a reason; a second press finds the one that is there."""
    wrong = session.get(PurchaseEntry, entry_id)
    if wrong is None or wrong.tenant_id != tenant_id:
        raise NotFound("no_entry")
    _hold(session, tenant_id, wrong.receipt.number)
    lock(session, wrong.project)
    services = adjusting.hold_closed(session, wrong.project)
    on_receipt = _on(session, wrong.receipt)
    if found := next((entry for entry in on_receipt if entry.corrects_id == wrong.id), None):
        return found
    if wrong.kind == CORRECTION:
        raise Refused("correct_once", path="reason")
    if not reason.strip():
        raise Refused("reason_wanted", path="reason")
    if wrong.kind == PURCHASE and _kept(on_receipt, wrong) < wrong.amount_gr:
        raise Conflict("correct_returns_first", path="reason")
    counter = PurchaseEntry(
        **_of(wrong, len(on_receipt)),
        kind=CORRECTION,
        amount_gr=-wrong.amount_gr,
        day=today(),
        reason=" ".join(reason.split())[:MOST_REASON],
        corrects_id=wrong.id,
        actor_id=by.actor_id,
        door=by.door,
    )
    return _write(session, counter, services)


def _record(session: Session, project: Project, said: Said, by: By) -> dict[str, Any]:
    receipt = _hold(session, project.tenant_id, normal(said.receipt))
    lock(session, project)
    services = adjusting.hold_closed(session, project)
    on_receipt = _on(session, receipt)
    bought: PurchaseEntry | None
    if said.kind == PURCHASE:
        _refuse_second(on_receipt, project, said, by)
        bought, till, shown = None, normal(said.till), said.receipt
    else:
        bought = _bought(on_receipt, project, said, by)
        till, shown = bought.till, bought.shown
    entry = PurchaseEntry(
        tenant_id=project.tenant_id,
        project_id=project.id,
        receipt_id=receipt.id,
        n=len(on_receipt) + 1,
        shown=shown,
        till=till,
        kind=said.kind,
        amount_gr=said.amount_gr if said.kind == PURCHASE else -said.amount_gr,
        day=said.day,
        lines=json.dumps(kept_lines(session, project.tenant_id, said.lines, bought), ensure_ascii=False),
        actor_id=by.actor_id,
        door=by.door,
    )
    _write(session, entry, services)
    return {
        "id": entry.id,
        "kind": entry.kind,
        "project": spoken(project.code),
        "receipt": entry.shown,
        "till": entry.till,
        "amount_gr": said.amount_gr,
        "receipt_kept_gr": _kept([*on_receipt, entry], entry),
        "project_kept_gr": kept_gr(session, project),
        "fee": quotes.in_short(session, project),
    }


def _hold(session: Session, tenant_id: str, number: str) -> Receipt:
    """The receipt's row, waiting for whoever else writes on a receipt of this number."""
    session.execute(insert_into(session, Receipt).values(tenant_id=tenant_id, number=number).on_conflict_do_nothing())
    wanted = select(Receipt).where(Receipt.tenant_id == tenant_id, Receipt.number == number)
    return session.scalars(wanted.with_for_update()).one()


def _on(session: Session, receipt: Receipt) -> Sequence[PurchaseEntry]:
    wanted = select(PurchaseEntry).where(PurchaseEntry.receipt_id == receipt.id)
    return session.scalars(wanted.order_by(PurchaseEntry.n)).all()


def _standing(on_receipt: Sequence[PurchaseEntry], till: str) -> list[PurchaseEntry]:
    """The purchases that count under this number and may be of this till."""
    mistaken = {entry.corrects_id for entry in on_receipt}
    return [
        entry
        for entry in on_receipt
        if entry.kind == PURCHASE and entry.id not in mistaken and may_be_same_till(entry.till, till)
    ]


def _refuse_second(on_receipt: Sequence[PurchaseEntry], project: Project, said: Said, by: By) -> None:
    for entry in _standing(on_receipt, normal(said.till)):
        if entry.project_id == project.id:
            raise Conflict("receipt_counts_here", path="receipt")
        raise _elsewhere(entry, by)


def _bought(on_receipt: Sequence[PurchaseEntry], project: Project, said: Said, by: By) -> PurchaseEntry:
    """The purchase that is brought back; refused where there is none, or more is brought back than is kept of it."""
    standing = _standing(on_receipt, normal(said.till))
    found = [entry for entry in standing if entry.project_id == project.id]
    if not found and standing:
        raise _elsewhere(standing[0], by)
    if not found:
        raise Refused("no_such_receipt", path="receipt")
    if len(found) > 1:
        raise Refused("which_till", path="till")
    if said.amount_gr > (kept := _kept(on_receipt, found[0])):
        raise Refused("more_than_kept", path="amount_gr", kept=money(kept))
    if said.day < found[0].day:
        raise Refused("before_it_was_bought", path="day")
    return found[0]


def _elsewhere(entry: PurchaseEntry, by: By) -> Conflict:
    """Staff are told which project it counts for; a till is not."""
    if by.door == DESK:
        return Conflict("receipt_counts_for", path="receipt", project=spoken(entry.project.code))
    return Conflict("receipt_counts", path="receipt")


def _kept(entries: Sequence[PurchaseEntry], like: PurchaseEntry) -> int:
    """What is kept of one paper: of its number at its till, in its project."""
    paper = (like.till, like.project_id)
    return sum(entry.amount_gr for entry in entries if (entry.till, entry.project_id) == paper)


def _of(wrong: PurchaseEntry, n: int) -> dict[str, Any]:
    told = ("tenant_id", "project_id", "receipt_id", "shown", "till", "lines")
    return {name: getattr(wrong, name) for name in told} | {"n": n + 1}


def _write(session: Session, entry: PurchaseEntry, services: Sequence[Service]) -> PurchaseEntry:
    session.add(entry)
    session.flush()
    adjusting.adjust(session, services, entry)
    return entry
