"""At least one part is met."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from incentives.condition import Changes, Demand, Outcome, Test
from incentives.conditions.all_of import Group
from incentives.fact import Value
from incentives.wording import Words


class AnyOf(Group, kind="any"):
    """`{"any": [condition, …]}`: met when at least one part is."""

    phrase = (Words("co najmniej jedno z tego", "at least one of these"), Words("nic z tego", "none of these"))

    def truth(self, values: Mapping[str, Value]) -> bool | None:
        known: bool | None = False
        for part in self.parts:
            met = part.truth(values)
            if met:
                return True
            if met is None:
                known = None
        return known

    def test(self, *, wanted: bool) -> Test:
        return self._test_alone(wanted=True) if wanted else self._test_together(wanted=False)

    def check(self, values: Mapping[str, Value]) -> Outcome:
        parts = tuple(part.check(values) for part in self.parts)
        answers = {part.met for part in parts}
        met = True if True in answers else None if None in answers else False
        return Outcome(self, met, parts=parts)

    def paths(self, values: Mapping[str, Value], *, wanted: bool) -> list[Changes]:
        return self._alone(values, wanted=True) if wanted else self._together(values, wanted=False)

    def branches(self, *, wanted: bool) -> Iterator[tuple[Demand, ...]]:
        return self._branches_alone(wanted=True) if wanted else self._branches_together(wanted=False)

    def days_left(self, values: Mapping[str, Value], growing: Container[str], *, wanted: bool) -> int | None:
        return self._latest(values, growing, wanted=True) if wanted else self._soonest(values, growing, wanted=False)
