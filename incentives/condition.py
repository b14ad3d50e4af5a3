"""What a rule asks for: a tree over facts that answers met, not met or unknown, and says how it could be met."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, ClassVar

from incentives.fact import NUMBERS, Fact, Type, Value
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words

Changes = dict[str, int]
"""Facts and the values they would need, a yes being 1: one way through a tree. Nothing else is ever raised."""

Test = Callable[[Mapping[str, Any]], bool]
"""A condition made ready to be asked often: whether it is met, or not met, for certain."""

MOST_PATHS = 64


@dataclass(frozen=True)
class Outcome:
    """How a condition turned out: met, not met or unknown (None), with all its parts and the actual value."""

    condition: Condition
    met: bool | None
    actual: Value | None = None
    parts: tuple[Outcome, ...] = ()

    def as_data(self) -> dict[str, Any]:
        return self.condition.outcome_as_data(self)

    def leaves(self, *, wanted: bool = True) -> Iterator[tuple[Leaf, Outcome, bool]]:
        """Every leaf, its outcome, and whether it is wanted met (True) or not met (under an odd number of `not`)."""
        if isinstance(self.condition, Leaf):
            yield self.condition, self, wanted
        for part in self.parts:
            yield from part.leaves(wanted=wanted is not self.condition.negates)


class Condition(ABC):
    """A node of the tree. A subclass with `kind` is registered under it; a kind twice is a bug at import."""

    kind: ClassVar[str]
    negates: ClassVar[bool] = False
    kinds: ClassVar[dict[str, type[Condition]]] = {}

    def __init_subclass__(cls, kind: str | None = None) -> None:
        if kind is None:
            return
        if kind in Condition.kinds:
            raise TypeError(f"two conditions are called {kind}")
        cls.kind = kind
        Condition.kinds[kind] = cls

    @classmethod
    @abstractmethod
    def read(cls, node: Node, registry: Registry, /) -> Condition:
        """The condition that stands here; Fault with its place when it cannot be one."""

    @abstractmethod
    def truth(self, values: Mapping[str, Value]) -> bool | None:
        """Met, not met, or None when it depends on what is unknown; the short answer."""

    @abstractmethod
    def test(self, *, wanted: bool) -> Test:
        """A function that gives `truth(values) is wanted`, only faster."""

    @abstractmethod
    def check(self, values: Mapping[str, Value]) -> Outcome:
        """The long answer: every part is looked at, also when the result is already certain."""

    @abstractmethod
    def paths(self, values: Mapping[str, Value], *, wanted: bool) -> list[Changes]:
        """At most MOST_PATHS sets of raised facts that might make it (not) met. They are to be tried, not trusted."""

    @abstractmethod
    def days_left(self, values: Mapping[str, Value], growing: Container[str], *, wanted: bool) -> int | None:
        """For how many more days it stays (not) met while these facts grow by one a day; None: for ever."""

    @abstractmethod
    def branches(self, *, wanted: bool) -> Iterator[tuple[Demand, ...]]:
        """The alternatives that make it (not) met, each a set of leaves with the answers they have to give."""

    @abstractmethod
    def leaves(self) -> Iterator[Leaf]:
        """Every leaf under it."""

    @abstractmethod
    def as_data(self) -> dict[str, Any]:
        """The condition as it stands in the terms."""

    @abstractmethod
    def outcome_as_data(self, outcome: Outcome) -> dict[str, Any]:
        """An outcome of this condition as it stands in a decision."""


@dataclass(frozen=True)
class Leaf(Condition):
    """One fact compared with what is wanted; a subclass says how."""

    fact: Fact

    types: ClassVar[frozenset[Type]] = NUMBERS
    phrase: ClassVar[Words]
    """How it reads in the terms editor, as in "co najmniej"."""
    wish: ClassVar[tuple[Words, Words]]
    """What an unmet one adds to the actual value: when it is wanted met, when it is wanted not met."""

    @classmethod
    @abstractmethod
    def of(cls, fact: Fact, value: Node) -> Leaf:
        """The leaf for this fact and what stands under `value`; Fault when that is not comparable."""

    @property
    @abstractmethod
    def wanted(self) -> Value | tuple[Value, ...]:
        """What the fact is compared with."""

    @abstractmethod
    def holds(self, actual: Any) -> bool:
        """Whether a value, already of the fact's type, meets it."""

    @abstractmethod
    def targets(self, *, wanted: bool) -> Sequence[int]:
        """The nearest numbers, or the yes, that make it (not) met: the candidates for advice."""

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Leaf:
        fields = node.fields(("fact", "is", "value"))
        return cls.of(registry.named(fields["fact"]), fields["value"])

    @abstractmethod
    def lasts(self, actual: int, *, wanted: bool) -> int | None:
        """For how many days a count of days that grows by one a day keeps it (not) met; None: for ever."""

    def truth(self, values: Mapping[str, Value]) -> bool | None:
        actual = values.get(self.fact.name)
        return None if actual is None else self.holds(actual)

    def test(self, *, wanted: bool) -> Test:
        name, holds = self.fact.name, self.holds
        return lambda values: (actual := values.get(name)) is not None and holds(actual) is wanted

    def check(self, values: Mapping[str, Value]) -> Outcome:
        return Outcome(self, self.truth(values), values.get(self.fact.name))

    def paths(self, values: Mapping[str, Value], *, wanted: bool) -> list[Changes]:
        """What is unknown, or a number of days, may come right with another change, so it is left as it is.

        Customers draw, buy and bring more; nobody is advised to take something back.
        """
        actual = values.get(self.fact.name)
        if actual is None or self.holds(actual) is wanted or self.fact.type is Type.DAYS:
            return [{}]
        if not self.fact.can_be_raised(values):
            return []
        more = [target for target in self.targets(wanted=wanted) if isinstance(actual, int) and target > actual]
        return [{self.fact.name: target} for target in more]

    def days_left(self, values: Mapping[str, Value], growing: Container[str], *, wanted: bool) -> int | None:
        actual = values.get(self.fact.name)
        if self.fact.name not in growing or not isinstance(actual, int):
            return None
        return self.lasts(actual, wanted=wanted)

    def branches(self, *, wanted: bool) -> Iterator[tuple[Demand, ...]]:
        yield ((self, wanted),)

    def leaves(self) -> Iterator[Leaf]:
        yield self

    def wanted_as_data(self) -> Any:
        wanted = self.wanted
        if isinstance(wanted, tuple):
            return [self.fact.as_data(value) for value in wanted]
        return self.fact.as_data(wanted)

    def as_data(self) -> dict[str, Any]:
        return dict(self._data)

    def outcome_as_data(self, outcome: Outcome) -> dict[str, Any]:
        actual = None if outcome.actual is None else self.fact.as_data(outcome.actual)
        return {**self._data, "actual": actual, "met": outcome.met}

    @cached_property
    def _data(self) -> dict[str, Any]:
        return {"fact": self.fact.name, "is": self.kind, "value": self.wanted_as_data()}


