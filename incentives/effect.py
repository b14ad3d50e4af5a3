"""What a rule gives: less of the fee, or something apart from it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar, Self

from incentives.asking import asked
from incentives.condition import Outcome
from incentives.fact import Fact, Value
from incentives.fee import Line
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


class Form(StrEnum):
    """How a benefit reaches the customer: what the till and the bookkeeping do."""

    NOT_CHARGED = "not_charged"
    REFUND_CORRECTION = "refund_correction"
    DISCOUNT_ON_INVOICE = "discount_on_invoice"
    GIFT_CARD = "gift_card"
    SET_OFF = "set_off"
    DEFERRED = "deferred"
    GOODS = "goods"


FORMS: Mapping[str, Words] = {
    Form.NOT_CHARGED: Words("nie pobieramy opłaty", "the fee is not charged"),
    Form.REFUND_CORRECTION: Words("zwrot fakturą korygującą", "refunded by a correction note"),
    Form.DISCOUNT_ON_INVOICE: Words("rabat na fakturze za zakupy", "a discount on the purchase's invoice"),
    Form.GIFT_CARD: Words("karta podarunkowa", "a gift card"),
    Form.SET_OFF: Words("zaliczenie na zakupy", "set off against the purchase"),
}
"""The forms that terms may name, in words."""
AS_FORM = asked(
    "W jakiej formie",
    "In what form",
    choices=FORMS,
    told=Words("{value}", "{value}"),
    optional=True,
    left_out=Words("tak jak zwykle", "as usual"),
)


class Effect(ABC):
    """What a rule gives. A subclass with `kind` is registered under it; a kind twice is a bug at import."""

    kind: ClassVar[str]
    kinds: ClassVar[dict[str, type[FeeEffect | GrantEffect]]] = {}
    form: Form
    called: ClassVar[Words]
    """How it is chosen in the terms editor."""
    told: ClassVar[Words]
    """How it reads, its gaps being its fields."""

    def __init_subclass__(cls, kind: str | None = None) -> None:
        if kind is None:
            return
        if kind in Effect.kinds:
            raise TypeError(f"two effects are called {kind}")
        if not issubclass(cls, FeeEffect | GrantEffect):
            raise TypeError(f"{kind} neither lowers the fee nor grants anything")
        cls.kind = kind
        Effect.kinds[kind] = cls

    @classmethod
    @abstractmethod
    def read(cls, node: Node, registry: Registry, /) -> Self:
        """The effect that stands here; Fault with its place when it cannot be one."""

    def reads(self) -> Iterable[Fact]:
        """Every fact that the size of the benefit depends on."""
        return ()


@dataclass(frozen=True)
class FeeEffect(Effect):
    """Takes something off the fee, or off the named parts of it only."""

    form: Form = field(metadata=AS_FORM)
    parts: frozenset[str] = field(
        metadata=asked(
            "Której części opłaty dotyczy",
            "Which part of the fee it is about",
            told=Words("dotyczy: {value}", "for: {value}"),
            optional=True,
            left_out=Words("Bez zaznaczenia: całej opłaty", "None ticked: the whole fee"),
        )
    )

    usual_form: ClassVar[Form] = Form.NOT_CHARGED
    defers: ClassVar[bool] = False
    OPTIONAL: ClassVar[tuple[str, ...]] = ("kind", "form", "parts")

    @abstractmethod
    def off_gr(self, total_gr: int, values: Mapping[str, Value], /) -> int | None:
        """How much it takes off these parts' total, from 0 to all; None while that is unknown."""

    def raised_for(self, _total_gr: int, /) -> dict[str, int]:
        """What facts would have to be at least, for it to take off the whole."""
        return {}

    def covers(self, line: Line) -> bool:
        return not self.parts or line.part in self.parts

    def covered_gr(self, lines: tuple[Line, ...]) -> int:
        return sum(line.amount_gr for line in lines if self.covers(line))

    def after(self, lines: tuple[Line, ...], off_gr: int) -> tuple[Line, ...]:
        """The lines with so much taken off the covered ones, from the first on."""
        left = []
        for line in lines:
            off = min(off_gr, line.amount_gr) if self.covers(line) else 0
            off_gr -= off
            left.append(Line(line.part, line.amount_gr - off) if off else line)
        return tuple(left)


@dataclass(frozen=True)
class Grant:
    """Something given apart from the fee: money against a later purchase, or samples."""

    kind: str
    form: Form
    worth_gr: int = 0
    count: int = 0
    left: int = 0
    expires: date | None = None
    redeem: Outcome | None = None

    def as_data(self) -> dict[str, Any]:
        data: dict[str, Any] = {"kind": self.kind, "form": self.form.value}
        if self.count:
            return data | {"count": self.count, "left": self.left}
        data |= {"worth_gr": self.worth_gr, "expires": self.expires.isoformat() if self.expires else None}
        return data | {"redeem": self.redeem.as_data() if self.redeem else None}


@dataclass(frozen=True)
class GrantEffect(Effect):
    """Gives something apart from the fee."""

    form: Form

    @abstractmethod
    def grant(self, values: Mapping[str, Value], day: date, /) -> Grant | None:
        """What is given on that day; None while it is unknown."""

    def worth_gr(self, _values: Mapping[str, Value], /) -> int | None:
        """What it takes out of a budget; None while it is unknown. Goods are counted, not paid."""
        return 0


def read_effect(node: Node, registry: Registry) -> FeeEffect | GrantEffect:
    """An effect from the terms, told apart by its `kind`."""
    kind = node.entries().get("kind")
    if kind is None:
        raise Node(None, f"{node.path}/kind").fault("missing")
    return Effect.kinds[kind.choice(*sorted(Effect.kinds))].read(node, registry)


def read_form(fields: Mapping[str, Node], usual: Form) -> Form:
    if "form" not in fields:
        return usual
    return Form(fields["form"].choice(*(form for form in Form if form not in (Form.DEFERRED, Form.GOODS))))


def read_parts(fields: Mapping[str, Node]) -> frozenset[str]:
    """The parts of the fee it is limited to; none named means all."""
    return frozenset(item.slug() for item in fields["parts"].items(least=1)) if "parts" in fields else frozenset()
