"""What must hold between facts: a sum and its parts, and a fact that is a part of another.

facts.json says it with `sum_of` and with what a fact `brings`: who raises purchases from the project raises purchases,
so there are never more of the former. A retailer's own facts are stated one by one, and so bind nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from incentives.fact import NUMBERS, Fact, Type
from incentives.reading import BIGGEST
from incentives.registry import Registry

MOST_ROUNDS = 50
"""Bounds that still move then are left as they are: a contradiction may go unseen, none is made up."""

Fits = Callable[[str, int], bool]
"""Whether a fact may have this value, as far as the conditions about it alone say."""


@dataclass(frozen=True)
class Bound:
    """The least and the most that a fact can be."""

    least: int
    most: int


@dataclass(frozen=True)
class Bonds:
    """`parts`: never more than the other. `sums`: exactly these added up. All of them are numbers from zero."""

    parts: tuple[tuple[str, str], ...] = ()
    sums: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, registry: Registry, but: Collection[str] = ()) -> Bonds:
        """Those of the registry's facts, without the facts named in `but`."""
        facts = {name: fact for name, fact in registry.facts.items() if name not in but and _is_number(fact)}
        return cls(
            tuple(
                (name, whole)
                for name, fact in facts.items()
                for whole in (*fact.brings.raised, *fact.brings.raised_to)
                if whole in facts
            ),
            tuple(
                (name, fact.sum_of) for name, fact in facts.items() if fact.sum_of and set(fact.sum_of) <= set(facts)
            ),
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Every fact that is bound to another."""
        added = {name for whole, parts in self.sums for name in (whole, *parts)}
        return frozenset(added.union(*self.parts))

    def can_hold(self, values: Mapping[str, Collection[int]], fits: Fits) -> bool:
        """Whether the facts can be bound so; `values` are those at which the conditions change, by fact.

        Bounds are narrowed until they rest; False is certain.
        """
        bounds = {name: Bound(0, BIGGEST) for name in self.names}
        for _ in range(MOST_ROUNDS):
            narrowed = {name: _settled(name, self._narrowed(name, bounds), values, fits) for name in self.names}
            if any(bound.least > bound.most for bound in narrowed.values()):
                return False
            if narrowed == bounds:
                return True
            bounds = narrowed
        return True

    def _narrowed(self, name: str, bounds: Mapping[str, Bound]) -> Bound:
        found = bounds[name]
        for part, whole in self.parts:
            if name == part:
                found = replace(found, most=min(found.most, bounds[whole].most))
            if name == whole:
                found = replace(found, least=max(found.least, bounds[part].least))
        for whole, parts in self.sums:
            if name == whole:
                least, most = (sum(getattr(bounds[part], end) for part in parts) for end in ("least", "most"))
                found = Bound(max(found.least, least), min(found.most, most))
            if name in parts:
                others = [bounds[part] for part in parts if part != name]
                least = bounds[whole].least - sum(other.most for other in others)
                most = bounds[whole].most - sum(other.least for other in others)
                found = Bound(max(found.least, least), min(found.most, most))
        return found


def _settled(name: str, bound: Bound, values: Mapping[str, Collection[int]], fits: Fits) -> Bound:
    """The nearest values inside the bound that fit; an empty bound when none does."""
    held = sorted({bound.least, bound.most, *(one for one in values.get(name, ()) if bound.least <= one <= bound.most)})
    fitting = [one for one in held if bound.least <= one <= bound.most and fits(name, one)]
    return Bound(fitting[0], fitting[-1]) if fitting else Bound(1, 0)


def _is_number(fact: Fact) -> bool:
    return fact.type in NUMBERS - {Type.DATE, Type.PERCENT}
