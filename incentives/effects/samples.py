"""So many free samples, less those already taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from incentives.asking import asked
from incentives.effect import Form, Grant, GrantEffect
from incentives.fact import Fact, Type, Value
from incentives.fee import number, read_fact
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words


@dataclass(frozen=True)
class Samples(GrantEffect, kind="samples"):
    """`{"kind": "samples", "count": 3}`; `taken` is `samples_taken` unless another count is named."""

    count: int = field(metadata=asked("Ile próbek", "How many samples"))
    taken: Fact = field(
        metadata=asked("Co liczy wykorzystane", "What counts those taken", types=(Type.COUNT,), optional=True)
    )

    called = Words("bezpłatne próbki", "free samples")
    told = Words("bezpłatne próbki: {count}", "free samples: {count}")

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> Self:
        fields = node.fields(("kind", "count"), ("taken",))
        taken = read_fact(fields.get("taken"), registry, "samples_taken", Type.COUNT)
        return cls(Form.GOODS, fields["count"].integer(1, 1000), taken)

    def grant(self, values: Mapping[str, Value], _day: date, /) -> Grant | None:
        taken = number(values, self.taken)
        if taken is None:
            return None
        return Grant(self.kind, self.form, count=self.count, left=max(0, self.count - taken))

    def reads(self) -> Iterable[Fact]:
        return (self.taken,)
