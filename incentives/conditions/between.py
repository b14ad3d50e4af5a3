"""The fact lies in a range, both ends included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incentives.condition import Leaf
from incentives.fact import Fact, Value
from incentives.reading import Node
from incentives.wording import Words


@dataclass(frozen=True)
class Between(Leaf, kind="between"):
    """`{"fact": …, "is": "between", "value": [5, 10]}`; both ends meet it."""

    least: int
    most: int

    phrase = Words("między", "between")
    wish = (
        Words("musi być od {least} do {most}", "must be from {least} to {most}"),
        Words("nie może być od {least} do {most}", "must not be from {least} to {most}"),
    )

    @classmethod
    def of(cls, fact: Fact, value: Node) -> Between:
        ends = value.items(least=2)
        if len(ends) != 2:
            raise value.fault("too_long", most=2)
        least, most = (fact.number(end) for end in ends)
        if least > most:
            raise value.fault("empty_range", least=least, most=most)
        return cls(fact, least, most)

    @property
    def wanted(self) -> tuple[Value, ...]:
        return (self.least, self.most)

    def holds(self, actual: int) -> bool:
        return self.least <= actual <= self.most

    def targets(self, *, wanted: bool) -> Sequence[int]:
        return (self.least, self.most) if wanted else (self.least - 1, self.most + 1)

    def lasts(self, actual: int, *, wanted: bool) -> int | None:
        if wanted:
            return self.most - actual
        return self.least - 1 - actual if actual < self.least else None
