"""A retailer's terms: services and their fees, rules, individual terms, phrases. Read once, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from math import prod
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import incentives.conditions
import incentives.effects
import incentives.fees  # noqa: F401 - importing the three folders registers their kinds
from incentives.canonical import canonical, sha_of
from incentives.effect import FeeEffect
from incentives.fact import Changer, Value
from incentives.fault import Fault
from incentives.offers import Offers
from incentives.phrases import Phrases
from incentives.reading import Node
from incentives.registry import STANDARD, Registry
from incentives.rule import Rule
from incentives.tariff import Override, Service, Tariff
from incentives.titled import Titled, read_titled
from incentives.wording import Words

MOST_COMBINATIONS = 1_000
"""Every combination of lanes is tried, so that the customer surely gets the best."""

MOST_RULES = 2_000


@dataclass(frozen=True, eq=False)
class Terms:
    """One immutable version of a retailer's terms; `sha` names it, `registry` knows the facts it may be asked with."""

    id: str
    version: int
    title: Words | None
    zone: ZoneInfo
    registry: Registry
    services: Mapping[str, Service]
    rules: tuple[Rule, ...]
    overrides: tuple[Override, ...]
    lanes: Titled
    groups: Titled
    phrases: Phrases
    default_service: str | None
    quote_days: int
    source: bytes = field(repr=False)

    OPTIONAL = (
        "title", "currency", "timezone", "facts", "categories", "brands", "lanes", "overrides", "phrases",
        "default_service", "quote_days", "rules", "groups",
    )  # fmt: skip

    @classmethod
    def read(cls, data: object, path: str = "") -> Terms:
        """Terms from parsed JSON; Fault with the place of the first thing that is wrong."""
        fields = Node(data, path).fields(("id", "version", "services"), cls.OPTIONAL)
        if "currency" in fields:
            fields["currency"].choice("PLN")
        registry = read_registry(fields)
        services = read_services(fields["services"], registry)
        rules = fields["rules"].items() if "rules" in fields else []
        if len(rules) > MOST_RULES:
            raise fields["rules"].fault("too_many", most=MOST_RULES)
        overrides = fields["overrides"].items() if "overrides" in fields else []
        found = cls(
            id=fields["id"].slug(),
            version=fields["version"].integer(1),
            title=Words.read(fields["title"]) if "title" in fields else None,
            zone=read_zone(fields.get("timezone")),
            registry=registry,
            services=services,
            rules=tuple(Rule.read(rule, registry) for rule in rules),
            overrides=tuple(Override.read(item, registry) for item in overrides),
            lanes=read_titled(fields.get("lanes")),
            groups=read_titled(fields.get("groups")),
            phrases=Phrases.read(fields["phrases"]) if "phrases" in fields else Phrases.usual(),
            default_service=_default_service(fields.get("default_service"), services),
            quote_days=fields["quote_days"].integer(0, 3650) if "quote_days" in fields else 0,
            source=canonical(data),
        )
        found._check_together(path)
        return found._with_limit_facts()

    @cached_property
    def sha(self) -> str:
        """SHA-256 of the canonical JSON: the name of this version."""
        return sha_of(self.as_data())

    def as_data(self) -> dict[str, Any]:
        """The terms as they were read."""
        data: dict[str, Any] = json.loads(self.source)
        return data

    @cached_property
    def own(self) -> frozenset[str]:
        """The names of the retailer's own facts."""
        return frozenset(self.as_data().get("facts", {}))

    def day(self, at: datetime) -> date:
        """The calendar day in the terms' time zone; `at` must say its own zone."""
        if at.tzinfo is None:
            raise Fault("at", "time_without_zone")
        return at.astimezone(self.zone).date()

    def tariffs(self) -> Iterable[Tariff]:
        """Every tariff: one a service, and one for each override of it."""
        return self._tariffs.values()

    def all_rules(self) -> tuple[Rule, ...]:
        return (*self.rules, *(rule for override in self.overrides for rule in override.rules))

    @cached_property
    def depends_on(self) -> frozenset[str]:
        """The names of all facts on which any decision by these terms may depend, `service` apart."""
        chosen_by = frozenset(leaf.fact.name for override in self.overrides for leaf in override.when.leaves())
        return chosen_by.union(*(tariff.reads for tariff in self._tariffs.values()))

    @cached_property
    def reads(self) -> frozenset[str]:
        """The names of all facts to supply: what decisions depend on, and what the advice about them does besides.

        Without `designer_began`, say, a way could still tell a customer to draw when it is too late.
        """
        frozen_by = {until for name in self.depends_on if (until := self.registry.facts[name].until)}
        acts = (fact for fact in self.registry.facts.values() if fact.changer is Changer.CUSTOMER)
        copied = {source for act in acts for name, source in act.brings.copies if name in self.depends_on}
        service = {"service"} if len(self.services) > 1 else set()
        return self.depends_on | frozen_by | copied | service

    def tariff(self, values: Mapping[str, Value]) -> tuple[Tariff, frozenset[str]]:
        """What holds for these facts, and the unknown facts on which that choice itself depends.

        Fault `unknown_service` when the service is not one of the terms'.
        """
        service = values.get("service", self.default_service)
        if not isinstance(service, str):
            cheapest = min(
                self._tariffs.values(), key=lambda found: (found.fee.listed(values).total_gr, found.service.id)
            )
            return cheapest, frozenset({"service"})
        if service not in self.services:
            raise Fault("service", "unknown_service", choices=", ".join(self.services))
        for override in self._ranked_overrides:
            if service in override.services and (met := override.when.truth(values)) is not False:
                if met:
                    return self._tariffs[service, override.id], frozenset()
                unknown = {leaf.fact.name for leaf in override.when.leaves() if leaf.fact.name not in values}
                return self._tariffs[service, None], frozenset(unknown)
        return self._tariffs[service, None], frozenset()

    @cached_property
    def offers(self) -> Mapping[Any, Offers | None]:
        """The short way to each service's fee, where there is one; there is none while individual terms might hold."""
        return {} if self.overrides else {name: self._tariffs[name, None].offers for name in self.services}

    @cached_property
    def _ranked_overrides(self) -> tuple[Override, ...]:
        return tuple(sorted(self.overrides, key=lambda override: (-override.priority, override.id)))

    @cached_property
    def _tariffs(self) -> Mapping[tuple[str, str | None], Tariff]:
        found: dict[tuple[str, str | None], Tariff] = {}
        for name, service in self.services.items():
            own = tuple(rule for rule in self.rules if rule.serves(name))
            found[name, None] = Tariff(service, service.fee, own, lanes=tuple(self.lanes))
            for override in self.overrides:
                if name in override.services:
                    rules = tuple(rule for rule in override.rules if rule.serves(name))
                    found[name, override.id] = Tariff(
                        service,
                        override.fees.get(name, service.fee),
                        (*own, *rules) if override.keeps_rules else rules,
                        override.id,
                        override.title,
                        tuple(self.lanes),
                    )
        return MappingProxyType(found)

    def _check_together(self, path: str) -> None:
        """What no single rule can know: names taken twice, services and parts that do not exist, too many lanes."""
        prefix = f"{path}/" if path else ""
        seen: set[str] = set()
        for place, rule in self.places():
            if rule.id in seen:
                raise Fault(f"{prefix}{place}/id", "repeated", found=rule.id)
            seen.add(rule.id)
            self._check_rule(rule, f"{prefix}{place}")
        for number, override in enumerate(self.overrides):
            if unknown := sorted((override.services | override.fees.keys()) - self.services.keys()):
                raise Fault(f"{prefix}overrides/{number}/services", "unknown_service", found=unknown[0])
        for tariff in self._tariffs.values():
            if prod(len(lane.rules) + 1 for lane in tariff.fee_lanes[:-1]) > MOST_COMBINATIONS:
                raise Fault(f"{prefix}lanes", "too_many", most=MOST_COMBINATIONS)

    def _check_rule(self, rule: Rule, path: str) -> None:
        if unknown := sorted(rule.services - self.services.keys()):
            raise Fault(f"{path}/services", "unknown_service", found=unknown[0])
        if self.lanes and isinstance(rule.then, FeeEffect) and rule.lane not in self.lanes:
            raise Fault(f"{path}/lane", "not_a_choice", choices=", ".join(self.lanes))
        if self.groups and rule.group is not None and rule.group not in self.groups:
            raise Fault(f"{path}/group", "not_a_choice", choices=", ".join(self.groups))
        if isinstance(rule.then, FeeEffect) and rule.then.parts:
            fees = [tariff.fee for tariff in self._tariffs.values() if rule in tariff.rules]
            if unknown := sorted(rule.then.parts - {part for fee in fees for part in fee.parts()}):
                raise Fault(f"{path}/then/parts", "unknown_part", found=unknown[0])

    def places(self) -> Iterable[tuple[str, Rule]]:
        """Every rule with its place in the terms."""
        yield from ((f"rules/{place}", rule) for place, rule in enumerate(self.rules))
        for outer, override in enumerate(self.overrides):
            yield from ((f"overrides/{outer}/rules/{place}", rule) for place, rule in enumerate(override.rules))

    def _with_limit_facts(self) -> Terms:
        facts = [limit.fact for rule in self.all_rules() for limit in rule.limits]
        return replace(self, registry=self.registry.with_facts(*facts)) if facts else self


def read_registry(fields: Mapping[str, Node], known: Registry = STANDARD) -> Registry:
    """The facts known and the terms' own, with their categories and brands."""
    return known.extended(
        own=fields["facts"].entries() if "facts" in fields else {},
        categories=_titles(fields.get("categories")),
        brands=_titles(fields.get("brands")),
    )


def read_services(node: Node, registry: Registry) -> Mapping[str, Service]:
    entries = node.entries()
    if not entries:
        raise node.fault("empty_list")
    return MappingProxyType({name: Service.read(name, inner, registry) for name, inner in sorted(entries.items())})


def read_zone(node: Node | None) -> ZoneInfo:
    """The terms' time zone; Poland's unless another is named."""
    try:
        return ZoneInfo(node.text(60) if node else "Europe/Warsaw")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Fault(node.path if node else "timezone", "unknown_time_zone") from error


def _titles(node: Node | None) -> Mapping[str, Words]:
    return {inner.of(name).slug(): Words.read(inner) for name, inner in node.entries().items()} if node else {}


def _default_service(node: Node | None, services: Mapping[str, Service]) -> str | None:
    if node is None:
        return next(iter(services)) if len(services) == 1 else None
    return node.choice(*services)
