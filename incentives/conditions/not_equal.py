"""The fact is anything but this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incentives.condition import Leaf, Test
from incentives.conditions.equal import Equal
from incentives.fact import Value
from incentives.wording import Words


@dataclass(frozen=True)
class NotEqual(Equal, kind="not_equal"):
    """`{"fact": …, "is": "not_equal", "value": "business"}`; an unknown fact stays unknown."""

    phrase = Words("jest inne niż", "is not")
    wish = (Words("nie może być: {wanted}", "must not be: {wanted}"), Words("musi być: {wanted}", "must be: {wanted}"))

    def holds(self, actual: Value) -> bool:
        return actual != self.value

    def test(self, *, wanted: bool) -> Test:
        return Leaf.test(self, wanted=wanted)

    def targets(self, *, wanted: bool) -> Sequence[int]:
        return super().targets(wanted=not wanted)

    def lasts(self, actual: int, *, wanted: bool) -> int | None:
        return super().lasts(actual, wanted=not wanted)
