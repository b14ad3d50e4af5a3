"""So much a square metre, with a least fee, cheaper or dearer from certain areas up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from incentives.fact import Fact, Type, Value
from incentives.fee import Fee, Line, Listed, number, read_fact
from incentives.reading import Node
from incentives.registry import Registry

MM2_IN_M2 = 1_000_000


@dataclass(frozen=True)
class PerArea(Fee, kind="per_area"):
    """`{"kind": "per_area", "per_m2_gr": 5000, "minimum_gr": 50000, "steps": [{"from_mm2": …, "per_m2_gr": …}]}`.

    Each square metre is priced by the step it lies in, like an income tax, so a larger room never costs less;
    the sum is rounded half up to a grosz. `fact` is `area_mm2` unless another area is named.
    """

    fact: Fact
    per_m2_gr: int
    minimum_gr: int = 0
    steps: tuple[tuple[int, int], ...] = ()

    @classmethod
    def read(cls, node: Node, registry: Registry, /) -> PerArea:
        fields = node.fields(("kind", "per_m2_gr"), ("minimum_gr", "steps", "fact"))
        return cls(
            read_fact(fields.get("fact"), registry, "area_mm2", Type.AREA),
            fields["per_m2_gr"].integer(),
            fields["minimum_gr"].integer() if "minimum_gr" in fields else 0,
            _read_steps(fields["steps"]) if "steps" in fields else (),
        )

    def listed(self, values: Mapping[str, Value], part: str = "fee", /) -> Listed:
        area_mm2 = number(values, self.fact)
        if area_mm2 is None:
            return Listed((Line(part, self.minimum_gr),), frozenset({self.fact.name}))
        return Listed((Line(part, max(self.minimum_gr, self._price_gr(area_mm2))),))

    def reads(self) -> Iterable[Fact]:
        return (self.fact,)

    def parts(self, part: str = "fee", /) -> Iterable[str]:
        return (part,)

    def _price_gr(self, area_mm2: int) -> int:
        bands = [(0, self.per_m2_gr), *self.steps]
        ends = [start for start, _ in self.steps] + [max(area_mm2, bands[-1][0])]
        pieces = (max(0, min(area_mm2, end) - start) * price for (start, price), end in zip(bands, ends, strict=True))
        return (sum(pieces) + MM2_IN_M2 // 2) // MM2_IN_M2


def _read_steps(node: Node) -> tuple[tuple[int, int], ...]:
    steps: list[tuple[int, int]] = []
    for item in node.items(least=1):
        fields = item.fields(("from_mm2", "per_m2_gr"))
        start = fields["from_mm2"].integer(1)
        if steps and start <= steps[-1][0]:
            raise fields["from_mm2"].fault("not_ascending")
        steps.append((start, fields["per_m2_gr"].integer()))
    return tuple(steps)
