"""Several fees added up, each a part with a name that rules can point at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from incentives.asking import asked
from incentives.fact import Fact, Value
from incentives.fee import Fee, Listed, read_fee
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Total(Fee, kind="total"):
    """`{"kind": "total", "parts": {"design": fee, "revisions": fee}, "titles": {"design": {"pl", "en"}}}`."""

    named: Mapping[str, Fee] = field(metadata=asked("Części opłaty", "Parts of the fee", name="parts"))
    titles: Mapping[str, Words] = field(default_factory=dict, metadata=asked("Nazwa części", "Name of the part"))

    called = Words("kilka opłat razem", "several fees together")
    told = Words("razem", "together")

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Total:
        fields = node.fields(("kind", "parts"), ("titles",))
        entries = fields["parts"].entries()
        for name, entry in entries.items():
            entry.of(name).slug()
        titles = fields["titles"].fields((), entries) if "titles" in fields else {}
        return cls(
            {name: read_fee(entries[name], registry) for name in sorted(entries)},
            {name: Words.read(title) for name, title in titles.items()},
        )

    def listed(self, values: Mapping[str, Value], _part: str = "fee", /) -> Listed:
        found = [fee.listed(values, name) for name, fee in self.named.items()]
        lines = tuple(line for listed in found for line in listed.lines)
        return Listed(lines, frozenset[str]().union(*(listed.needs for listed in found)))

    def reads(self) -> Iterable[Fact]:
        return [fact for fee in self.named.values() for fact in fee.reads()]

    def parts(self, _part: str = "fee", /) -> Iterable[str]:
        return [name for own, fee in self.named.items() for name in fee.parts(own)]
