"""Every part is met."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from typing import Any, ClassVar

from incentives.condition import MOST_PATHS, Changes, Condition, Demand, Leaf, Outcome, Test, read_condition
from incentives.fact import Value
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Group(Condition):
    """Several conditions together; `decisive` is the part's answer that settles the whole."""

    parts: tuple[Condition, ...]

    phrase: ClassVar[tuple[Words, Words]]
    """How it reads in the terms editor, and how it reads when it is not to be met."""

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Group:
        [inner] = node.entries().values()
        return cls(tuple(read_condition(item, registry) for item in inner.items(least=1)))

    def leaves(self) -> Iterator[Leaf]:
        for part in self.parts:
            yield from part.leaves()

    def as_data(self) -> dict[str, Any]:
        return {self.kind: [part.as_data() for part in self.parts]}

    def outcome_as_data(self, outcome: Outcome) -> dict[str, Any]:
        return {self.kind: [part.as_data() for part in outcome.parts], "met": outcome.met}

    def _test_together(self, *, wanted: bool) -> Test:
        """Every part has to answer so."""
        return _all([part.test(wanted=wanted) for part in self.parts])

    def _test_alone(self, *, wanted: bool) -> Test:
        """Any part has to answer so."""
        return _any([part.test(wanted=wanted) for part in self.parts])

    def _together(self, values: Mapping[str, Value], *, wanted: bool) -> list[Changes]:
        """One path of every part, merged."""
        ways: list[list[Changes]] = []
        for part in self.parts:
            if not (paths := part.paths(values, wanted=wanted)):
                return []
            ways.append(paths)
        return [_merged(chosen) for chosen in islice(product(*ways), MOST_PATHS)]

    def _alone(self, values: Mapping[str, Value], *, wanted: bool) -> list[Changes]:
        """A path of any part."""
        return [path for part in self.parts for path in part.paths(values, wanted=wanted)][:MOST_PATHS]

    def _branches_together(self, *, wanted: bool) -> Iterator[tuple[Demand, ...]]:
        """A branch of every part, joined. They are built one by one: there may be very many."""
        return _joined(self.parts, wanted=wanted)

    def _branches_alone(self, *, wanted: bool) -> Iterator[tuple[Demand, ...]]:
        """A branch of any part."""
        return (branch for part in self.parts for branch in part.branches(wanted=wanted))

    def _soonest(self, values: Mapping[str, Value], growing: Container[str], *, wanted: bool) -> int | None:
        """It lasts while the most fleeting part lasts."""
        spans = [part.days_left(values, growing, wanted=wanted) for part in self.parts]
        return min((span for span in spans if span is not None), default=None)

    def _latest(self, values: Mapping[str, Value], growing: Container[str], *, wanted: bool) -> int | None:
        """It lasts while any part that carries it lasts."""
        carrying = [part for part in self.parts if part.truth(values) is wanted]
        spans = [part.days_left(values, growing, wanted=wanted) for part in carrying]
        return None if None in spans else max((span for span in spans if span is not None), default=None)


class AllOf(Group, kind="all"):
    """`{"all": [condition, …]}`: met when every part is."""

    phrase = (Words("wszystko z tego", "all of these"), Words("nie wszystko z tego naraz", "not all of these at once"))

    def truth(self, values: Mapping[str, Value]) -> bool | None:
        known: bool | None = True
        for part in self.parts:
            met = part.truth(values)
            if met is False:
                return False
            if met is None:
                known = None
        return known

    def test(self, *, wanted: bool) -> Test:
        return self._test_together(wanted=True) if wanted else self._test_alone(wanted=False)

    def check(self, values: Mapping[str, Value]) -> Outcome:
        parts = tuple(part.check(values) for part in self.parts)
        answers = {part.met for part in parts}
        met = False if False in answers else None if None in answers else True
        return Outcome(self, met, parts=parts)

    def paths(self, values: Mapping[str, Value], *, wanted: bool) -> list[Changes]:
        return self._together(values, wanted=True) if wanted else self._alone(values, wanted=False)

    def branches(self, *, wanted: bool) -> Iterator[tuple[Demand, ...]]:
        return self._branches_together(wanted=True) if wanted else self._branches_alone(wanted=False)

    def days_left(self, values: Mapping[str, Value], growing: Container[str], *, wanted: bool) -> int | None:
        return self._soonest(values, growing, wanted=True) if wanted else self._latest(values, growing, wanted=False)


def _all(tests: list[Test]) -> Test:
    """Few are asked one after another: a loop would take twice as long."""
    match tests:
        case [one]:
            return one
        case [one, two]:
            return lambda values: one(values) and two(values)
        case [one, two, three]:
            return lambda values: one(values) and two(values) and three(values)
        case [one, two, three, *others] if others:
            rest = _all(others)
            return lambda values: one(values) and two(values) and three(values) and rest(values)
    return _always


def _any(tests: list[Test]) -> Test:
    match tests:
        case [one]:
            return one
        case [one, two]:
            return lambda values: one(values) or two(values)
        case [one, two, *others]:
            rest = _any(others)
            return lambda values: one(values) or two(values) or rest(values)
    return _never


def _always(_values: Mapping[str, Any]) -> bool:
    return True


def _never(_values: Mapping[str, Any]) -> bool:
    return False


def _joined(parts: tuple[Condition, ...], *, wanted: bool) -> Iterator[tuple[Demand, ...]]:
    if not parts:
        yield ()
        return
    for first in parts[0].branches(wanted=wanted):
        for rest in _joined(parts[1:], wanted=wanted):
            yield first + rest


def _merged(paths: tuple[Changes, ...]) -> Changes:
    """All the changes at once; of two values for one fact the higher, since facts are only ever raised."""
    merged: Changes = {}
    for path in paths:
        for name, value in path.items():
            merged[name] = max(merged.get(name, value), value)
    return merged