Demand = tuple[Leaf, bool]
"""A leaf and whether it has to be met."""


def read_condition(node: Node, registry: Registry) -> Condition:
    """A tree from the terms: `{"all": […]}`, `{"any": […]}`, `{"not": …}` or a leaf."""
    entries = node.entries()
    if "fact" in entries:
        return _read_leaf(node, entries, registry)
    if len(entries) != 1:
        raise node.fault("not_a_condition")
    [(kind, inner)] = entries.items()
    found = Condition.kinds.get(kind)
    if found is None or issubclass(found, Leaf):
        raise inner.fault("unknown_condition", choices=", ".join(_kinds(leaves=False)))
    return found.read(node, registry)


def _read_leaf(node: Node, entries: Mapping[str, Node], registry: Registry) -> Condition:
    node.fields(("fact", "is", "value"))
    fact = registry.named(entries["fact"])
    kind = Condition.kinds[entries["is"].choice(*_kinds(leaves=True))]
    if issubclass(kind, Leaf) and fact.type not in kind.types:
        raise entries["is"].fault("wrong_condition_for_fact", fact=fact.name, type=fact.type.value)
    return kind.read(node, registry)


def _kinds(*, leaves: bool) -> list[str]:
    return sorted(kind for kind, found in Condition.kinds.items() if issubclass(found, Leaf) is leaves)


def load_kinds(package: str) -> None:
    """Import every module of a folder of kinds, so that each registers itself."""
    for module in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
