"""The fact is exactly this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incentives.condition import Leaf, Test
from incentives.fact import Fact, Type, Value
from incentives.reading import Node
from incentives.wording import Words


@dataclass(frozen=True)
class Equal(Leaf, kind="equal"):
    """`{"fact": …, "is": "equal", "value": true}`; sets are equal when they hold the same words."""

    value: Value

    types = frozenset(Type)
    phrase = Words("jest równe", "is")
    wish = (Words("musi być: {wanted}", "must be: {wanted}"), Words("nie może być: {wanted}", "must not be: {wanted}"))

    @classmethod
    def of(cls, fact: Fact, value: Node) -> Equal:
        return cls(fact, fact.value(value))

    @property
    def wanted(self) -> Value:
        return self.value

    def holds(self, actual: Value) -> bool:
        return actual == self.value

    def test(self, *, wanted: bool) -> Test:
        name, value = self.fact.name, self.value
        if not wanted:
            return super().test(wanted=False)
        return lambda values: values.get(name) == value

    def targets(self, *, wanted: bool) -> Sequence[int]:
        if not isinstance(self.value, int):
            return ()
        if wanted:
            return (self.value,)
        return (not self.value,) if isinstance(self.value, bool) else (self.value + 1,)

    def lasts(self, actual: int, *, wanted: bool) -> int | None:
        if wanted:
            return 0
        return self.value - 1 - actual if isinstance(self.value, int) and actual < self.value else None
