"""The fee is less by so many per cent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from incentives.asking import asked
from incentives.effect import FeeEffect, read_form, read_parts
from incentives.fact import Value
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class ReducePercent(FeeEffect, kind="reduce_percent"):
    """`{"kind": "reduce_percent", "percent": 50}`; the reduction is rounded half up to a grosz."""

    percent: int = field(metadata=asked("O ile procent mniej", "How many per cent less"))

    called = Words("mniej o procent", "less by per cent")
    told = Words("opłata mniejsza o {percent}", "the fee is {percent} less")

    @classmethod
    def read(cls, node: Node, _registry: Registry, /) -> Self:
        fields = node.fields(("kind", "percent"), cls.OPTIONAL)
        return cls(read_form(fields, cls.usual_form), read_parts(fields), fields["percent"].integer(1, 100))

    def off_gr(self, total_gr: int, _values: Mapping[str, Value], /) -> int | None:
        return (total_gr * self.percent + 50) // 100
