"""What a rule uses up, so that the same purchase is never counted by two rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from incentives.asking import asked
from incentives.fact import Fact, Type, Value
from incentives.reading import Node
from incentives.registry import Registry


@dataclass(frozen=True)
class Consumption:
    """`{"fact": "project_purchases_kept_gross_gr", "amount": 250000}`: so much of the fact is used up.

    A purchase from the project is a purchase too: it is used up in all the sums that hold it, `wholes`. Of the other
    `parts` of these sums no more is left than of the sum; what else was bought is used up before them.
    """

    fact: Fact = field(
        metadata=asked("Co reguła zużywa", "What the rule uses up", types=(Type.MONEY, Type.COUNT), reshapes=True)
    )
    amount: int = field(metadata=asked("Ile z tego", "How much of it", of_fact=True))
    wholes: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, node: Node, registry: Registry) -> Consumption:
        fields = node.fields(("fact", "amount"))
        fact = registry.named(fields["fact"])
        if fact.type not in (Type.MONEY, Type.COUNT):
            raise fields["fact"].fault("wrong_type_of_fact", fact=fact.name, wanted="money, count")
        sums = (fact.name, *fact.brings.raised)
        parts = [(one.name, whole) for one in registry.facts.values() for whole in one.brings.raised if whole in sums]
        others = tuple(pair for pair in parts if pair[0] not in sums)
        return cls(fact, fields["amount"].integer(1), fact.brings.raised, others)

    def after(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
        """The facts with what is used up taken out; what is unknown stays unknown."""
        before = values.get(self.fact.name)
        if not isinstance(before, int):
            return values
        used, left = min(before, self.amount), dict(values)
        for name in (self.fact.name, *self.wholes):
            if isinstance(known := left.get(name), int):
                left[name] = max(0, known - used)
        for part, whole in self.parts:
            if isinstance(known := left.get(part), int) and isinstance(most := left.get(whole), int):
                left[part] = min(known, most)
        return left
