"""Every fact that may be named: the product's own (facts.json) and what a retailer adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from incentives.fact import Changer, Fact
from incentives.reading import NAME, Node, parse
from incentives.wording import Words


@dataclass(frozen=True)
class Registry:
    """Every fact that may be named: the product's, the retailer's own, and one per category and brand listed."""

    facts: Mapping[str, Fact]
    families: Mapping[str, Node] = field(default_factory=dict)

    @classmethod
    def standard(cls) -> Registry:
        """The product's own facts, as facts.json lists them."""
        root = Node(parse(Path(__file__).with_name("facts.json").read_text(encoding="utf-8"))).fields(
            ("facts", "families", "categories")
        )
        plain = {name: Fact.read(name, node) for name, node in root["facts"].entries().items()}
        bare = cls(plain, root["families"].entries())
        return bare.extended(categories={name: Words.read(node) for name, node in root["categories"].entries().items()})

    def extended(
        self,
        own: Mapping[str, Node] = MappingProxyType({}),
        categories: Mapping[str, Words] = MappingProxyType({}),
        brands: Mapping[str, Words] = MappingProxyType({}),
    ) -> Registry:
        """The registry with a retailer's own facts, categories and brands; Fault for a name already taken."""
        facts = dict(self.facts)
        for kind, names in (("category", categories), ("brand", brands)):
            for name, words in names.items():
                facts |= {fact.name: fact for fact in self._members(kind, name, words)}
        for name, node in own.items():
            if name in facts or not NAME.fullmatch(name):
                raise node.fault("name_taken" if name in facts else "not_an_identifier")
            facts[name] = Fact.read(name, node)
        return Registry(MappingProxyType(facts), self.families)

    def with_facts(self, *facts: Fact) -> Registry:
        return Registry(MappingProxyType({**self.facts, **{fact.name: fact for fact in facts}}), self.families)

    @cached_property
    def growing(self) -> frozenset[str]:
        """The facts that grow by one a day."""
        return frozenset(fact.name for fact in self.facts.values() if fact.changer is Changer.TIME)

    @cached_property
    def sums(self) -> tuple[Fact, ...]:
        """The facts that follow from others when these are all known."""
        return tuple(fact for fact in self.facts.values() if fact.sum_of)

    def named(self, node: Node) -> Fact:
        """The fact whose name stands here; Fault `unknown_fact` otherwise."""
        if not isinstance(node.data, str) or node.data not in self.facts:
            raise node.fault("unknown_fact", found=node.data)
        return self.facts[node.data]

    def _members(self, kind: str, name: str, words: Words) -> list[Fact]:
        members = []
        for pattern, node in self.families.items():
            if node.data["of"] != kind:
                continue
            fact = Fact.read(pattern.replace("*", name), node, in_family=True)
            members.append(_named_after(fact, words))
        return members


def _named_after(fact: Fact, words: Words) -> Fact:
    """A family's member: its label and sentences name the category or brand."""
    return replace(fact, label=fact.label.filled({"name": words}), name_of=words)


STANDARD = Registry.standard()
