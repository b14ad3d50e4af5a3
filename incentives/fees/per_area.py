"""So much a square metre, with a least fee, cheaper or dearer from certain areas up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from incentives.asking import asked
from incentives.fact import Fact, Type, Value
from incentives.fee import Fee, Line, Listed, number, read_fact
from incentives.reading import Node
from incentives.registry import Registry
from incentives.wording import Words

MM2_IN_M2 = 1_000_000


@dataclass(frozen=True)
class Step:
    """From this area up a square metre costs so much."""

    from_mm2: int = field(metadata=asked("Od powierzchni", "From an area of"))
    per_m2_gr: int = field(metadata=asked("Za metr kwadratowy", "For a square metre"))

    told = Words("od {from_mm2}: {per_m2_gr} za m²", "from {from_mm2} up: {per_m2_gr} per m²")


@dataclass(frozen=True)
class PerArea(Fee, kind="per_area"):
    """`{"kind": "per_area", "per_m2_gr": 5000, "minimum_gr": 50000, "steps": [{"from_mm2": …, "per_m2_gr": …}]}`.

    Each square metre is priced by the step it lies in, like an income tax, so a larger room never costs less;
    the sum is rounded half up to a grosz. `fact` is `area_mm2` unless another area is named.
    """

    fact: Fact = field(
        metadata=asked(
            "Czego powierzchnia",
            "Which area",
            types=(Type.AREA,),
            optional=True,
            left_out=Words("podłogi", "of the floor"),
        )
    )
    per_m2_gr: int = field(metadata=asked("Za metr kwadratowy", "For a square metre"))
    minimum_gr: int = field(
        default=0,
        metadata=asked("Co najmniej", "At least", told=Words("co najmniej {value}", "at least {value}")),
    )
    steps: tuple[Step, ...] = field(
        default=(), metadata=asked("Inna cena od powierzchni", "Another price from an area")
    )

    called = Words("za metr kwadratowy", "by the square metre")
    told = Words("{per_m2_gr} za m²", "{per_m2_gr} per m²")

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
        bands = [Step(0, self.per_m2_gr), *self.steps]
        ends = [step.from_mm2 for step in self.steps] + [max(area_mm2, bands[-1].from_mm2)]
        pieces = (
            max(0, min(area_mm2, end) - step.from_mm2) * step.per_m2_gr for step, end in zip(bands, ends, strict=True)
        )
        return (sum(pieces) + MM2_IN_M2 // 2) // MM2_IN_M2


def _read_steps(node: Node) -> tuple[Step, ...]:
    steps: list[Step] = []
    for item in node.items(least=1):
        fields = item.fields(("from_mm2", "per_m2_gr"))
        start = fields["from_mm2"].integer(1)
        if steps and start <= steps[-1].from_mm2:
            raise fields["from_mm2"].fault("not_ascending")
        steps.append(Step(start, fields["per_m2_gr"].integer()))
    return tuple(steps)
