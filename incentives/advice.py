"""Ways to a lower fee: what the customer can still do, each tried by deciding again before it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from incentives.act import Act, asks_no_more, changed_by, cost_gr, growing_with, known, price, variants_of
from incentives.case import Case
from incentives.choice import Choice
from incentives.condition import Changes
from incentives.effect import FeeEffect
from incentives.fact import Type
from incentives.rule import Rule

MOST_WAYS = 3
MOST_TRIES = 16


@dataclass(frozen=True)
class Way:
    """Acts of the customer, all the facts they change, and what would be charged then.

    `cost_gr` is None when it costs money that the facts do not tell; `until` is the last day on which it works.
    """

    rule: Rule
    acts: tuple[Act, ...]
    changes: Mapping[str, int]
    charged_gr: int
    cost_gr: int | None
    until: date | None

    def as_data(self) -> dict[str, Any]:
        return {
            "rule": self.rule.id,
            "acts": [act.as_data() for act in self.acts],
            "changes": dict(sorted(self.changes.items())),
            "charged_gr": self.charged_gr,
            "cost_gr": self.cost_gr,
            "until": self.until.isoformat() if self.until else None,
        }


def ways(case: Case, choice: Choice) -> tuple[Way, ...]:
    """At most three ways from what is chosen now, those to the lowest fee, told cheapest first.

    None while the list price itself is unknown: nothing could be promised.
    """
    now_gr = 0 if case.unsure or case.listed.needs else _now_gr(case, choice)
    found: list[Way] = []
    for rule, acts in islice(_worth_trying(case, choice, found), MOST_TRIES) if now_gr else ():
        if (way := _tried(case, rule, acts)) and way.charged_gr < now_gr:
            _keep(way, found)
    best = sorted(found, key=lambda way: (way.charged_gr, price(way.acts)))[:MOST_WAYS]
    return tuple(sorted(best, key=lambda way: price(way.acts)))


def _worth_trying(case: Case, choice: Choice, found: list[Way]) -> Iterator[tuple[Rule, tuple[Act, ...]]]:
    """What no way found so far makes needless; with enough of them found, only what could do as well with less.

    Less cannot do as well where one rule is applied for a benefit of one size: whoever does what the better rule
    asks for has been shown that way before.
    """
    for rule, acts in _most_promising_first(case, choice):
        enough = len(found) >= MOST_WAYS
        if enough and not case.tariff.adds_up:
            return
        needless = any(way.charged_gr == 0 and asks_no_more(way.acts, acts) for way in found)
        if not needless and (not enough or any(asks_no_more(acts, way.acts) for way in found)):
            yield rule, acts


def _keep(way: Way, found: list[Way]) -> None:
    """Add the way, unless another asks for no more and leads as far; drop those of which this is true."""
    if not any(other.charged_gr <= way.charged_gr and asks_no_more(other.acts, way.acts) for other in found):
        found[:] = [
            other for other in found if other.charged_gr < way.charged_gr or not asks_no_more(way.acts, other.acts)
        ]
        found.append(way)


def _now_gr(case: Case, choice: Choice) -> int:
    """What is to be lowered: what is charged now, or would be if it were not put off."""
    return case.best(deferring=False).charged_gr if case.tariff.deferring.rules else choice.charged_gr


def _most_promising_first(case: Case, choice: Choice) -> Iterator[tuple[Rule, tuple[Act, ...]]]:
    """Sets of acts that might bring a rule about: of the rules that could leave the lowest fee first, the cheapest."""
    promises = sorted(_promises(case), key=itemgetter(0))
    for _, alike in groupby(promises, key=itemgetter(0)):
        candidates = ((rule, acts) for _, rule, whole in alike for acts in _acts_for(case, choice, rule, whole))
        yield from sorted(candidates, key=lambda candidate: (*price(candidate[1]), candidate[0].id))


def _promises(case: Case) -> Iterator[tuple[int, Rule, Changes]]:
    """The fee that each rule alone could leave, and what makes its benefit that large."""
    for rule in case.tariff.rules:
        then = rule.then
        if isinstance(then, FeeEffect) and not then.defers and rule.window.covers(case.day):
            covered_gr = then.covered_gr(case.listed.lines)
            whole = then.raised_for(covered_gr)
            off_gr = then.off_gr(covered_gr, {**case.values, **whole} if whole else case.values)
            yield case.listed.total_gr - (off_gr or 0), rule, whole


def _acts_for(case: Case, choice: Choice, rule: Rule, whole: Changes) -> Iterator[tuple[Act, ...]]:
    """What meets the rule, and the same with what besides makes its benefit whole; each set of acts once."""
    seen: list[tuple[Act, ...]] = [()]
    for path in _paths(case, choice, rule):
        for changes in (path, _merged(path, whole)) if whole else (path,):
            if (acts := _acts(case, changes)) not in seen:
                seen.append(acts)
                yield acts


def _paths(case: Case, choice: Choice, rule: Rule) -> Iterator[Changes]:
    """What meets the rule on its own, and what meets it on top of the rules applied, which use something up."""
    condition = rule.condition(case.listed, case.values)
    yield from condition.paths(case.values, wanted=True)
    if choice.values is not case.values and all(pick.rule is not rule for pick in choice.picks):
        for path in condition.paths(choice.values, wanted=True):
            used = {name: (known(case.values, name) or 0) - (known(choice.values, name) or 0) for name in path}
            yield {name: value + used[name] for name, value in path.items()}


def _merged(path: Changes, whole: Changes) -> Changes:
    return {name: max(path.get(name, value), value) for name, value in {**path, **whole}.items()}


def _acts(case: Case, changes: Changes) -> tuple[Act, ...]:
    """The changes that the customer makes; what is unknown or not his to change is left to the trial."""
    acts = []
    for name, after in changes.items():
        fact, before = case.terms.registry.facts[name], known(case.values, name)
        if before is not None and after > before and fact.can_be_raised(case.values):
            acts.append(Act(fact, before, after))
    return tuple(sorted(acts, key=lambda act: (act.fact.type is Type.MONEY, act.fact.effort, act.fact.name)))


def _tried(case: Case, rule: Rule, acts: tuple[Act, ...]) -> Way | None:
    """The way, when deciding again gives the same fee however its acts are carried out."""
    changes = changed_by(acts, case.values, case.terms.depends_on)
    variants = (changes, *variants_of(changes, acts, case.values, case.terms.depends_on))
    fees = {case.with_values({**case.values, **variant}).best(deferring=False).charged_gr for variant in variants}
    if len(fees) > 1:
        return None
    after = {**case.values, **changes}
    last = rule.last_day(case.listed, after, case.day, growing_with(acts, case.terms.registry.growing))
    return Way(rule, acts, changes, fees.pop(), cost_gr(acts), last)
