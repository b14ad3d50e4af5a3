"""How often, or for how much, limited rules were used by the cases before: what the ledger says of a single case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from incentives.choice import Choice
from incentives.limit import Limit, period_of
from incentives.terms import Terms

MOST_PERIODS = 2
"""Time goes on, so what was used in earlier periods is not asked for again; but a clock put back wants the last one."""


class Counts:
    """The uses of the limits that have no column of their own; `holders` are the values of a row by `per`."""

    def __init__(self, limits: Mapping[str, Limit]) -> None:
        self._limits = limits
        self._used: dict[str, dict[str, dict[Any, int]]] = {name: {} for name in limits}

    def used(self, holders: Mapping[str, Any], day: date) -> dict[str, int]:
        """The facts of all limits whose holder is known."""
        return {
            name: self._of(limit, day).get(holders[limit.per], 0)
            for name, limit in self._limits.items()
            if holders[limit.per] is not None
        }

    def take(self, choice: Choice, holders: Mapping[str, Any], day: date) -> None:
        """Count what the choice uses; two limits on the same uses count them once."""
        for name, (limit, amount) in {limit.fact.name: (limit, gr) for limit, gr in _uses(choice)}.items():
            if name in self._limits:
                found, holder = self._of(limit, day), holders[limit.per]
                found[holder] = found.get(holder, 0) + amount

    def _of(self, limit: Limit, day: date) -> dict[Any, int]:
        periods, period = self._used[limit.fact.name], period_of(limit.period, day)
        if period not in periods:
            if len(periods) == MOST_PERIODS:
                del periods[next(iter(periods))]
            periods[period] = {}
        return periods[period]


def counted(terms: Terms, there: frozenset[str]) -> dict[str, Limit]:
    """The limits, by the name of their fact, that no column of the table tells of."""
    return {limit.fact.name: limit for limit in _limits(terms) if limit.fact.name not in there}


def _limits(terms: Terms) -> Iterator[Limit]:
    for rule in terms.all_rules():
        yield from rule.limits


def _uses(choice: Choice) -> Iterator[tuple[Limit, int]]:
    for pick in choice.picks:
        for limit in pick.rule.limits:
            yield limit, pick.off_gr if limit.counts_money else 1
