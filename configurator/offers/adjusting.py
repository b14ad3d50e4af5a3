"""The fee after the service was closed: a return, a late purchase or a correction, judged by the committed terms.

What the customer had done by then is taken as it was; only the purchases change. The rules of it, for the customer:

* A return is judged as of the day when the benefit was given, so that time alone takes nothing back, and each rule's
  own `on_return` says what stays. A return never lowers a fee.
* A purchase is judged on its own day, or on the day of closing where that was later. Buying more never raises a fee.
* A mistaken entry never happened: everything since the closing is judged again without it.
* What a person has forgiven stays forgiven. A rule takes back its own benefit at most, never a person's.
* A benefit that is taken back leaves its limit to others; who earns it again needs room in the limit again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import lock
from configurator.offers import ledger, limits
from configurator.offers import terms as published
from configurator.offers.models import LedgerEntry, Service
from configurator.offers.putting_off import defers, put_off
from configurator.projects.models import Project
from configurator.purchases.kept import FACT, entries_of, kept_gr
from configurator.purchases.models import PurchaseEntry
from incentives.choice import Pick
from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.returns import adjusted_gr, stays
from incentives.terms import Terms

DEFERRAL = "deferral"
"""The cause of a row that decides on what was put off."""

Used = Callable[[date], Mapping[str, int]]
"""What others have used of the limits on a day: facts by their names."""


@dataclass(frozen=True)
class Event:
    """Something bought (above zero) or brought back (below) on a day, after the service was closed.

    With no amount: the day on which a fee that was put off was decided, and what was known then.
    """

    amount_gr: int
    day: date
    known: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Judged:
    """What the terms ask after the events, the last decision, and the one that gave what the customer now has.

    `held` is what is applied still, each rule's pick with the decision that gave it.
    """

    ruled_gr: int
    last: Decision
    governing: Decision
    held: Mapping[str, tuple[Decision, Pick]] = field(default_factory=dict)


def hold_closed(session: Session, project: Project) -> list[Service]:
    """The project's closed services whose fee stands on purchases; whoever closes one meanwhile waits."""
    wanted = select(Service).where(Service.project_id == project.id).order_by(Service.id)
    services = session.scalars(wanted).all()
    for service in services:
        lock(session, service)
    closed = (service for service in services if service.closed_at and not service.called_off_at)
    return [service for service in closed if FACT in published.read(service.terms).reads]


def adjust(session: Session, service: Service, entry: PurchaseEntry, actor_id: str) -> LedgerEntry:
    """Judge the closed service anew for this entry, and say so in its ledger, also where the fee stays as it was."""
    judged, case = judged_now(session, service, events_since(session, service, entry))
    put_off(session, service, judged.held.values())
    return write(case, judged, _cause(entry), actor_id)


def judged_now(session: Session, service: Service, events: Sequence[Event]) -> tuple[Judged, limits.Case]:
    """The committed decision judged by all that came since; nobody else uses its limits until this transaction ends."""
    before = ledger.standing(service)
    assert before is not None  # noqa: S101 - a closed service has committed
    terms = published.read(service.terms)
    case = limits.Case(session, service.project, terms, service)
    facts = Facts.read(before.facts, terms.registry)
    if FACT in terms.reads:
        facts = facts.but({FACT: kept_gr(session, service.project) - sum(event.amount_gr for event in events)})
    closed = datetime.fromisoformat(before.committed["at"])
    limits.hold(case, facts, [terms.day(closed), *(event.day for event in events)])
    return judge(terms, facts, closed, events, lambda day: limits.used(case, facts, day)), case


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


