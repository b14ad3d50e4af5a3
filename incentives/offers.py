"""What a tariff can take off, the most first, when neither the list price nor any benefit depends on the facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incentives.canonical import canonical
from incentives.condition import Condition, Test
from incentives.conditions.all_of import AllOf
from incentives.effect import FeeEffect
from incentives.fact import Value
from incentives.fee import Listed
from incentives.index import Index
from incentives.rule import Rule, Window


@dataclass(frozen=True, eq=False, slots=True)
class Offer:
    """A rule, whether it is met but for its limits, and what it leaves to pay."""

    rule: Rule
    test: Test
    window: Window
    listed: Listed
    left_gr: int

    def fits(self, values: Mapping[str, Value]) -> bool:
        """Whether the rule's limits leave room for it."""
        return not self.rule.limits or self.rule.truth(self.listed, values) is True


@dataclass(frozen=True, eq=False, slots=True)
class Shelf:
    """Offers, the best first, and what all of them ask for: it is asked once."""

    test: Test
    offers: tuple[Offer, ...]

    @classmethod
    def of(cls, rules: Sequence[Rule], listed: Listed) -> Shelf:
        asked = [{canonical(part.as_data()): part for part in _parts(rule.when)} for rule in rules]
        shared = [key for key in (asked[0] if asked else ()) if all(key in parts for parts in asked)]
        offers = [
            Offer(rule, _all(parts, but=shared), rule.window, listed, listed.total_gr - _off_gr(rule, listed))
            for rule, parts in zip(rules, asked, strict=True)
        ]
        common = AllOf(tuple(asked[0][key] for key in shared)).test(wanted=True)
        return cls(common, tuple(sorted(offers, key=lambda offer: offer.left_gr)))


class Offers:
    """The rules of the only lane, by the word of `fact` that they ask for; of those met the first leaves the least.

    `others` are for every other word, and for none.
    """

    def __init__(self, rules: Sequence[Rule], listed: Listed) -> None:
        index = Index([rule for rule in rules if _off_gr(rule, listed)])
        self.listed = listed
        self.fact = index.fact
        self.others = Shelf.of(index.others, listed)
        self.by_word: dict[Any, Shelf] = {word: Shelf.of(found, listed) for word, found in index.by_word.items()}


def _off_gr(rule: Rule, listed: Listed) -> int:
    then = rule.then
    return then.off_gr(then.covered_gr(listed.lines), {}) or 0 if isinstance(then, FeeEffect) else 0


def _parts(condition: Condition) -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, AllOf) else (condition,)


def _all(parts: Mapping[bytes, Condition], *, but: Sequence[bytes]) -> Test:
    return AllOf(tuple(part for key, part in parts.items() if key not in but)).test(wanted=True)
