"""What a pack of tiles holds, as the plan's tile tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

MM2_PER_CM2 = 100
MOST_OFF = 0.02
"""A pack's area is given to two decimals of a square metre, so it may be off a whole number of tiles by so much."""


@dataclass(frozen=True)
class Pack:
    """`told` is what the number comes from: so many tiles, or so many square metres."""

    tiles: int
    told: Literal["tiles", "area"]


def pack_of(tile: Mapping[str, Any]) -> Pack | None:
    """The tile's pack by `per_pack`, else by `pack_cm2` divided by its size; None where neither is known."""
    if per_pack := tile.get("per_pack"):
        return Pack(per_pack, "tiles")
    if pack_cm2 := tile.get("pack_cm2"):
        held = pack_cm2 * MM2_PER_CM2 / (tile["size"][0] * tile["size"][1])
        return Pack(max(1, int(held * (1 + MOST_OFF))), "area")
    return None
