"""A rule of the terms: when it holds, what it gives, and how it goes together with others."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from incentives.asking import asked
from incentives.condition import Condition, Test, read_condition
from incentives.conditions.all_of import AllOf
from incentives.consumption import Consumption
from incentives.effect import FeeEffect, GrantEffect, read_effect
from incentives.fact import Fact, Value
from incentives.fee import Listed
from incentives.limit import Limit
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words

USUAL_LANE = "fee"


@dataclass(frozen=True)
class Window:
    """The days on which a rule is valid in the terms' time zone, both ends included."""

    first: date = field(
        default=date.min, metadata=asked("Od dnia", "From", name="from", told=Words("od {value}", "from {value}"))
    )
    last: date = field(
        default=date.max, metadata=asked("Do dnia", "To", name="to", told=Words("do {value}", "to {value}"))
    )

    @classmethod
    def read(cls, node: Node) -> Window:
        fields = node.fields((), ("from", "to"))
        window = cls(*(fields[name].day() if name in fields else edge for name, edge in _EDGES))
        if window.first > window.last:
            raise node.fault("empty_range")
        return window

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


_EDGES = (("from", date.min), ("to", date.max))


POLICIES: Mapping[str, Words] = {
    "keep": Words("korzyść zostaje", "the benefit stays"),
    "reprice": Words("liczymy opłatę od nowa", "the fee is reckoned anew"),
    "clawback": Words("odbieramy korzyść w podanym czasie", "the benefit is taken back within a time"),
}
MEASURED: Mapping[str, Words] = {
    "before_benefit": Words("przed odjęciem korzyści", "before the benefit is taken off"),
    "after_benefit": Words("po odjęciu korzyści", "after the benefit is taken off"),
}


