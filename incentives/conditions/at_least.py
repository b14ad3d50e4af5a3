"""The fact has reached a value, as in "bought for at least 2 500 zł"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incentives.condition import Leaf, Test
from incentives.fact import Fact, Value
from incentives.reading import Node
from incentives.wording import Words


@dataclass(frozen=True)
class AtLeast(Leaf, kind="at_least"):
    """`{"fact": …, "is": "at_least", "value": 250000}`; the value itself meets it."""

    value: int

    phrase = Words("co najmniej", "at least")
    wish = (
        Words("potrzeba co najmniej {wanted}", "at least {wanted} needed"),
        Words("musi być mniej niż {wanted}", "must be less than {wanted}"),
    )

    @classmethod
    def of(cls, fact: Fact, value: Node) -> AtLeast:
        return cls(fact, fact.number(value))

    @property
    def wanted(self) -> Value:
        return self.value

    def holds(self, actual: int) -> bool:
        return actual >= self.value

    def test(self, *, wanted: bool) -> Test:
        name, value = self.fact.name, self.value
        if not wanted:
            return super().test(wanted=False)
        return lambda values: (actual := values.get(name)) is not None and actual >= value

    def targets(self, *, wanted: bool) -> Sequence[int]:
        return (self.value,) if wanted else (self.value - 1,)

    def lasts(self, actual: int, *, wanted: bool) -> int | None:
        return None if wanted else self.value - 1 - actual
