"""Nothing is charged for now; whether it will be is decided later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from incentives.effect import FeeEffect, Form, read_parts
from incentives.fact import Value
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Defer(FeeEffect, kind="defer"):
    """`{"kind": "defer"}`; comes after every other rule, and only what they left is deferred."""

    form: Form

    called = Words("na razie bez opłaty, decyzja później", "nothing for now, decided later")
    told = Words("na razie bez opłaty, decyzja później", "nothing is charged for now, it is decided later")
    defers: ClassVar[bool] = True
    usual_form: ClassVar[Form] = Form.DEFERRED

    @classmethod
    def read(cls, node: Node, _registry: Registry, /) -> Self:
        fields = node.fields(("kind",), ("parts",))
        return cls(Form.DEFERRED, read_parts(fields))

    def off_gr(self, total_gr: int, _values: Mapping[str, Value], /) -> int | None:
        return total_gr
