"""What a tariff can take off, the most first, when neither the list price nor any benefit depends on the facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incentives.canonical import canonical
from incentives.condition import Condition, Leaf, Test
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


class Offers:
    """The rules of the only lane, by the word of `fact` that they ask for; of those met the first leaves the least.

    `others` are for every other word, and for none.
    """

    def __init__(self, rules: Sequence[Rule], listed: Listed) -> None:
        index = Index([rule for rule in rules if _off_gr(rule, listed)])
        self.listed = listed
        self.fact = index.fact
        self._tests: dict[tuple[bytes, ...], Test] = {}
        self.others = self._shelf(index.others, None)
        self.by_word: dict[Any, Shelf] = {word: self._shelf(found, word) for word, found in index.by_word.items()}

    def _shelf(self, rules: Sequence[Rule], word: str | None) -> Shelf:
        asked = [self._asked(rule, word) for rule in rules]
        shared = [key for key in (asked[0] if asked else ()) if all(key in parts for parts in asked)]
        offers = [
            Offer(
                rule,
                self._test({key: part for key, part in parts.items() if key not in shared}),
                rule.window,
                self.listed,
                self.listed.total_gr - _off_gr(rule, self.listed),
            )
            for rule, parts in zip(rules, asked, strict=True)
        ]
        common = self._test({key: asked[0][key] for key in shared})
        return Shelf(common, tuple(sorted(offers, key=lambda offer: offer.left_gr)))

    def _asked(self, rule: Rule, word: str | None) -> Mapping[bytes, Condition]:
        """The parts of what the rule asks for, without those that the shelf's word answers."""
        return {canonical(part.as_data()): part for part in _parts(rule.when) if not self._is_met_by(word, part)}

    def _is_met_by(self, word: str | None, part: Condition) -> bool:
        return word is not None and isinstance(part, Leaf) and part.fact.name == self.fact and part.holds(word)

    def _test(self, parts: Mapping[bytes, Condition]) -> Test:
        """All of them together; what many rules ask alike is made ready once, so that it stays near at hand."""
        key = tuple(parts)
        if key not in self._tests:
            self._tests[key] = AllOf(tuple(parts.values())).test(wanted=True)
        return self._tests[key]


def _off_gr(rule: Rule, listed: Listed) -> int:
    then = rule.then
    return then.off_gr(then.covered_gr(listed.lines), {}) or 0 if isinstance(then, FeeEffect) else 0


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _parts(part)
    else:
        yield condition
