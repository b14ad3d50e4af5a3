"""What is kept of each receipt, and of a part of it: of one VAT rate, a category, a brand, a product.

Pure. A part is told only where the lines tell it: a receipt told as one amount, or a return that says nothing of what
came back, leaves the part unknown (None), unless all or nothing of the receipt is of that part.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from configurator.purchases.models import PurchaseEntry

WHOLE = 100
"""Quantities are in hundredths of the product's unit, as the list of products counts them."""


@dataclass(frozen=True)
class Sold:
    """A line of a receipt as it was kept; None and empty are what nobody told."""

    amount_gr: int
    count: int = 1
    hundredths: int | None = None
    sku: str = ""
    vat_percent: int | None = None
    category: str = ""
    brand: str = ""
    service: bool = False

    @classmethod
    def read(cls, line: dict[str, Any]) -> Sold:
        return cls(**{name: value for name, value in line.items() if name in cls.__dataclass_fields__})


Pick = Callable[[Sold], bool | None]
Measure = Callable[[Sold], int | None]


@dataclass(frozen=True)
class Move:
    """Bought (above zero) or brought back (below) on a day; `lines` are empty where nobody told them."""

    amount_gr: int
    day: date
    lines: tuple[Sold, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A receipt: the purchase, then what was brought back of it."""

    moves: tuple[Move, ...]

    @property
    def day(self) -> date:
        return self.moves[0].day

    @property
    def kept_gr(self) -> int:
        return sum(move.amount_gr for move in self.moves)

    def part_gr(self, pick: Pick) -> int | None:
        """The gross amount kept of the lines that `pick` names."""
        if self._is_all(pick):
            return self.kept_gr
        return self._part(pick, lambda line: line.amount_gr)

    def pieces(self, pick: Pick) -> int | None:
        """How many pieces are kept of them."""
        return self._part(pick, lambda line: line.count)

    def hundredths(self, pick: Pick) -> int | None:
        """The same in hundredths of the products' units."""
        return self._part(pick, lambda line: line.hundredths)

    def rates(self) -> set[int]:
        """The VAT rates in it."""
        return {line.vat_percent for line in self.moves[0].lines if line.vat_percent is not None}

    def _is_all(self, pick: Pick) -> bool:
        return bool(self.moves[0].lines) and all(pick(line) for line in self.moves[0].lines)

    def _part(self, pick: Pick, measure: Measure) -> int | None:
        bought, *returned = self.moves
        if self.kept_gr <= 0 or (bought.lines and all(pick(line) is False for line in bought.lines)):
            return 0
        parts = [_sum(move.lines, pick, measure) for move in (bought, *returned)]
        known = [part for part in parts if part is not None]
        return max(0, known[0] - sum(known[1:])) if len(known) == len(parts) else None


def papers(entries: Sequence[PurchaseEntry]) -> list[Paper]:
    """The receipts by their days, without what was corrected."""
    found: dict[tuple[str, str], list[Move]] = {}
    for entry in standing(entries):
        found.setdefault((entry.receipt_id, entry.till), []).append(_move(entry))
    return sorted((Paper(tuple(moves)) for moves in found.values()), key=lambda paper: paper.day)


def standing(entries: Sequence[PurchaseEntry]) -> list[PurchaseEntry]:
    """The purchases and returns that count, in the order in which they were written down."""
    mistaken = {entry.corrects_id for entry in entries}
    counting = [entry for entry in entries if entry.kind != "correction" and entry.id not in mistaken]
    return sorted(counting, key=lambda entry: (entry.at, entry.n))


def _move(entry: PurchaseEntry) -> Move:
    return Move(entry.amount_gr, entry.day, tuple(Sold.read(line) for line in json.loads(entry.lines)))


def _sum(lines: Sequence[Sold], pick: Pick, measure: Measure) -> int | None:
    """None where there are no lines, or one of them does not say whether, or how much, it counts."""
    total = 0
    for line in lines:
        if (counts := pick(line)) is None or (counts and measure(line) is None):
            return None
        total += (measure(line) or 0) if counts else 0
    return total if lines else None
