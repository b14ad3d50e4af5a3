"""So much for each one beyond those included: extra revisions, another collection, another room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from incentives.asking import asked
from incentives.fact import Fact, Type, Value
from incentives.fee import Fee, Line, Listed, number, read_fact
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Beyond(Fee, kind="beyond"):
    """`{"kind": "beyond", "fact": "revisions_used", "included": 2, "each_gr": 10000}`."""

    fact: Fact = field(metadata=asked("Co liczymy", "What is counted", types=(Type.COUNT,)))
    included: int = field(metadata=asked("Ile jest w cenie", "How many are included"))
    each_gr: int = field(metadata=asked("Za każde następne", "For each further one"))

    called = Words("za każde ponad to, co w cenie", "for each beyond those included")
    told = Words(
        "{fact}: w cenie {included}, za każde następne {each_gr}",
        "{fact}: {included} included, {each_gr} for each further one",
    )

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Beyond:
        fields = node.fields(("kind", "fact", "included", "each_gr"))
        fact = read_fact(fields["fact"], registry, "revisions_used", Type.COUNT)
        return cls(fact, fields["included"].integer(), fields["each_gr"].integer())

    def listed(self, values: Mapping[str, Value], part: str = "fee", /) -> Listed:
        used = number(values, self.fact)
        if used is None:
            return Listed((Line(part, 0),), frozenset({self.fact.name}))
        return Listed((Line(part, max(0, used - self.included) * self.each_gr),))

    def reads(self) -> Iterable[Fact]:
        return (self.fact,)

    def parts(self, part: str = "fee", /) -> Iterable[str]:
        return (part,)
