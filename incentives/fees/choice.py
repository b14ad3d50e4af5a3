"""A fee for each word of a fact: by the room's purpose, by package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from incentives.asking import asked
from incentives.fact import Fact, Type, Value
from incentives.fee import Fee, Listed, read_fact, read_fee
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Choice(Fee, kind="choice"):
    """`{"kind": "choice", "fact": "purpose", "fees": {"bathroom": fee, …}, "otherwise": fee}`."""

    fact: Fact = field(metadata=asked("Od czego zależy", "What it depends on", types=(Type.WORD,)))
    fees: Mapping[str, Fee] = field(metadata=asked("Opłata dla każdej możliwości", "A fee for each case"))
    otherwise: Fee = field(metadata=asked("W innych przypadkach", "Otherwise"))

    called = Words("zależnie od rodzaju", "depending on the kind")
    told = Words("zależnie od: {fact}", "depending on: {fact}")

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Choice:
        fields = node.fields(("kind", "fact", "fees", "otherwise"))
        fact = read_fact(fields["fact"], registry, "purpose", Type.WORD)
        entries = fields["fees"].entries()
        for word, entry in entries.items():
            fact.value(entry.of(word))
        fees = {word: read_fee(entry, registry) for word, entry in sorted(entries.items())}
        return cls(fact, fees, read_fee(fields["otherwise"], registry))

    def listed(self, values: Mapping[str, Value], part: str = "fee", /) -> Listed:
        word = values.get(self.fact.name)
        if isinstance(word, str):
            return self.fees.get(word, self.otherwise).listed(values, part)
        cheapest = min((fee.listed(values, part) for fee in self._all()), key=lambda listed: listed.total_gr)
        return Listed(cheapest.lines, cheapest.needs | {self.fact.name})

    def reads(self) -> Iterable[Fact]:
        return (self.fact, *(fact for fee in self._all() for fact in fee.reads()))

    def parts(self, part: str = "fee", /) -> Iterable[str]:
        return sorted({name for fee in self._all() for name in fee.parts(part)})

    def _all(self) -> Iterable[Fee]:
        return (*self.fees.values(), self.otherwise)
