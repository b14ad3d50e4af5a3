"""The part is not met."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from incentives.condition import Changes, Condition, Demand, Leaf, Outcome, Test, read_condition
from incentives.fact import Value
from incentives.reading import Node
from incentives.registry import Registry


@dataclass(frozen=True)
class NotOf(Condition, kind="not"):
    """`{"not": condition}`: met when the part is known not to be; unknown stays unknown."""

    part: Condition
    negates: ClassVar[bool] = True

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> NotOf:
        [inner] = node.entries().values()
        return cls(read_condition(inner, registry))

    def truth(self, values: Mapping[str, Value]) -> bool | None:
        met = self.part.truth(values)
        return None if met is None else not met

    def test(self, *, wanted: bool) -> Test:
        return self.part.test(wanted=not wanted)

    def check(self, values: Mapping[str, Value]) -> Outcome:
        part = self.part.check(values)
        return Outcome(self, None if part.met is None else not part.met, parts=(part,))

    def paths(self, values: Mapping[str, Value], *, wanted: bool) -> list[Changes]:
        return self.part.paths(values, wanted=not wanted)

    def days_left(self, values: Mapping[str, Value], growing: Container[str], *, wanted: bool) -> int | None:
        return self.part.days_left(values, growing, wanted=not wanted)

    def branches(self, *, wanted: bool) -> Iterator[tuple[Demand, ...]]:
        yield from self.part.branches(wanted=not wanted)

    def leaves(self) -> Iterator[Leaf]:
        yield from self.part.leaves()

    def as_data(self) -> dict[str, Any]:
        return {self.kind: self.part.as_data()}

    def outcome_as_data(self, outcome: Outcome) -> dict[str, Any]:
        return {self.kind: outcome.parts[0].as_data(), "met": outcome.met}