def events_since(session: Session, service: Service, newest: PurchaseEntry | None = None) -> list[Event]:
    """What came since the closing, in the ledger's order, without what was corrected."""
    entries = {entry.id: entry for entry in entries_of(session, service.project)}
    mistaken = {entry.corrects_id for entry in entries.values()}
    found = []
    for row in (json.loads(row.body) for row in service.entries if row.kind == "adjusted"):
        if row["cause"]["kind"] == DEFERRAL:
            found.append(Event(0, date.fromisoformat(row["cause"]["day"]), row["facts"]))
        else:
            found += _event(entries[row["cause"]["entry"]], mistaken)
    return found + (_event(newest, mistaken) if newest else [])


def judge(
    terms: Terms, at_closing: Facts, closed: datetime, events: Iterable[Event], used: Used = lambda _: {}
) -> Judged:
    """The fee after the events, in their order, from the facts and the instant of the closing. Pure, as `used` is."""
    first = decide(terms, at_closing.but(used(terms.day(closed))), closed)
    judged, facts = Judged(first.charged_gr, first, first, _picks(first)), at_closing
    for event in events:
        facts = _with(facts, event)
        after = _after_purchase if event.amount_gr > 0 else _after_return if event.amount_gr < 0 else _after_deferral
        judged = after(judged, facts, event, used)
    return judged


def _after_purchase(before: Judged, facts: Facts, event: Event, used: Used) -> Judged:
    terms = before.governing.terms
    at = max(before.governing.at, _noon(event.day, terms.zone))
    last = decide(terms, facts.but(used(terms.day(at))), at)
    held = _picks(last)
    if (last.charged_gr, _put_off_gr(held)) < (before.ruled_gr, _put_off_gr(before.held)):
        return Judged(last.charged_gr, last, last, held)
    return Judged(before.ruled_gr, last, before.governing, before.held)


def _after_return(before: Judged, facts: Facts, event: Event, used: Used) -> Judged:
    governing = before.governing
    last = decide(governing.terms, facts.but(used(governing.day)), governing.at)
    days = max(0, (event.day - governing.day).days)
    ruled_gr = max(before.ruled_gr, adjusted_gr(governing.core, last.core, days))
    kept = {applied["rule"] for applied in governing.core["applied"] if stays(applied, days)}
    if (ruled_gr, _put_off_gr(_picks(last))) == (before.ruled_gr, _put_off_gr(before.held)):
        return Judged(ruled_gr, last, governing, before.held)
    held = {rule: given for rule, given in before.held.items() if rule in kept}
    return Judged(ruled_gr, last, governing, _picks(last) | held)


def _after_deferral(before: Judged, facts: Facts, event: Event, used: Used) -> Judged:
    """What was put off is asked for now, unless the terms ask for less by now; what was given otherwise stays."""
    last = decide(before.governing.terms, facts.but(used(event.day)), _noon(event.day, before.governing.terms.zone))
    asked_gr = before.ruled_gr + _put_off_gr(before.held)
    if last.charged_gr <= asked_gr:
        return Judged(last.charged_gr, last, last, _picks(last))
    held = {rule: given for rule, given in before.held.items() if not defers(given[1])}
    return Judged(asked_gr, last, before.governing, held)


def _put_off_gr(held: Mapping[str, tuple[Decision, Pick]]) -> int:
    return sum(pick.off_gr for _, pick in held.values() if defers(pick))


def _picks(decision: Decision) -> dict[str, tuple[Decision, Pick]]:
    return {pick.rule.id: (decision, pick) for pick in decision.choice.picks}


def _with(facts: Facts, event: Event) -> Facts:
    if event.amount_gr:
        return facts.but({FACT: _sum(facts) + event.amount_gr})
    known = Facts.read(dict(event.known), facts.registry)
    return facts.but(known.values)


def _sum(facts: Facts) -> int:
    value = facts.values[FACT]
    assert isinstance(value, int)  # noqa: S101 - tells the type checker
    return value


def _event(entry: PurchaseEntry, mistaken: Container[str | None]) -> list[Event]:
    return [] if entry.kind == "correction" or entry.id in mistaken else [Event(entry.amount_gr, entry.day)]


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


def _noon(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(12), zone).astimezone(UTC)
