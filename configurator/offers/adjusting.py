"""The fee after the service was closed: a return, a late purchase or a correction, judged by the committed terms.

What the customer had done by then is taken as it was; only the purchases change, with every fact that stands on them
(purchases/facts.py), and the days that go by. The rules of it, for the customer:

* A return is judged as of the day when the benefit was given, so that time alone takes nothing back, and each rule's
  own `on_return` says what stays. A return never lowers a fee, and raises none while it is not known what came back.
* A purchase is judged on its own day, or on the day of closing where that was later. Buying more never raises a fee.
* A mistaken entry never happened: everything since the closing is judged again without it.
* What a person has forgiven stays forgiven. A rule takes back its own benefit at most, never a person's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.db import lock
from configurator.offers import ledger
from configurator.offers import terms as published
from configurator.offers.ledger import Standing
from configurator.offers.models import LedgerEntry, Service
from configurator.projects.models import Project
from configurator.purchases.facts import Around, Wanted, among, known
from configurator.purchases.kept import entries_of, kept_gr
from configurator.purchases.models import PurchaseEntry
from configurator.purchases.papers import Paper, papers, standing
from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.returns import adjusted_gr
from incentives.terms import Terms


@dataclass(frozen=True)
class Event:
    """Something bought (above zero) or brought back (below) on a day, and the receipts as they stood after it."""

    amount_gr: int
    day: date
    papers: Sequence[Paper]


@dataclass(frozen=True)
class Closing:
    """A service as it was closed: what was known then, the receipts of then, and what the project wanted.

    Of the receipts those are left out that were corrected since.
    """

    terms: Terms
    at: datetime
    facts: Facts
    papers: Sequence[Paper]
    ordered: date | None = None
    wanted: tuple[Wanted, ...] | None = None

    def with_purchases(self, papers: Sequence[Paper], at: datetime) -> Facts:
        """The facts of the closing, but with these receipts, and with time gone on to that instant."""
        day, closed = self.terms.day(at), self.terms.day(self.at)
        passed, names = (day - closed).days, among(self.terms.reads)
        values = self.facts.values
        since = values.get("days_since_proposal")
        proposed = closed - timedelta(days=since) if isinstance(since, int) else None
        grown = {
            name: value + passed
            for name in self.terms.registry.growing - names
            if isinstance(value := values.get(name), int)
        }
        bought = known(papers, names, Around(day, self.ordered, proposed, self.wanted))
        return Facts.read(self.facts.as_data() | grown | dict.fromkeys(names) | bought, self.terms.registry)


@dataclass(frozen=True)
class Judged:
    """What the terms ask after the events, the last decision, and the one that gave what the customer now has."""

    ruled_gr: int
    last: Decision
    governing: Decision


def hold_closed(session: Session, project: Project) -> list[Service]:
    """The project's closed services whose fee stands on purchases; whoever closes one meanwhile waits."""
    wanted = select(Service).where(Service.project_id == project.id).order_by(Service.id)
    services = session.scalars(wanted).all()
    for service in services:
        lock(session, service)
    return [service for service in services if service.closed_at and among(published.read(service.terms).reads)]


def adjust(session: Session, service: Service, entry: PurchaseEntry, actor_id: str) -> LedgerEntry:
    """Judge the closed service anew for this entry, and say so in its ledger, also where the fee stays as it was."""
    before = ledger.standing(service)
    assert before is not None  # noqa: S101 - a closed service has committed
    judged = judge(*_since_closing(session, service, before, entry))
    charged_gr = max(0, judged.ruled_gr - before.forgiven_gr)
    body = {
        "cause": _cause(entry),
        "kept_gr": kept_gr(session, service.project),
        "facts": judged.last.facts.as_data(),
        "decision": judged.last.as_data(),
        "ruled_gr": judged.ruled_gr,
        "forgiven_gr": before.forgiven_gr,
        "before_gr": before.charged_gr,
        "charged_gr": charged_gr,
        "owed_gr": charged_gr - before.charged_gr,
    }
    return ledger.append(session, service, actor_id, "adjusted", body)


def judge(closing: Closing, events: Iterable[Event]) -> Judged:
    """The fee after the events, in their order, from what was known at the closing. Pure."""
    terms = closing.terms
    governing = last = decide(terms, closing.with_purchases(closing.papers, closing.at), closing.at)
    ruled_gr = governing.charged_gr
    for event in events:
        at = max(governing.at, _noon(event.day, terms.zone)) if event.amount_gr > 0 else governing.at
        last = decide(terms, closing.with_purchases(event.papers, at), at)
        if event.amount_gr > 0:
            if last.charged_gr < ruled_gr:
                governing, ruled_gr = last, last.charged_gr
        elif not among(last.needs):
            days = max(0, (event.day - governing.day).days)
            ruled_gr = max(ruled_gr, adjusted_gr(governing.core, last.core, days))
    return Judged(ruled_gr, last, governing)


def _since_closing(
    session: Session, service: Service, before: Standing, newest: PurchaseEntry
) -> tuple[Closing, list[Event]]:
    """The closing, and what was bought and brought back since, in the ledger's order."""
    counting = standing(entries_of(session, service.project))
    bodies = [(row.kind, json.loads(row.body)) for row in service.entries]
    named = [body["cause"]["entry"] for kind, body in bodies if kind == "adjusted"]
    later = {id_: one for id_ in (*named, newest.id) for one in counting if one.id == id_}
    terms, held = published.read(service.terms), [one for one in counting if one.id not in later]
    kept = next((body["wanted"] for kind, body in bodies if kind == "committed" and "wanted" in body), None)
    closing = Closing(
        terms=terms,
        at=datetime.fromisoformat(before.committed["at"]),
        facts=Facts.read(before.facts, terms.registry),
        papers=papers(held),
        ordered=terms.day(service.opened_at),
        wanted=None if kept is None else tuple(Wanted(**one) for one in kept),
    )
    return closing, list(_events(held, list(later.values())))


def _events(held: list[PurchaseEntry], later: Sequence[PurchaseEntry]) -> Iterator[Event]:
    for place, one in enumerate(later, start=1):
        yield Event(one.amount_gr, one.day, papers([*held, *later[:place]]))


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
