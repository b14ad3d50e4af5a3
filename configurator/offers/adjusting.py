"""The fee after the service was closed, written into its ledger: a return, a late purchase, a correction, a deferral.

It is judged by the committed terms (judging.py). What a person has forgiven stays forgiven: a rule takes back its own
benefit at most, never a person's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import lock
from configurator.offers import ledger, limits
from configurator.offers import terms as published
from configurator.offers.judging import Closing, Event, Judged, judge
from configurator.offers.models import LedgerEntry, Service
from configurator.offers.putting_off import put_off
from configurator.projects.models import Project
from configurator.purchases.facts import Wanted, among
from configurator.purchases.kept import entries_of, kept_gr
from configurator.purchases.models import PurchaseEntry
from configurator.purchases.papers import papers, standing
from incentives.facts import Facts

DEFERRAL = "deferral"
"""The cause of a row that decides on what was put off."""


@dataclass(frozen=True)
class History:
    """A closed service, what was known at its closing, and what came since, in the ledger's order."""

    service: Service
    closing: Closing
    events: Sequence[Event]


def hold_closed(session: Session, project: Project) -> list[Service]:
    """The project's closed services whose fee stands on purchases; whoever closes one meanwhile waits."""
    wanted = select(Service).where(Service.project_id == project.id).order_by(Service.id)
    services = session.scalars(wanted).all()
    for service in services:
        lock(session, service)
    closed = (service for service in services if service.closed_at and not service.called_off_at)
    return [service for service in closed if among(published.read(service.terms).reads)]


def adjust(session: Session, service: Service, entry: PurchaseEntry, actor_id: str) -> LedgerEntry:
    """Judge the closed service anew for this entry, and say so in its ledger, also where the fee stays as it was."""
    judged, case = judged_now(session, history_of(session, service, entry))
    put_off(session, service, judged.held.values())
    return write(case, judged, _cause(entry), actor_id)


def judged_now(session: Session, history: History) -> tuple[Judged, limits.Case]:
    """The committed decision judged by all that came since; nobody else uses its limits until this transaction ends."""
    closing, events, service = history.closing, history.events, history.service
    case = limits.Case(session, service.project, closing.terms, service)
    limits.hold(case, closing.facts, [closing.terms.day(closing.at), *(event.day for event in events)])
    return judge(closing, events, lambda day: limits.used(case, closing.facts, day)), case


def write(case: limits.Case, judged: Judged, cause: Mapping[str, Any], actor_id: str) -> LedgerEntry:
    """The row that says what is charged from here on, and why."""
    assert case.service is not None  # noqa: S101 - it was judged
    before = ledger.standing(case.service)
    assert before is not None  # noqa: S101 - a closed service has committed
    charged_gr = max(0, judged.ruled_gr - before.forgiven_gr)
    body = {
        "cause": cause,
        "kept_gr": kept_gr(case.session, case.project),
        "facts": judged.last.facts.as_data(),
        "decision": judged.last.as_data(),
        "ruled_gr": judged.ruled_gr,
        "forgiven_gr": before.forgiven_gr,
        "before_gr": before.charged_gr,
        "charged_gr": charged_gr,
        "owed_gr": charged_gr - before.charged_gr,
        "uses": limits.take(case, judged.held.values()),
    }
    return ledger.append(case.session, case.service, actor_id, "adjusted", body)


def history_of(session: Session, service: Service, newest: PurchaseEntry | None = None) -> History:
    """The service as it was closed, and what came since; of purchases those that were not corrected."""
    before = ledger.standing(service)
    assert before is not None  # noqa: S101 - a closed service has committed
    bodies = [(row.kind, json.loads(row.body)) for row in service.entries]
    rows = [(body["cause"], body["facts"]) for kind, body in bodies if kind == "adjusted"]
    if newest is not None:
        rows.append((_cause(newest), {}))
    counting = {one.id: one for one in standing(entries_of(session, service.project))}
    later = {cause["entry"] for cause, _ in rows if cause["kind"] != DEFERRAL}
    held = [one for one in counting.values() if one.id not in later]
    kept = next((body["wanted"] for kind, body in bodies if kind == "committed" and "wanted" in body), None)
    terms = published.read(service.terms)
    closing = Closing(
        terms=terms,
        at=datetime.fromisoformat(before.committed["at"]),
        facts=Facts.read(before.facts, terms.registry),
        papers=papers(held),
        ordered=terms.day(service.opened_at),
        wanted=None if kept is None else tuple(Wanted(**one) for one in kept),
    )
    return History(service, closing, _events(rows, counting, held))


def _events(
    rows: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]],
    counting: Mapping[str, PurchaseEntry],
    held: Sequence[PurchaseEntry],
) -> list[Event]:
    found, by_then = [], list(held)
    for cause, facts in rows:
        if cause["kind"] == DEFERRAL:
            found.append(Event(0, date.fromisoformat(cause["day"]), papers(by_then), facts))
        elif one := counting.get(cause["entry"]):
            by_then.append(one)
            found.append(Event(one.amount_gr, one.day, papers(by_then)))
    return found


def _cause(entry: PurchaseEntry) -> Mapping[str, Any]:
    return {
        "kind": entry.kind,
        "entry": entry.id,
        "receipt": entry.shown,
        "till": entry.till,
        "day": entry.day.isoformat(),
        "amount_gr": entry.amount_gr,
        "reason": entry.reason,
    }