@dataclass(frozen=True)
class OnReturn:
    """What a later return does to a benefit already given: kept, reckoned anew, or taken back within a window."""

    policy: str = field(
        default="reprice", metadata=asked("Po zwrocie towaru", "After goods come back", choices=POLICIES)
    )
    window_days: int | None = field(
        default=None,
        metadata=asked("Przez ile dni", "For how many days", told=Words("przez {value}", "for {value}")),
    )

    @classmethod
    def read(cls, node: Node) -> OnReturn:
        fields = node.fields(("policy",), ("window_days",))
        days = fields["window_days"].integer(0, 36_500) if "window_days" in fields else None
        return cls(fields["policy"].choice("keep", "reprice", "clawback"), days)

    def as_data(self) -> dict[str, Any]:
        return {"policy": self.policy, "window_days": self.window_days}


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule: of one lane at most one is applied; of one group at most one in all; lanes add up."""

    id: str
    title: Words = field(metadata=asked("Nazwa reguły", "Name of the rule"))
    services: frozenset[str] = field(
        metadata=asked(
            "Których usług dotyczy",
            "Which services it is about",
            optional=True,
            told=Words("Dotyczy: {value}", "About: {value}"),
            left_out=Words("Bez zaznaczenia: wszystkich", "None ticked: all of them"),
        )
    )
    when: Condition = field(metadata=asked("Kiedy", "When", optional=True))
    then: FeeEffect | GrantEffect = field(metadata=asked("Wtedy", "Then"))
    window: Window = field(default=Window(), metadata=asked("Kiedy obowiązuje", "When it is in force", name="valid"))
    because: Words | None = field(
        default=None,
        metadata=asked(
            "Powód dla klienta, po słowie „bo”",
            "The reason for the customer, after “because”",
            told=Words("Klient czyta: „bo {value}”", "The customer reads: “because {value}”"),
        ),
    )
    lane: str = field(
        default=USUAL_LANE,
        metadata=asked("Pula korzyści", "Pool of benefits", left_out=Words("zwykła: opłata", "the usual one: the fee")),
    )
    priority: int = field(
        default=0,
        metadata=asked(
            "Pierwszeństwo, gdy dwie reguły dają tyle samo (większa liczba wygrywa)",
            "Precedence when two rules give as much (the greater number wins)",
        ),
    )
    group: str | None = field(
        default=None,
        metadata=asked(
            "Grupa, z której działa jedna reguła",
            "Group of which one rule holds",
            left_out=Words("bez grupy", "no group"),
        ),
    )
    limits: tuple[Limit, ...] = field(default=(), metadata=asked("Najwyżej ile razy lub za ile", "Limits"))
    consumes: Consumption | None = field(
        default=None,
        metadata=asked("Zakupy, których inna reguła już nie policzy", "Purchases that no other rule counts again"),
    )
    on_return: OnReturn = field(
        default=OnReturn(), metadata=asked("Gdy klient zwróci towar", "When goods are returned")
    )
    measured: str | None = field(
        default=None,
        metadata=asked(
            "Kwotę zakupów liczymy",
            "Purchases are measured",
            choices=MEASURED,
            left_out=Words("to nie ma znaczenia", "it does not matter"),
        ),
    )

    REQUIRED = ("id", "title", "then")
    OPTIONAL = ("services", "when", "valid", "because", "lane", "priority", "group", "limits", "consumes")
    LATER = ("on_return", "measured")

    @classmethod
    def read(cls, node: Node, registry: Registry) -> Rule:
        fields = node.fields(cls.REQUIRED, (*cls.OPTIONAL, *cls.LATER))
        name, title = fields["id"].slug(), Words.read(fields["title"])
        then = read_effect(fields["then"], registry)
        if (
            isinstance(then, FeeEffect)
            and then.defers
            and (odd := sorted(fields.keys() & {"lane", "group", "consumes"}))
        ):
            raise fields[odd[0]].fault("not_for_deferring")
        limits = fields["limits"].items(least=1) if "limits" in fields else []
        usual_lane = USUAL_LANE if isinstance(then, FeeEffect) else name
        return cls(
            id=name,
            title=title,
            services=frozenset(item.slug() for item in fields["services"].items(least=1))
            if "services" in fields
            else frozenset(),
            when=read_condition(fields["when"], registry) if "when" in fields else AllOf(()),
            then=then,
            window=Window.read(fields["valid"]) if "valid" in fields else Window(),
            because=Words.read(fields["because"]) if "because" in fields else None,
            lane=fields["lane"].slug() if "lane" in fields else usual_lane,
            priority=fields["priority"].integer(-1000, 1000) if "priority" in fields else 0,
            group=fields["group"].slug() if "group" in fields else None,
            limits=tuple(Limit.read(item, name, title) for item in limits),
            consumes=Consumption.read(fields["consumes"], registry) if "consumes" in fields else None,
            on_return=OnReturn.read(fields["on_return"]) if "on_return" in fields else OnReturn(),
            measured=fields["measured"].choice("before_benefit", "after_benefit") if "measured" in fields else None,
        )

    def serves(self, service: str) -> bool:
        return not self.services or service in self.services

    def condition(self, listed: Listed, values: Mapping[str, Value]) -> Condition:
        """What it asks for, its limits included."""
        if not self.limits:
            return self.when
        return AllOf((self.when, *(limit.leaf(self.then, listed, values) for limit in self.limits)))

    def holds(self, listed: Listed, values: Mapping[str, Value]) -> bool:
        """Whether it is met for certain; `truth` in short."""
        return self.test(values) and (not self.limits or self.truth(listed, values) is True)

    @cached_property
    def test(self) -> Test:
        """Whether what it asks for is met for certain, its limits left out."""
        return self.when.test(wanted=True)

    def truth(self, listed: Listed, values: Mapping[str, Value]) -> bool | None:
        """Whether it is met; a budget cannot be held against a fee that is not yet certain."""
        met = self.condition(listed, values).truth(values)
        if met and listed.needs and any(limit.counts_money for limit in self.limits):
            return None
        return met

    def last_day(self, listed: Listed, values: Mapping[str, Value], day: date, growing: Container[str]) -> date | None:
        """The last day on which it still holds when only these facts grow, by one a day; None when for ever.

        Of one that does not hold it is this day at the latest.
        """
        days_to_the_end = (date.max - day).days
        left = self.condition(listed, values).days_left(values, growing, wanted=True)
        days = days_to_the_end if left is None else max(0, min(left, days_to_the_end))
        last = min(self.window.last, day + timedelta(days=days))
        return None if last == date.max else last

    def reads(self) -> Iterator[Fact]:
        """Every fact it depends on."""
        yield from (leaf.fact for leaf in self.when.leaves())
        yield from self.then.reads()
        yield from (limit.fact for limit in self.limits)
