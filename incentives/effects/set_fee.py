"""The fee is a lower one."""

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
class SetFee(FeeEffect, kind="set_fee"):
    """`{"kind": "set_fee", "amount_gr": 15000}`; a fee that is lower already stays."""

    amount_gr: int = field(metadata=asked("Niższa opłata", "The lower fee"))

    called = Words("niższa opłata", "a lower fee")
    told = Words("opłata wynosi {amount_gr}", "the fee is {amount_gr}")

    @classmethod
    def read(cls, node: Node, _registry: Registry, /) -> Self:
        fields = node.fields(("kind", "amount_gr"), cls.OPTIONAL)
        return cls(read_form(fields, cls.usual_form), read_parts(fields), fields["amount_gr"].integer())

    def off_gr(self, total_gr: int, _values: Mapping[str, Value], /) -> int | None:
        return max(0, total_gr - self.amount_gr)
