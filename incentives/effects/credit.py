"""Money against a later purchase, on its own conditions and until its own day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import ClassVar, Self

from incentives.amount import Amount
from incentives.asking import asked
from incentives.condition import Condition, read_condition
from incentives.effect import AS_FORM, Form, Grant, GrantEffect, read_form
from incentives.fact import Fact, Type, Value
from incentives.fee import read_fact
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Credit(GrantEffect, kind="credit"):
    """`{"kind": "credit", "amount": …, "redeem": condition, "expires_days": 90, "counted_from": a fact in days}`.

    It may be used through the last of those days after the decision, or after the event that `counted_from` counts.
    """

    form: Form = field(metadata=AS_FORM)
    amount: Amount = field(metadata=asked("Ile", "How much"))
    redeem: Condition | None = field(metadata=asked("Kiedy można wykorzystać", "When it may be used"))
    expires_days: int | None = field(
        metadata=asked("Przez ile dni", "For how many days", told=Words("ważne {value}", "good for {value}"))
    )
    counted_from: Fact | None = field(
        metadata=asked(
            "Od czego liczymy te dni",
            "What the days are counted from",
            types=(Type.DAYS,),
            told=Words("liczymy: {value}", "counted by: {value}"),
        )
    )

    usual_form: ClassVar[Form] = Form.DISCOUNT_ON_INVOICE
    called = Words("kwota na następne zakupy", "credit against a later purchase")
    told = Words("na następne zakupy: {amount}", "credit against a later purchase: {amount}")

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Self:
        fields = node.fields(("kind", "amount"), ("form", "redeem", "expires_days", "counted_from"))
        return cls(
            read_form(fields, cls.usual_form),
            Amount.read(fields["amount"], registry),
            read_condition(fields["redeem"], registry) if "redeem" in fields else None,
            fields["expires_days"].integer(1, 36_500) if "expires_days" in fields else None,
            read_fact(fields["counted_from"], registry, "days_since_purchase", Type.DAYS)
            if "counted_from" in fields
            else None,
        )

    def grant(self, values: Mapping[str, Value], day: date, /) -> Grant | None:
        worth_gr = self.amount.value(values)
        since = values.get(self.counted_from.name) if self.counted_from else 0
        if worth_gr is None or not isinstance(since, int):
            return None
        if self.expires_days is not None and since > self.expires_days:
            return Grant(self.kind, self.form)
        expires = None if self.expires_days is None else day + timedelta(days=self.expires_days - since)
        redeem = self.redeem.check(values) if self.redeem else None
        return Grant(self.kind, self.form, worth_gr, expires=expires, redeem=redeem)

    def worth_gr(self, values: Mapping[str, Value], /) -> int | None:
        return self.amount.value(values)

    def reads(self) -> Iterable[Fact]:
        counted = (self.counted_from,) if self.counted_from else ()
        wanted = (leaf.fact for leaf in self.redeem.leaves()) if self.redeem else ()
        return (*self.amount.reads(), *counted, *wanted)
