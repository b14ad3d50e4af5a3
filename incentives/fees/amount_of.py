"""The value of a fact itself: an estimate already made, or a basket that rules reduce."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from incentives.asking import asked
from incentives.fact import Fact, Type, Value
from incentives.fee import Fee, Line, Listed, number, read_fact
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class AmountOf(Fee, kind="amount_of"):
    """`{"kind": "amount_of", "fact": "basket_gross_gr"}`."""

    fact: Fact = field(metadata=asked("Jaka wartość", "Which value", types=(Type.MONEY,)))

    called = Words("wartość z danych", "a value from the facts")
    told = Words("tyle, ile: {fact}", "as much as: {fact}")

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> AmountOf:
        fields = node.fields(("kind", "fact"))
        return cls(read_fact(fields["fact"], registry, "basket_gross_gr", Type.MONEY))

    def listed(self, values: Mapping[str, Value], part: str = "fee", /) -> Listed:
        amount_gr = number(values, self.fact)
        if amount_gr is None:
            return Listed((Line(part, 0),), frozenset({self.fact.name}))
        return Listed((Line(part, amount_gr),))

    def reads(self) -> Iterable[Fact]:
        return (self.fact,)

    def parts(self, part: str = "fee", /) -> Iterable[str]:
        return (part,)
