"""Which rules are applied: among what may be combined, what is best for the customer, always the same way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from incentives.effect import FeeEffect, Grant
from incentives.fact import Value
from incentives.fee import Line, Listed
from incentives.rule import Rule
from incentives.tariff import Lane, Tariff


@dataclass(frozen=True)
class Pick:
    """A rule that is applied and what it gives."""

    rule: Rule
    off_gr: int = 0
    grant: Grant | None = None


@dataclass(frozen=True)
class Choice:
    """The rules applied, in order, the lines of the fee they leave, and the facts they leave unconsumed."""

    picks: tuple[Pick, ...]
    lines: tuple[Line, ...]
    values: Mapping[str, Value]

    @property
    def charged_gr(self) -> int:
        return sum(line.amount_gr for line in self.lines)

    def taken(self, group: str | None) -> bool:
        return group is not None and any(pick.rule.group == group for pick in self.picks)

    def rank(self) -> tuple[object, ...]:
        """Less to pay first; then fewer rules, higher priority, and the earlier name."""
        priorities = tuple(-pick.rule.priority for pick in self.picks)
        return (self.charged_gr, len(self.picks), priorities, tuple(pick.rule.id for pick in self.picks))


@dataclass(frozen=True)
class Chooser:
    """One case to choose in. `hopeful` takes whatever is unknown as it would be best for the customer."""

    tariff: Tariff
    listed: Listed
    day: date
    hopeful: bool = False
    deferring: bool = True

    def best(self, values: Mapping[str, Value]) -> Choice:
        """The best choice for these facts."""
        found = self.charged(values)
        for lane in self.tariff.grant_lanes:
            found = self._with_best_of(lane, found)
        return found

    def charged(self, values: Mapping[str, Value]) -> Choice:
        """The best choice of what lowers the fee or puts it off, without what is granted apart."""
        found = self._lowest(self.tariff.fee_lanes, Choice((), self.listed.lines, values))
        if self.deferring and self.tariff.deferring.rules and found.charged_gr:
            found = self._put_off(found, values)
        return found

    def _put_off(self, before: Choice, values: Mapping[str, Value]) -> Choice:
        """What is left deferred. Deferring gives nothing away, so it is judged by the facts before any was used up."""
        deferred = self._with_best_of(self.tariff.deferring, Choice(before.picks, before.lines, values))
        return Choice(deferred.picks, deferred.lines, before.values)

    def _lowest(self, lanes: Sequence[Lane], before: Choice) -> Choice:
        """The best that can still be reached: of every lane none or one, in the order of the lanes."""
        if len(lanes) < 2:
            return self._with_best_of(lanes[0], before) if lanes else before
        befores = (before, *(_after(before, pick) for pick in self._picks(lanes[0], before)))
        return min((self._lowest(lanes[1:], state) for state in befores), key=Choice.rank)

    def _with_best_of(self, lane: Lane, before: Choice) -> Choice:
        """With nothing to follow that depends on it, the best of a lane is what gives the most."""
        pick = min(self._picks(lane, before), key=_generosity, default=None)
        return _after(before, pick) if pick else before

    def _picks(self, lane: Lane, before: Choice) -> Iterator[Pick]:
        """What each rule of the lane would give here; rules that would give nothing are left out."""
        rules = lane.possible if self.hopeful else lane.certain
        for rule in rules(before.values, self.listed):
            if rule.window.covers(self.day) and not before.taken(rule.group) and (pick := self.gives(rule, before)):
                yield pick

    def gives(self, rule: Rule, before: Choice) -> Pick | None:
        """What the rule would give here; None when that is nothing, or unknown and we do not hope."""
        then = rule.then
        if isinstance(then, FeeEffect):
            covered_gr = then.covered_gr(before.lines)
            off_gr = then.off_gr(covered_gr, before.values)
            if off_gr is None and self.hopeful:
                off_gr = covered_gr
            return Pick(rule, off_gr) if off_gr else None
        grant = then.grant(before.values, self.day)
        if grant is None:
            return Pick(rule) if self.hopeful else None
        return Pick(rule, grant=grant) if grant.worth_gr or grant.count else None


def _after(before: Choice, pick: Pick) -> Choice:
    then, consumes = pick.rule.then, pick.rule.consumes
    lines = then.after(before.lines, pick.off_gr) if isinstance(then, FeeEffect) else before.lines
    values = consumes.after(before.values) if consumes else before.values
    return Choice((*before.picks, pick), lines, values)


def _generosity(pick: Pick) -> tuple[int, int, int, int, str]:
    """More given first, an unknown grant being hoped to be the best; then higher priority and the earlier name."""
    grant = pick.grant
    hoped = not pick.off_gr and grant is None
    worth_gr, count = (grant.worth_gr, grant.left) if grant else (0, 0)
    return (-hoped, -pick.off_gr - worth_gr, -count, -pick.rule.priority, pick.rule.id)
