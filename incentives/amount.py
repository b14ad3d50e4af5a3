"""An amount of money that a benefit is worth, perhaps depending on the facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from incentives.asking import Question, Shape, asked, question, questions
from incentives.fact import Fact, Type, Value
from incentives.fee import number
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Share:
    """So many per cent of a fact in grosze, rounded half up."""

    percent: int = field(metadata=asked("Ile procent", "How many per cent"))
    fact: Fact = field(metadata=asked("Czego", "Of what", name="of", types=(Type.MONEY,)))

    told = Words("{percent} z: {fact}", "{percent} of: {fact}")

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Share:
        fields = node.fields(("percent", "of"))
        fact = registry.named(fields["of"])
        if fact.type is not Type.MONEY:
            raise fields["of"].fault("wrong_type_of_fact", fact=fact.name, wanted=Type.MONEY.value)
        return cls(fields["percent"].integer(1, 1000), fact)

    def value(self, values: Mapping[str, Value]) -> int | None:
        whole = number(values, self.fact)
        return None if whole is None else (whole * self.percent + 50) // 100

    def enough_for(self, amount_gr: int) -> int:
        """The least value of the fact whose share is at least the amount."""
        return max(0, (amount_gr * 100 - 50 + self.percent - 1) // self.percent)


@dataclass(frozen=True)
class Amount:
    """A fixed sum, so much for each matched piece, or a share of a fact; never more than the cap.

    `{"amount_gr": 20000}`, `{"each_gr": 1990, "matching": ["testers_bought", "packs_matching"]}` (the smallest
    of the counts), `{"percent": 100, "of": "category_purchases_gross_gr_tiles"}`; `"most": {"percent": 40, "of": …}`.
    """

    fixed_gr: int | None = None
    each_gr: int = 0
    matching: tuple[Fact, ...] = ()
    share: Share | None = None
    most: Share | None = None

    SHAPES: ClassVar[tuple[Shape, ...]] = (
        Shape(
            "amount_gr",
            Words("stała kwota", "a fixed amount"),
            (question("amount_gr", int, asked("Kwota", "Amount")),),
        ),
        Shape("percent", Words("część innej kwoty", "a share of another amount"), tuple(questions(Share))),
        Shape(
            "each_gr",
            Words("kwota za każdą parę sztuk", "so much for each matched piece"),
            (
                question("each_gr", int, asked("Za każdą", "For each")),
                question("matching", tuple[Fact, ...], asked("Które sztuki", "Which pieces", types=(Type.COUNT,))),
            ),
        ),
    )
    AND_ALL: ClassVar[tuple[Question, ...]] = (
        question("most", Share, asked("Nie więcej niż", "No more than", optional=True)),
    )

    FIELDS = ("amount_gr", "each_gr", "matching", "percent", "of", "most")

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Amount:
        fields = node.fields((), cls.FIELDS)
        most = Share.read(fields["most"], registry) if "most" in fields else None
        match sorted(fields.keys() - {"most"}):
            case ["amount_gr"]:
                return cls(fixed_gr=fields["amount_gr"].integer(1), most=most)
            case ["each_gr", "matching"]:
                counts = tuple(_count(item, registry) for item in fields["matching"].items(least=1))
                return cls(each_gr=fields["each_gr"].integer(1), matching=counts, most=most)
            case ["of", "percent"]:
                inner = {name: node.data[name] for name in ("percent", "of")}
                return cls(share=Share.read(node.of(inner), registry), most=most)
        raise node.fault("not_an_amount")

    def value(self, values: Mapping[str, Value]) -> int | None:
        """The amount in grosze, None while it is unknown."""
        plain, cap = self._plain(values), self.most.value(values) if self.most else None
        if plain is None or (self.most and cap is None):
            return None
        return plain if cap is None else min(plain, cap)

    def reads(self) -> Iterable[Fact]:
        shares = [share.fact for share in (self.share, self.most) if share]
        return (*self.matching, *shares)

    def raised_for(self, amount_gr: int) -> dict[str, int]:
        """What facts would have to be at least, for it to be worth that much; empty when no fact decides it."""
        wanted: dict[str, int] = {fact.name: -(-amount_gr // self.each_gr) for fact in self.matching}
        for share in (self.share, self.most):
            if share:
                wanted[share.fact.name] = share.enough_for(amount_gr)
        return wanted

    def _plain(self, values: Mapping[str, Value]) -> int | None:
        if self.share:
            return self.share.value(values)
        if self.matching:
            counts = [number(values, fact) for fact in self.matching]
            known = [count for count in counts if count is not None]
            return None if len(known) < len(counts) else self.each_gr * min(known)
        return self.fixed_gr


def _count(node: Node, registry: Registry) -> Fact:
    fact = registry.named(node)
    if fact.type is not Type.COUNT:
        raise node.fault("wrong_type_of_fact", fact=fact.name, wanted=Type.COUNT.value)
    return fact
