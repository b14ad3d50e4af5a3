"""One price for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from incentives.asking import asked
from incentives.fact import Fact, Value
from incentives.fee import Fee, Line, Listed
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Fixed(Fee, kind="fixed"):
    """`{"kind": "fixed", "amount_gr": 30000}`; 0 is a service without a fee."""

    amount_gr: int = field(metadata=asked("Opłata", "Fee"))

    called = Words("stała kwota", "a fixed amount")
    told = Words("{amount_gr}", "{amount_gr}")

    @classmethod
    def read(cls, node: Node, _registry: Registry, /) -> Fixed:
        return cls(node.fields(("kind", "amount_gr"))["amount_gr"].integer())

    def listed(self, _values: Mapping[str, Value], part: str = "fee", /) -> Listed:
        return Listed((Line(part, self.amount_gr),))

    def reads(self) -> Iterable[Fact]:
        return ()

    def parts(self, part: str = "fee", /) -> Iterable[str]:
        return (part,)
