"""What holds for one service: its fee and the rules about it, in the store's terms or in individual ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from incentives.asking import asked
from incentives.condition import Condition, read_condition
from incentives.effect import FeeEffect
from incentives.fact import Value
from incentives.fee import Fee, Listed, read_fee
from incentives.index import Index
from incentives.offers import Offers
from incentives.reading import Node
from incentives.registry import Registry
from incentives.rule import Rule
from incentives.wording import Words

BASES: Mapping[str, Words] = {"gross": Words("brutto", "gross"), "net": Words("netto", "net")}


@dataclass(frozen=True)
class Service:
    """Something a fee is for."""

    id: str
    title: Words = field(metadata=asked("Nazwa usługi", "Name of the service"))
    fee: Fee = field(metadata=asked("Opłata", "Fee"))
    vat_percent: int | None = field(default=None, metadata=asked("Stawka VAT", "VAT rate"))
    basis: str = field(default="gross", metadata=asked("Kwoty są", "Amounts are", choices=BASES))

    @classmethod
    def read(cls, name: str, node: Node, registry: Registry) -> Service:
        fields = node.fields(("title", "fee"), ("vat_percent", "basis"))
        return cls(
            node.of(name).slug(),
            Words.read(fields["title"]),
            read_fee(fields["fee"], registry),
            fields["vat_percent"].integer(0, 100) if "vat_percent" in fields else None,
            fields["basis"].choice("gross", "net") if "basis" in fields else "gross",
        )


@dataclass(frozen=True, eq=False)
class Lane:
    """Rules of which at most one is applied."""

    rules: tuple[Rule, ...]

    @cached_property
    def index(self) -> Index:
        return Index(self.rules)

    def certain(self, values: Mapping[str, Value], listed: Listed) -> Iterator[Rule]:
        """The rules that are met for certain."""
        return (rule for rule in self.index.candidates(values) if rule.holds(listed, values))

    def possible(self, values: Mapping[str, Value], listed: Listed) -> Iterator[Rule]:
        """The rules that are met or might be, once all is known."""
        return (rule for rule in self.rules if rule.truth(listed, values) is not False)


@dataclass(frozen=True, eq=False)
class Tariff:
    """The fee and the rules that hold for one service, in the store's terms or in individual ones."""

    service: Service
    fee: Fee
    rules: tuple[Rule, ...]
    override: str | None = None
    title: Words | None = None
    lanes: tuple[str, ...] = ()

    @cached_property
    def fee_lanes(self) -> tuple[Lane, ...]:
        """The rules that lower the fee, by lane, in the order of the lanes."""
        return self._by_lane(rule for rule in self.rules if isinstance(rule.then, FeeEffect) and not rule.then.defers)

    @cached_property
    def constant(self) -> Listed | None:
        """The fee by the price list, when it does not depend on any fact."""
        return None if list(self.fee.reads()) else self.fee.listed({})

    @cached_property
    def offers(self) -> Offers | None:
        """The short way to the fee: with one lane, nothing put off, and no amount that depends on a fact."""
        rules = self.fee_lanes[0].rules if self.fee_lanes else ()
        plain = (
            len(self.fee_lanes) < 2 and not self.deferring.rules and not any(list(rule.then.reads()) for rule in rules)
        )
        return Offers(rules, self.constant) if plain and self.constant else None

    @cached_property
    def adds_up(self) -> bool:
        """Whether benefits may come together, or grow with a fact."""
        return len(self.fee_lanes) > 1 or any(list(rule.then.reads()) for lane in self.fee_lanes for rule in lane.rules)

    @cached_property
    def deferring(self) -> Lane:
        """The rules that put off what the others left."""
        return Lane(tuple(rule for rule in self.rules if isinstance(rule.then, FeeEffect) and rule.then.defers))

    @cached_property
    def grant_lanes(self) -> tuple[Lane, ...]:
        """The rules that give something apart from the fee, by lane."""
        return self._by_lane(rule for rule in self.rules if not isinstance(rule.then, FeeEffect))

    @cached_property
    def reads(self) -> frozenset[str]:
        """The names of all facts that it depends on."""
        facts = (*self.fee.reads(), *(fact for rule in self.rules for fact in rule.reads()))
        read = frozenset(fact.name for fact in facts)
        return read.union(*(rule.consumes.asks(read) for rule in self.rules if rule.consumes))

    def _by_lane(self, rules: Iterable[Rule]) -> tuple[Lane, ...]:
        def place(rule: Rule) -> tuple[int, str]:
            return (self.lanes.index(rule.lane) if rule.lane in self.lanes else len(self.lanes), rule.lane)

        ordered = sorted(rules, key=lambda rule: (*place(rule), rule.id))
        return tuple(Lane(tuple(members)) for _, members in groupby(ordered, key=place))


@dataclass(frozen=True, eq=False)
class Override:
    """Individual terms: for whom, which services they are about, and what then holds in the store's place."""

    id: str
    title: Words = field(metadata=asked("Nazwa warunków indywidualnych", "Name of the individual terms"))
    when: Condition = field(metadata=asked("Dla kogo", "For whom"))
    services: frozenset[str] = field(
        metadata=asked(
            "Których usług dotyczą", "Which services they are about", told=Words("Dotyczy: {value}", "About: {value}")
        )
    )
    fees: Mapping[str, Fee] = field(metadata=asked("Inna opłata za usługę", "Another fee for a service", optional=True))
    rules: tuple[Rule, ...]
    priority: int = field(
        default=0,
        metadata=asked(
            "Pierwszeństwo, gdy pasują dwa (większa liczba wygrywa)",
            "Precedence when two of them fit (the greater number wins)",
        ),
    )
    keeps_rules: bool = field(
        default=False,
        metadata=asked(
            "Czy działają też reguły sklepu",
            "Whether the store's rules hold too",
            told=Words("Działają też reguły sklepu", "The store's rules hold too"),
            left_out=Words("nie", "no"),
        ),
    )

    @classmethod
    def read(cls, node: Node, registry: Registry) -> Override:
        fields = node.fields(("id", "title", "when", "services"), ("fees", "rules", "priority", "keeps_rules"))
        fees = fields["fees"].entries() if "fees" in fields else {}
        rules = fields["rules"].items() if "rules" in fields else []
        return cls(
            fields["id"].slug(),
            Words.read(fields["title"]),
            read_condition(fields["when"], registry),
            frozenset(item.slug() for item in fields["services"].items(least=1)),
            {name: read_fee(fee, registry) for name, fee in fees.items()},
            tuple(Rule.read(rule, registry) for rule in rules),
            fields["priority"].integer(-1000, 1000) if "priority" in fields else 0,
            "keeps_rules" in fields and fields["keeps_rules"].flag(),
        )
