"""What a scheme asks of eyes: light enough beside dark, and colours that people tell apart who see fewer of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from samples.colour.blindness import KINDS, as_seen
from samples.colour.contrast import LRV_WANTED, LRV_WANTED_LARGE
from samples.colour.difference import delta_e
from samples.schemes.scheme import Fills

NEIGHBOURS = (
    ("wall", "woodwork", LRV_WANTED),
    ("wall", "floor", LRV_WANTED_LARGE),
    ("floor", "furniture", LRV_WANTED),
)
"""Doors in their wall, walls on their floor, and what one could walk into, by BS 8300-2:2018."""
TOLD_APART, HARD_BELOW = 12.0, 6.0
"""ΔE00: clearly two colours to most people; so near that others may take them for one. Our choice."""


@dataclass(frozen=True)
class LightPair:
    """Two slots that meet, the points of light reflectance between them, and how many are wanted."""

    slots: tuple[str, str]
    points: float
    wanted: int

    @property
    def stands_out(self) -> bool:
        return self.points >= self.wanted


@dataclass(frozen=True)
class HardPair:
    """Two slots whose colours somebody of the kind may take for one: their ΔE00 for most people, and for them."""

    kind: str
    slots: tuple[str, str]
    before: float
    after: float


def light_pairs(fills: Fills) -> tuple[LightPair, ...]:
    """Of the slots that meet."""
    return tuple(
        LightPair((one, other), abs(fills[one].lrv - fills[other].lrv), wanted)
        for one, other, wanted in NEIGHBOURS
        if one in fills and other in fills
    )


def hard_to_tell(fills: Fills) -> tuple[HardPair, ...]:
    """Each kind's pairs, the hardest first."""
    return tuple(sorted(_hard(fills), key=lambda pair: (list(KINDS).index(pair.kind), pair.after)))


def _hard(fills: Fills) -> Iterator[HardPair]:
    slots = list(fills)
    if len(slots) < 2:
        return
    labs = np.array([fills[slot].lab for slot in slots])
    one, other = np.array(list(combinations(range(len(slots)), 2))).T
    before = delta_e(labs[one], labs[other])
    for kind in KINDS:
        seen = as_seen(labs, kind)
        after = delta_e(seen[one], seen[other])
        for place in np.flatnonzero((before >= TOLD_APART) & (after < HARD_BELOW)).tolist():
            pair = slots[one[place]], slots[other[place]]
            yield HardPair(kind, pair, float(before[place]), float(after[place]))
