"""The fact has not grown past a value, as in "within 365 days"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incentives.condition import Leaf, Test
from incentives.fact import Fact, Value
from incentives.reading import Node
from incentives.wording import Words


@dataclass(frozen=True)
class AtMost(Leaf, kind="at_most"):
    """`{"fact": …, "is": "at_most", "value": 365}`; the value itself meets it."""

    value: int

    phrase = Words("najwyżej", "at most")
    wish = (
        Words("może być najwyżej {wanted}", "at most {wanted} allowed"),
        Words("potrzeba więcej niż {wanted}", "more than {wanted} needed"),
    )

    @classmethod
    def of(cls, fact: Fact, value: Node) -> AtMost:
        return cls(fact, fact.number(value))

    @property
    def wanted(self) -> Value:
        return self.value

    def holds(self, actual: int) -> bool:
        return actual <= self.value

    def test(self, *, wanted: bool) -> Test:
        name, value = self.fact.name, self.value
        if not wanted:
            return super().test(wanted=False)
        return lambda values: (actual := values.get(name)) is not None and actual <= value

    def targets(self, *, wanted: bool) -> Sequence[int]:
        return (self.value,) if wanted else (self.value + 1,)

    def lasts(self, actual: int, *, wanted: bool) -> int | None:
        return self.value - actual if wanted else None
