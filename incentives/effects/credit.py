"""Money against a later purchase, on its own conditions and until its own day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from incentives.amount import Amount
from incentives.condition import Condition, read_condition
from incentives.effect import Form, Grant, GrantEffect, read_form
from incentives.fact import Fact, Type, Value
from incentives.fee import read_fact
from incentives.reading import Node
from incentives.registry import Registry


@dataclass(frozen=True)
class Credit(GrantEffect, kind="credit"):
    """`{"kind": "credit", "amount": …, "redeem": condition, "expires_days": 90, "counted_from": a fact in days}`.

    It may be used through the last of those days after the decision, or after the event that `counted_from` counts.
    """

    amount: Amount
    redeem: Condition | None
    expires_days: int | None
    counted_from: Fact | None

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Self:
        fields = node.fields(("kind", "amount"), ("form", "redeem", "expires_days", "counted_from"))
        return cls(
            read_form(fields, Form.DISCOUNT_ON_INVOICE),
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
