"""Whether a condition can come true at all: tried on the values at which its leaves change their answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from incentives.bonds import Bonds
from incentives.condition import Condition, Demand, Leaf
from incentives.fact import NUMBERS, Fact, Type, Value
from incentives.reading import BIGGEST

MOST_BRANCHES = 10_000
MOST_BOUND = 200
"""So many branches are tried with the bonds between facts; a more branched tree is tried without them."""
FREE = Bonds()
"""No fact is bound to another."""


def can_be(condition: Condition, *, wanted: bool, bonds: Bonds = FREE) -> bool:
    """Whether some facts make it (not) met. Facts are independent but for their bonds.

    A tree too branched counts as possible.
    """
    branches = list(islice(condition.branches(wanted=wanted), MOST_BRANCHES))
    held = bonds if len(branches) <= MOST_BOUND else FREE
    return len(branches) == MOST_BRANCHES or any(_possible(branch, held) for branch in branches)


def _possible(branch: tuple[Demand, ...], bonds: Bonds) -> bool:
    by_fact: dict[str, list[Demand]] = {}
    for leaf, wanted in branch:
        by_fact.setdefault(leaf.fact.name, []).append((leaf, wanted))
    if not all(_some_value(demands) for demands in by_fact.values()):
        return False
    bound = {name: demands for name, demands in by_fact.items() if name in bonds.names}
    return len(bound) < 2 or _can_stand_together(bound, bonds)


def _can_stand_together(by_fact: Mapping[str, list[Demand]], bonds: Bonds) -> bool:
    def fits(name: str, value: int) -> bool:
        return _meets(value, by_fact.get(name, ()))

    values = {name: _numbers([leaf for leaf, _ in demands]) for name, demands in by_fact.items()}
    return bonds.can_hold(values, fits)


def _numbers(leaves: list[Leaf]) -> list[int]:
    return [value for value in _candidates(leaves[0].fact, leaves) if isinstance(value, int)]


def _some_value(demands: list[Demand]) -> bool:
    leaves = [leaf for leaf, _ in demands]
    return any(_meets(value, demands) for value in _candidates(leaves[0].fact, leaves))


def _meets(value: Value, demands: Iterable[Demand]) -> bool:
    return all(leaf.holds(value) is wanted for leaf, wanted in demands)


def _candidates(fact: Fact, leaves: list[Leaf]) -> Iterator[Value]:
    """Values among which one meets the demands if any value does."""
    named = [value for leaf in leaves for value in _named(leaf)]
    if fact.type is Type.FLAG:
        yield from (False, True)
    elif fact.type in NUMBERS:
        most = 100 if fact.type is Type.PERCENT else BIGGEST
        around = {number + step for number in named if isinstance(number, int) for step in (-1, 0, 1)}
        yield from (number for number in sorted(around | {0, most}) if 0 <= number <= most)
    elif fact.type is Type.WORD:
        yield from (fact.choices if not fact.open else (*named, "another word"))
    else:
        words = sorted({word for value in named for word in (value if isinstance(value, frozenset) else {str(value)})})
        yield from (frozenset(chosen) for chosen in _subsets(words[:10]))


def _named(leaf: Leaf) -> tuple[Value, ...]:
    return leaf.wanted if isinstance(leaf.wanted, tuple) else (leaf.wanted,)


def _subsets(words: list[str]) -> Iterator[list[str]]:
    for mask in range(2 ** len(words)):
        yield [word for place, word in enumerate(words) if mask >> place & 1]
