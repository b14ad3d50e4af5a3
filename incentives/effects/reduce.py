"""The fee is less by an amount."""

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
class Reduce(FeeEffect, kind="reduce"):
    """`{"kind": "reduce", "amount_gr": 10000}`; never below zero."""

    amount_gr: int = field(metadata=asked("O ile mniej", "How much less"))

    called = Words("mniej o kwotę", "less by an amount")
    told = Words("opłata mniejsza o {amount_gr}", "the fee is {amount_gr} less")

    @classmethod
    def read(cls, node: Node, _registry: Registry, /) -> Self:
        fields = node.fields(("kind", "amount_gr"), cls.OPTIONAL)
        return cls(read_form(fields, cls.usual_form), read_parts(fields), fields["amount_gr"].integer(1))

    def off_gr(self, total_gr: int, _values: Mapping[str, Value], /) -> int | None:
        return min(total_gr, self.amount_gr)
