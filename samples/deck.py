"""A fan deck: paints in the order of a wall of colour, found by code and by family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np

from samples.colour.arrays import Numbers
from samples.colour.gamut import labs_to_hex
from samples.colour.index import ColourIndex
from samples.colour.words import FAMILIES, Said
from samples.fault import Fault
from samples.paint import Paint

MOST_PAINTS = 100_000


@dataclass(frozen=True)
class Deck:
    """Paints, each code once; a demonstration deck is nobody's paint and every page that shows it says so.

    `gone` are paints that cannot be chosen any more: asked for by their code they are known, and nothing else.
    """

    key: str
    name_pl: str
    name_en: str
    paints: tuple[Paint, ...]
    demonstration: bool = False
    gone: tuple[Paint, ...] = ()

    def __post_init__(self) -> None:
        if len(self.paints) > MOST_PAINTS:
            raise Fault("paints", "too_many", most=MOST_PAINTS)
        seen: dict[str, int] = {}
        for place, paint in enumerate(self.paints):
            if (first := seen.setdefault(paint.code, place)) != place:
                raise Fault(f"paints/{place}/code", "code_twice", code=paint.code, first=first)

    def __len__(self) -> int:
        return len(self.paints)

    def __iter__(self) -> Iterator[Paint]:
        return iter(self.paints)

    def __contains__(self, code: object) -> bool:
        """Whether a paint of this code can be chosen."""
        return code in self.by_code

    def __getitem__(self, code: str) -> Paint:
        return self.known[code]

    def get(self, code: str) -> Paint | None:
        """The paint of this code, be it gone; None where the deck never had one."""
        return self.known.get(code)

    def hex_of(self, code: str) -> str | None:
        """The paint's colour on a screen; None for a code that the deck never had."""
        return paint.hex if (paint := self.get(code)) else None

    def name_of(self, code: str) -> Said | None:
        """What the paint is called; None for a code that the deck never had."""
        return paint.name if (paint := self.get(code)) else None

    @property
    def name(self) -> Said:
        return {"pl": self.name_pl, "en": self.name_en}

    @cached_property
    def by_code(self) -> Mapping[str, Paint]:
        return MappingProxyType({paint.code: paint for paint in self.paints})

    @cached_property
    def known(self) -> Mapping[str, Paint]:
        """Those that are gone, too."""
        return MappingProxyType({paint.code: paint for paint in (*self.gone, *self.paints)})

    @cached_property
    def families(self) -> Mapping[str, tuple[Paint, ...]]:
        """The families that have a paint, in the order of FAMILIES."""
        groups = {family: tuple(paint for paint in self.paints if paint.family == family) for family in FAMILIES}
        return MappingProxyType({family: paints for family, paints in groups.items() if paints})

    @cached_property
    def labs(self) -> Numbers:
        """Lab of every paint, shape (n, 3), in order."""
        return np.array([paint.lab for paint in self.paints], dtype=np.float64).reshape(-1, 3)

    @cached_property
    def hexes(self) -> tuple[str, ...]:
        """What a screen shows of every paint, in order."""
        return labs_to_hex(self.labs)

    @cached_property
    def index(self) -> ColourIndex:
        return ColourIndex(self.labs)

    def as_data(self) -> dict[str, Any]:
        """The deck for the browser, small: one row a paint, Lab in hundredths; `readDeck` in deck.js reads it."""
        return {
            "key": self.key,
            "name": self.name,
            "demonstration": self.demonstration,
            "paints": _rows(self.paints),
        } | ({"gone": _rows(self.gone)} if self.gone else {})


def _rows(paints: Sequence[Paint]) -> list[list[str | int | bool]]:
    shown = labs_to_hex(np.array([paint.lab for paint in paints]).reshape(-1, 3))
    return [_row(paint, hex_) for paint, hex_ in zip(paints, shown, strict=True)]


def _row(paint: Paint, shown: str) -> list[str | int | bool]:
    lightness, a, b = (round(value * 100) for value in paint.lab)
    told = [paint.code, paint.name_pl, paint.name_en, shown]
    outside = [] if paint.exterior is None else [paint.exterior]
    return [*told, lightness, a, b, paint.base, paint.price_group, paint.hiding, paint.coats, *outside]
