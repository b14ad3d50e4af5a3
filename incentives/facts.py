"""What is known about one case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from incentives.canonical import sha_of
from incentives.fact import Value
from incentives.reading import Node
from incentives.registry import STANDARD, Registry


@dataclass(frozen=True)
class Facts:
    """Typed values by name; a fact that is absent is unknown. `derived` were not given but follow from others."""

    values: Mapping[str, Value]
    registry: Registry = field(compare=False, repr=False)
    derived: frozenset[str] = frozenset()

    @classmethod
    def read(cls, data: object, registry: Registry = STANDARD, path: str = "") -> Facts:
        """Facts from one JSON object; null means unknown. Fault for an unknown name or a wrong type."""
        given: dict[str, Value] = {}
        for name, node in Node(data, path).entries().items():
            if name not in registry.facts:
                raise node.fault("unknown_fact")
            if node.data is not None:
                given[name] = registry.facts[name].value(node)
        sums = _sums(given, registry)
        return cls(MappingProxyType(given | sums), registry, frozenset(sums))

    def but(self, changes: Mapping[str, Value]) -> Facts:
        """The same facts with some of them changed."""
        return Facts(MappingProxyType({**self.values, **changes}), self.registry, self.derived - changes.keys())

    def as_data(self) -> dict[str, Any]:
        """The facts that were given, as one JSON object."""
        given = sorted(self.values.keys() - self.derived)
        return {name: self.registry.facts[name].as_data(self.values[name]) for name in given}

    @cached_property
    def sha(self) -> str:
        return sha_of(self.as_data())


def _sums(given: Mapping[str, Value], registry: Registry) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for fact in registry.sums:
        parts = [part for name in fact.sum_of if isinstance(part := given.get(name), int)]
        if fact.name not in given and len(parts) == len(fact.sum_of):
            found[fact.name] = sum(parts)
    return found
