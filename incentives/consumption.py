"""What a rule uses up, so that the same purchase is never counted by two rules."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from incentives.asking import asked
from incentives.fact import Fact, Type, Value
from incentives.reading import Node
from incentives.registry import Registry

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Consumption:
    """`{"fact": "project_purchases_kept_gross_gr", "amount": 250000}`: so much of the fact is used up.

    A purchase from the project is a purchase too: it is used up in all the sums that hold it, `wholes`. The same sums
    with or without tax, `twins`, shrink in proportion, to a whole grosz below. Of the other `parts` of all these no
    more is left than of the sum; what else was bought is used up before them.
    """

    fact: Fact = field(
        metadata=asked("Co reguła zużywa", "What the rule uses up", types=(Type.MONEY, Type.COUNT), reshapes=True)
    )
    amount: int = field(metadata=asked("Ile z tego", "How much of it", of_fact=True))
    wholes: tuple[str, ...] = ()
    twins: Pairs = ()
    parts: Pairs = ()

    @classmethod
    def read(cls, node: Node, registry: Registry) -> Consumption:
        fields = node.fields(("fact", "amount"))
        fact = registry.named(fields["fact"])
        if fact.type not in (Type.MONEY, Type.COUNT):
            raise fields["fact"].fault("wrong_type_of_fact", fact=fact.name, wanted="money, count")
        sums = (fact.name, *fact.brings.raised)
        twins = tuple(_twins(sums, registry))
        return cls(
            fact,
            fields["amount"].integer(1),
            fact.brings.raised,
            twins,
            tuple(_parts((*sums, *(twin for twin, _ in twins)), registry)),
        )

    def after(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
        """The facts with what is used up taken out; of what is unknown nobody knows what else it uses up."""
        left = dict(values)
        before = _number(values, self.fact.name)
        used = None if before is None else min(before, self.amount)
        for name in (self.fact.name, *self.wholes):
            _put(left, name, _less(_number(left, name), used))
        for twin, name in self.twins:
            _put(left, twin, _share(_number(left, twin), _number(values, name), _number(left, name)))
        for part, name in self.parts:
            _put(left, part, _at_most(_number(left, part), _number(left, name)))
        return left

    def asks(self, read: Container[str]) -> frozenset[str]:
        """The facts on which it depends how much is left of those that are read."""
        found: set[str] = set()
        for name, source in (*self.parts, *self.twins, *((whole, self.fact.name) for whole in self.wholes)):
            if name in read or name in found:
                found.add(source)
        return frozenset(found)


def _twins(sums: Sequence[str], registry: Registry) -> Iterator[tuple[str, str]]:
    """What is the same money as one of the sums, but with or without tax, and that sum."""
    for fact in registry.facts.values():
        if fact.gross and fact.gross in sums:
            yield fact.name, fact.gross
        elif fact.gross and fact.name in sums:
            yield fact.gross, fact.name


def _parts(sums: Sequence[str], registry: Registry) -> Iterator[tuple[str, str]]:
    """What else makes up one of the sums, and that sum."""
    for fact in registry.facts.values():
        if fact.name not in sums:
            yield from ((fact.name, whole) for whole in fact.brings.raised if whole in sums)


def _number(values: Mapping[str, Value], name: str) -> int | None:
    found = values.get(name)
    return found if isinstance(found, int) else None


def _less(known: int | None, used: int | None) -> int | None:
    return None if known is None or used is None else max(0, known - used)


def _share(known: int | None, before: int | None, after: int | None) -> int | None:
    if known is None or before is None or after is None:
        return None
    return known * after // before if before else known


def _at_most(known: int | None, most: int | None) -> int | None:
    return None if known is None or most is None else min(known, most)


def _put(left: dict[str, Value], name: str, value: int | None) -> None:
    if value is None:
        left.pop(name, None)
    else:
        left[name] = value
