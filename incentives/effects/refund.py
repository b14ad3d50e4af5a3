"""A fee already paid comes back: by a correction note, a gift card, or set off against a purchase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

from incentives.amount import Amount
from incentives.asking import asked
from incentives.effect import FeeEffect, Form, read_form, read_parts
from incentives.fact import Fact, Value
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Refund(FeeEffect, kind="refund"):
    """`{"kind": "refund", "form": "set_off", "amount": {"percent": 100, "of": …}}`; without `amount` all of it."""

    amount: Amount | None = field(
        metadata=asked(
            "Ile wraca",
            "How much comes back",
            told=Words("najwyżej {value}", "at most {value}"),
            left_out=Words("cała opłata", "the whole fee"),
        )
    )

    called = Words("zwrot zapłaconej opłaty", "a refund of the fee paid")
    told = Words("zapłacona opłata wraca", "the fee paid comes back")

    usual_form: ClassVar[Form] = Form.REFUND_CORRECTION

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Self:
        fields = node.fields(("kind",), (*cls.OPTIONAL, "amount"))
        amount = Amount.read(fields["amount"], registry) if "amount" in fields else None
        return cls(read_form(fields, cls.usual_form), read_parts(fields), amount)

    def off_gr(self, total_gr: int, values: Mapping[str, Value], /) -> int | None:
        if self.amount is None:
            return total_gr
        worth_gr = self.amount.value(values)
        return None if worth_gr is None else min(total_gr, worth_gr)

    def reads(self) -> Iterable[Fact]:
        return self.amount.reads() if self.amount else ()

    def raised_for(self, total_gr: int, /) -> dict[str, int]:
        return self.amount.raised_for(total_gr) if self.amount else {}
