"""The fact is one of several; a fact that holds several words has at least one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from incentives.condition import Leaf, Test
from incentives.fact import Fact, Type, Value
from incentives.reading import Node
from incentives.wording import Words


@dataclass(frozen=True)
class OneOf(Leaf, kind="one_of"):
    """`{"fact": …, "is": "one_of", "value": ["bathroom", "kitchen"]}`."""

    values: tuple[Value, ...]

    types = frozenset(Type) - {Type.FLAG}
    phrase = Words("jest jednym z", "is one of")
    wish = (
        Words("musi być: {wanted}", "must be: {wanted}"),
        Words("nie może być: {wanted}", "must not be: {wanted}"),
    )

    @classmethod
    def of(cls, fact: Fact, value: Node) -> OneOf:
        if fact.type is Type.WORDS:
            return cls(fact, tuple(sorted(str(word) for item in value.items(least=1) for word in _words(fact, item))))
        return cls(fact, tuple(fact.value(item) for item in value.items(least=1)))

    @property
    def wanted(self) -> tuple[Value, ...]:
        return self.values

    def holds(self, actual: Value) -> bool:
        if isinstance(actual, frozenset):
            return not actual.isdisjoint(word for word in self.values if isinstance(word, str))
        return actual in self.values

    def test(self, *, wanted: bool) -> Test:
        name, words = self.fact.name, frozenset(self.values)
        if not wanted or self.fact.type is Type.WORDS:
            return super().test(wanted=wanted)
        return lambda values: values.get(name) in words

    def targets(self, *, wanted: bool) -> Sequence[int]:
        numbers = [value for value in self.values if isinstance(value, int)]
        return numbers if wanted else [number + 1 for number in numbers if number + 1 not in self.values]

    def lasts(self, actual: int, *, wanted: bool) -> int | None:
        ahead = [value for value in self.values if isinstance(value, int) and value > actual]
        if not wanted:
            return min(ahead) - 1 - actual if ahead else None
        last = actual
        while last + 1 in self.values:
            last += 1
        return last - actual


def _words(fact: Fact, item: Node) -> frozenset[str]:
    found = fact.value(item.of([item.data]))
    return found if isinstance(found, frozenset) else frozenset()
