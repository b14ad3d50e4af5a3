"""What somebody has measured of a room of straight walls, and how far a tape and a builder may be off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, hypot, sqrt

import numpy as np
from numpy.typing import NDArray

from rooms.walls.vector import Vector

Array = NDArray[np.float64]

READING_MM = 3.0
"""Standard deviation of laying on and reading a tape whose end is bent into a corner: ours, of trials with a tape."""
CROSSING_MM = 5.0
"""The same for a tape held across a room from corner to corner, where it sags and furniture is in its way."""
SQUARE_LIMITS_MM = ((500, 3), (1000, 6), (3000, 8), (6000, 12), (15_000, 16), (30_000, 20))
"""How far a wall of up to this length may stray sideways from its angle: DIN 18202:2019-07, table 2 (of memory, not
yet verified against the paper). A limit is taken for two standard deviations."""
WIDEST_MM = 30
SLANTED = 0.035
"""Sideways share (sine of 2°) of a wall that is not square to the others: its angle was drawn and not measured."""
LOOSE = 0.18
"""The same (about 10°) for every wall where the corners are said not to be as drawn."""
SQUARE = 0.02
"""A wall whose direction differs by less (sine) from the room's own is square to it."""


@dataclass(frozen=True)
class Check:
    """A length across the room: from one corner to another, in mm. Corner 0 begins wall 0."""

    start: int
    end: int
    mm: int


@dataclass(frozen=True)
class Measured:
    """A room walked round wall by wall.

    `drawn` are the walls as vectors in mm, only roughly right in length; `walls` the inner lengths in mm, None where
    nobody has measured; `keeps_corners`: whether the drawn angles hold, or every angle is unknown.
    """

    drawn: tuple[Vector, ...]
    walls: tuple[int | None, ...]
    checks: tuple[Check, ...] = ()
    keeps_corners: bool = True

    @cached_property
    def ways(self) -> Array:
        """The drawn directions, (n, 2)."""
        drawn = np.array(self.drawn, dtype=float)
        return np.asarray(drawn / np.hypot(drawn[:, 0], drawn[:, 1])[:, None])

    @cached_property
    def lengths(self) -> Array:
        """The measured lengths, the drawn one where nobody has measured, (n,)."""
        drawn = (hypot(*way) for way in self.drawn)
        return np.array([mm or long for mm, long in zip(self.walls, drawn, strict=True)], dtype=float)

    @cached_property
    def sideways_mm(self) -> Array:
        """Standard deviation of each wall's stray from its drawn direction, (n,)."""
        if not self.keeps_corners:
            return self.lengths * LOOSE
        square = np.array([_square_limit(long) / 2 for long in self.lengths])
        return np.where(self.is_square, square, np.maximum(self.lengths * SLANTED, square))

    @cached_property
    def is_square(self) -> NDArray[np.bool_]:
        """Which walls run along or square to the direction in which most of the room's walls run, (n,)."""
        turned = np.abs(self.ways[:, None, 0] * self.ways[None, :, 1] - self.ways[:, None, 1] * self.ways[None, :, 0])
        square = (turned < SQUARE) | (turned > sqrt(1 - SQUARE**2))
        return np.asarray(square[np.argmax((square * self.lengths).sum(axis=1))])

    def misclosure(self) -> Vector | None:
        """Where the walk ends, seen from its beginning, mm; None before every wall is measured, or without angles."""
        if None in self.walls or not self.keeps_corners:
            return None
        gap = (self.ways * self.lengths[:, None]).sum(axis=0)
        return float(gap[0]), float(gap[1])


def tape_mm(length_mm: float, reading_mm: float = READING_MM) -> float:
    """Standard deviation of one length: the reading, and a tape of class II, which may err by 0.3 + 0.2·L mm, L in
    whole metres (Directive 2014/32/EU, annex X), anything within that being as likely."""
    return hypot(reading_mm, (0.3 + 0.2 * ceil(length_mm / 1000)) / sqrt(3))


def _square_limit(length_mm: float) -> float:
    return next((limit for reach, limit in SQUARE_LIMITS_MM if length_mm <= reach), WIDEST_MM)
