"""A closed service's fee, judged anew for what came after. Pure.

What the customer had done by then is taken as it was; only the purchases change, with every fact that stands on them
(purchases/facts.py), and the days that go by. The rules of it, for the customer:

* A return is judged as of the day when the benefit was given, so that time alone takes nothing back, and each rule's
  own `on_return` says what stays. A return never lowers a fee, and raises none while it is not known what came back.
* A purchase is judged on its own day, or on the day of closing where that was later. Buying more never raises a fee.
* A mistaken entry never happened: everything since the closing is judged again without it.
* A benefit that is taken back leaves its limit to others; who earns it again needs room in the limit again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from configurator.offers.putting_off import defers
from configurator.purchases.facts import Around, Wanted, among, known
from configurator.purchases.papers import Paper
from incentives.choice import Pick
from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.returns import adjusted_gr, stays
from incentives.terms import Terms

Used = Callable[[date], Mapping[str, int]]
"""What others have used of the limits on a day: facts by their names."""

Held = Mapping[str, tuple[Decision, Pick]]
"""The benefits that the customer has, by their rules, each with the decision that gave it."""


@dataclass(frozen=True)
class Event:
    """Something bought (above zero) or brought back (below) on a day, and the receipts as they stood after it.

    With no amount: the day on which a fee that was put off was decided, and what was known then.
    """

    amount_gr: int
    day: date
    papers: Sequence[Paper]
    known: Mapping[str, Any] = field(default_factory=dict)


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
            name: max(0, value + passed)
            for name in self.terms.registry.growing - names
            if isinstance(value := values.get(name), int)
        }
        bought = known(papers, names, Around(day, self.ordered, proposed, self.wanted))
        return Facts.read(self.facts.as_data() | grown | dict.fromkeys(names) | bought, self.terms.registry)

    def told_more(self, event: Event) -> Closing:
        """The same with what was known on the day of a deferral's decision."""
        at = noon(event.day, self.terms.zone)
        facts = self.with_purchases(event.papers, at).as_data() | dict(event.known)
        return replace(self, at=at, facts=Facts.read(facts, self.terms.registry))


@dataclass(frozen=True)
class Judged:
    """What the terms ask after the events, the last decision, and the one that gave what the customer now has.

    `held` are the benefits that the customer has, for which limits are used.
    """

    ruled_gr: int
    last: Decision
    governing: Decision
    held: Held


def judge(closing: Closing, events: Iterable[Event], used: Used = lambda _: {}) -> Judged:
    """The fee after the events, in their order, from what was known at the closing. Pure, as `used` is."""
    first = _decided(closing, closing.papers, closing.at, used)
    judged = Judged(first.charged_gr, first, first, _picks(first))
    for event in events:
        closing = closing if event.amount_gr else closing.told_more(event)
        after = _after_purchase if event.amount_gr > 0 else _after_return if event.amount_gr < 0 else _after_deferral
        judged = after(judged, closing, event, used)
    return judged


def noon(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(12), zone).astimezone(UTC)


def _decided(closing: Closing, papers: Sequence[Paper], at: datetime, used: Used) -> Decision:
    terms = closing.terms
    return decide(terms, closing.with_purchases(papers, at).but(used(terms.day(at))), at)


def _after_purchase(before: Judged, closing: Closing, event: Event, used: Used) -> Judged:
    at = max(before.governing.at, noon(event.day, closing.terms.zone))
    last = _decided(closing, event.papers, at, used)
    held = _picks(last)
    if (last.charged_gr, _put_off_gr(held)) < (before.ruled_gr, _put_off_gr(before.held)):
        return Judged(last.charged_gr, last, last, held)
    return Judged(before.ruled_gr, last, before.governing, before.held)


def _after_return(before: Judged, closing: Closing, event: Event, used: Used) -> Judged:
    governing = before.governing
    last = _decided(closing, event.papers, governing.at, used)
    if among(last.needs):
        return Judged(before.ruled_gr, last, governing, before.held)
    days = max(0, (event.day - governing.day).days)
    ruled_gr = max(before.ruled_gr, adjusted_gr(governing.core, last.core, days))
    kept = {applied["rule"] for applied in governing.core["applied"] if stays(applied, days)}
    if (ruled_gr, _put_off_gr(_picks(last))) == (before.ruled_gr, _put_off_gr(before.held)):
        return Judged(ruled_gr, last, governing, before.held)
    held = {rule: given for rule, given in before.held.items() if rule in kept}
    return Judged(ruled_gr, last, governing, _picks(last) | held)


def _after_deferral(before: Judged, closing: Closing, event: Event, used: Used) -> Judged:
    """What was put off is asked for now, unless the terms ask for less by now; what was given otherwise stays."""
    last = _decided(closing, event.papers, closing.at, used)
    asked_gr = before.ruled_gr + _put_off_gr(before.held)
    if last.charged_gr <= asked_gr:
        return Judged(last.charged_gr, last, last, _picks(last))
    held = {rule: given for rule, given in before.held.items() if not defers(given[1])}
    return Judged(asked_gr, last, before.governing, held)


def _put_off_gr(held: Held) -> int:
    return sum(pick.off_gr for _, pick in held.values() if defers(pick))


def _picks(decision: Decision) -> dict[str, tuple[Decision, Pick]]:
    return {pick.rule.id: (decision, pick) for pick in decision.choice.picks}
