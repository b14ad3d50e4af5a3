"""What past cases would have cost under other terms: how many change, in whose favour, by how much, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappush, heappushpop
from typing import Any

from incentives.case import Case
from incentives.choice import Choice
from incentives.decision import decide
from incentives.facts import Facts
from incentives.fault import Fault
from incentives.reading import Node, instant
from incentives.terms import Terms

MOST_TOLD = 10
"""How many of the largest changes are explained, and how many refused cases are named."""


@dataclass(frozen=True)
class Past:
    """One case of the past: its place in the history, when it was, and its facts as JSON."""

    place: int
    at: datetime
    facts: Mapping[str, Any]

    @classmethod
    def read(cls, data: object, place: int, usual_at: datetime | None = None) -> Past:
        """`{"at": time, "facts": {…}}`, or bare facts when the whole history is looked at from one instant."""
        node = Node(data, str(place))
        if "facts" not in node.entries() and usual_at is not None:
            return cls(place, usual_at, node.data)
        fields = node.fields(("facts",) if usual_at else ("facts", "at"), ("at",))
        fields["facts"].entries()
        at = instant(fields["at"].text(), f"{place}/at") if "at" in fields or usual_at is None else usual_at
        return cls(place, at, fields["facts"].data)


@dataclass
class Count:
    """Cases and money under the terms before and after."""

    cases: int = 0
    changed: int = 0
    before_gr: int = 0
    after_gr: int = 0

    def add(self, before_gr: int, after_gr: int) -> None:
        self.cases += 1
        self.changed += before_gr != after_gr
        self.before_gr += before_gr
        self.after_gr += after_gr

    def as_data(self) -> dict[str, Any]:
        difference_gr = self.after_gr - self.before_gr
        return {
            "cases": self.cases,
            "changed": self.changed,
            "before_gr": self.before_gr,
            "after_gr": self.after_gr,
            "difference_gr": difference_gr,
        }


@dataclass
class Report:
    """A running total; `as_data` gives it as JSON with the largest changes explained."""

    before: Terms
    after: Terms
    total: Count = field(default_factory=Count)
    cheaper: Count = field(default_factory=Count)
    dearer: Count = field(default_factory=Count)
    not_final: Count = field(default_factory=Count)
    by_store: dict[str, Count] = field(default_factory=dict)
    by_week: dict[str, Count] = field(default_factory=dict)
    by_rule: dict[str, Count] = field(default_factory=dict)
    largest: list[tuple[int, int, Past]] = field(default_factory=list)
    refused: list[Fault] = field(default_factory=list)
    refused_count: int = 0

    def refuse(self, fault: Fault) -> None:
        self.refused_count += 1
        if len(self.refused) < MOST_TOLD:
            self.refused.append(fault)

    def take(self, data: object, place: int, at: datetime | None = None) -> None:
        """Decide one case of the history; one that cannot be read is counted and named, not decided."""
        try:
            self.add(Past.read(data, place, at))
        except Fault as fault:
            self.refuse(fault)

    def add(self, past: Past) -> None:
        """Decide one case by both terms; Fault when it is not a case for either."""
        for name in past.facts:
            if name not in self.before.registry.facts and name not in self.after.registry.facts:
                raise Fault(f"{past.place}/facts/{name}", "unknown_fact")
        old, new = _outcome(self.before, past), _outcome(self.after, past)
        before_gr, after_gr = old.choice.charged_gr, new.choice.charged_gr
        for count in self._counts(past, before_gr, after_gr):
            count.add(before_gr, after_gr)
        if not (old.final and new.final):
            self.not_final.add(before_gr, after_gr)
        for rule, gained in _by_rule(old.choice, new.choice):
            self.by_rule.setdefault(rule, Count()).add(*gained)
        if before_gr != after_gr:
            self._keep(abs(after_gr - before_gr), past)

    def as_data(self) -> dict[str, Any]:
        return {
            "before": {"terms": self.before.id, "version": self.before.version, "terms_sha": self.before.sha},
            "after": {"terms": self.after.id, "version": self.after.version, "terms_sha": self.after.sha},
            **self.total.as_data(),
            "cheaper": self.cheaper.as_data(),
            "dearer": self.dearer.as_data(),
            "not_final": self.not_final.as_data(),
            "by_store": {name: count.as_data() for name, count in sorted(self.by_store.items())},
            "by_week": {name: count.as_data() for name, count in sorted(self.by_week.items())},
            "by_rule": {name: _waived(count) for name, count in sorted(self.by_rule.items())},
            "largest": [self._explained(past) for _, _, past in sorted(self.largest, reverse=True)],
            "refused": {
                "cases": self.refused_count,
                "first": [{"path": fault.path, "reason": fault.reason} for fault in self.refused],
            },
        }

    def _counts(self, past: Past, before_gr: int, after_gr: int) -> Iterator[Count]:
        year, week, _ = self.after.day(past.at).isocalendar()
        yield self.total
        yield self.by_store.setdefault(str(past.facts.get("store") or ""), Count())
        yield self.by_week.setdefault(f"{year}-W{week:02d}", Count())
        if before_gr != after_gr:
            yield self.cheaper if after_gr < before_gr else self.dearer

    def _keep(self, size_gr: int, past: Past) -> None:
        entry = (size_gr, -past.place, past)
        if len(self.largest) < MOST_TOLD:
            heappush(self.largest, entry)
        else:
            heappushpop(self.largest, entry)

    def _explained(self, past: Past) -> dict[str, Any]:
        sides = {"before": self.before, "after": self.after}
        told = {name: decide(terms, _facts(terms, past), past.at).as_data() for name, terms in sides.items()}
        difference_gr = told["after"]["charged_gr"] - told["before"]["charged_gr"]
        return {"place": past.place, "at": past.at.isoformat(), "difference_gr": difference_gr, **told}


def backtest(before: Terms, after: Terms, history: Iterable[object], at: datetime | None = None) -> Report:
    """Every case of the history decided by both terms, each at its own time, or all at `at`.

    A case that cannot be read is counted and named, not decided. A fact that only one of the terms knows is
    unknown to the other.
    """
    report = Report(before, after)
    for place, data in enumerate(history):
        report.take(data, place, at)
    return report


@dataclass(frozen=True)
class _Outcome:
    choice: Choice
    final: bool


def _outcome(terms: Terms, past: Past) -> _Outcome:
    case = Case.of(terms, _facts(terms, past).values, terms.day(past.at))
    choice = case.best()
    return _Outcome(choice, case.is_final(choice))


def _facts(terms: Terms, past: Past) -> Facts:
    known = {name: value for name, value in past.facts.items() if name in terms.registry.facts}
    return Facts.read(known, terms.registry, f"{past.place}/facts")


def _by_rule(old: Choice, new: Choice) -> Iterator[tuple[str, tuple[int, int]]]:
    """What each rule took off, before and after."""
    was = {pick.rule.id: pick.off_gr for pick in old.picks}
    now = {pick.rule.id: pick.off_gr for pick in new.picks}
    return ((rule, (was.get(rule, 0), now.get(rule, 0))) for rule in {**was, **now})


def _waived(count: Count) -> dict[str, Any]:
    data = count.as_data()
    return {
        "cases": data["cases"],
        "changed": data["changed"],
        "waived_before_gr": data["before_gr"],
        "waived_after_gr": data["after_gr"],
    }
