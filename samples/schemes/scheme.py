"""A scheme: what fills each slot of a room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from samples.colour.arrays import Lab
from samples.colour.cie import hex_to_lab, lrv
from samples.colour.gamut import lab_to_hex
from samples.colour.words import Said, describe
from samples.paint import Paint

SLOTS = ("wall", "second", "ceiling", "woodwork", "floor", "furniture")
"""The second wall is the accent; the woodwork is doors and skirting."""


@dataclass(frozen=True)
class Fill:
    """What a slot has: a paint of the deck, or a mere colour, as a floor's of tiles is."""

    lab: Lab
    paint: Paint | None = None

    @classmethod
    def of(cls, paint: Paint) -> Fill:
        return cls(paint.lab, paint)

    @classmethod
    def of_hex(cls, text: str) -> Fill:
        """A colour of no paint; Fault when it is not a hex colour."""
        lightness, a, b = (round(value, 2) for value in hex_to_lab(text).tolist())
        return cls((lightness, a, b))

    @property
    def code(self) -> str | None:
        return self.paint.code if self.paint else None

    @cached_property
    def hex(self) -> str:
        return self.paint.hex if self.paint else lab_to_hex(self.lab)

    @cached_property
    def lrv(self) -> float:
        """Light reflectance value to tenths."""
        return self.paint.lrv if self.paint else float(np.floor(lrv(self.lab) * 10 + 0.5) / 10)

    @property
    def name(self) -> Said:
        """The paint's name; of a mere colour what it is like."""
        return self.paint.name if self.paint else describe(self.lab)


Fills = Mapping[str, Fill]
"""By slot; a room without a slot, as one without upholstery, has no fill for it."""


@dataclass(frozen=True)
class Scheme:
    """`name` tells the idea behind it."""

    name: Said
    fills: Fills

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        """Equal for equal schemes."""
        return tuple((slot, self.fills[slot].code or self.fills[slot].hex) for slot in SLOTS if slot in self.fills)
