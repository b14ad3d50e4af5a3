"""What a service costs before any rule: a list of lines that depends on the facts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from incentives.fact import Fact, Type, Value
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Line:
    """A part of the fee and its amount in grosze; the whole fee is the part called `fee`."""

    part: str
    amount_gr: int

    def as_data(self) -> dict[str, Any]:
        return {"part": self.part, "amount_gr": self.amount_gr}


@dataclass(frozen=True)
class Listed:
    """The fee by the price list. While `needs` names unknown facts, the amounts are the least that is certain."""

    lines: tuple[Line, ...]
    needs: frozenset[str] = frozenset()

    @cached_property
    def total_gr(self) -> int:
        return sum(line.amount_gr for line in self.lines)


class Fee(ABC):
    """How a service is priced. A subclass with `kind` is registered under it; a kind twice is a bug at import."""

    kind: ClassVar[str]
    kinds: ClassVar[dict[str, type[Fee]]] = {}
    called: ClassVar[Words]
    """How it is chosen in the terms editor."""
    told: ClassVar[Words]
    """How it reads, its gaps being its fields."""

    def __init_subclass__(cls, kind: str) -> None:
        if kind in Fee.kinds:
            raise TypeError(f"two fees are called {kind}")
        cls.kind = kind
        Fee.kinds[kind] = cls

    @classmethod
    @abstractmethod
    def read(cls, node: Node, registry: Registry, /) -> Fee:
        """The fee that stands here; Fault with its place when it cannot be one."""

    @abstractmethod
    def listed(self, values: Mapping[str, Value], part: str = "fee", /) -> Listed:
        """The lines for these facts."""

    @abstractmethod
    def reads(self) -> Iterable[Fact]:
        """Every fact that the fee depends on."""

    @abstractmethod
    def parts(self, part: str = "fee", /) -> Iterable[str]:
        """The names of the lines it may give."""


def read_fee(node: Node, registry: Registry) -> Fee:
    """A fee from the terms, told apart by its `kind`."""
    kind = node.entries().get("kind")
    if kind is None:
        raise Node(None, f"{node.path}/kind").fault("missing")
    return Fee.kinds[kind.choice(*sorted(Fee.kinds))].read(node, registry)


def number(values: Mapping[str, Value], fact: Fact) -> int | None:
    """The value of a fact that is a number, None while it is unknown."""
    found = values.get(fact.name)
    return found if isinstance(found, int) else None


def read_fact(node: Node | None, registry: Registry, usual: str, type_: Type) -> Fact:
    """The fact named here, or the usual one; Fault when it is not of the type."""
    if node is None:
        return registry.facts[usual]
    fact = registry.named(node)
    if fact.type is not type_:
        raise node.fault("wrong_type_of_fact", fact=fact.name, wanted=type_.value)
    return fact
