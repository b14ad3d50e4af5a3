"""The fee is not charged at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from incentives.effect import FeeEffect, read_form, read_parts
from incentives.fact import Value
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Waive(FeeEffect, kind="waive"):
    """`{"kind": "waive"}`."""

    called = Words("bez opłaty", "no fee")
    told = Words("bez opłaty", "no fee")

    @classmethod
    def read(cls, node: Node, _registry: Registry, /) -> Self:
        fields = node.fields(("kind",), cls.OPTIONAL)
        return cls(read_form(fields, cls.usual_form), read_parts(fields))

    def off_gr(self, total_gr: int, _values: Mapping[str, Value], /) -> int | None:
        return total_gr
