"""What to take off the shelf for several orders at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from configurator.orders.models import SampleOrder


@dataclass(frozen=True)
class Pick:
    """So many samples of a paint and kind, for all orders together."""

    paint: str
    name_pl: str
    name_en: str
    hex: str
    kind: str
    count: int


def picked(orders: Iterable[SampleOrder]) -> list[Pick]:
    """By kind and code, as they lie on the shelf."""
    lines = [line for order in orders for line in order.lines]
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        counts[line.kind, line.paint] += line.count
    named = {(line.kind, line.paint): line for line in lines}
    return [
        Pick(paint, line.name_pl, line.name_en, line.hex, kind, counts[kind, paint])
        for (kind, paint), line in sorted(named.items())
    ]
