"""What tiles cost by the price that the plan has kept, in the unit in which they are sold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rooms.tiling.need import TileNeed

UNITS = ("piece", "m2", "pack")
MM2_PER_M2 = 1_000_000
WHOLE = 100


def to_buy_hundredths(need: TileNeed, unit: str) -> int | None:
    """How much of the unit has to be bought, in hundredths; None where it cannot be known.

    Square metres are those of whole packs where a pack's contents are known, else those of the tiles.
    """
    if need.count is None:
        return None
    if unit == "piece":
        return need.count.to_buy * WHOLE
    if unit == "pack":
        return None if need.count.packs is None else need.count.packs * WHOLE
    return -(-_area_mm2(need) * WHOLE // MM2_PER_M2)


def cost_gr(need: TileNeed, unit: str | None) -> int | None:
    """The product's kept price for all of them, half a grosz up."""
    product: Mapping[str, Any] | None = need.tile.get("product")
    hundredths = to_buy_hundredths(need, unit) if product and unit else None
    if product is None or hundredths is None:
        return None
    return int((product["price_gr"] * hundredths + WHOLE // 2) // WHOLE)


def _area_mm2(need: TileNeed) -> int:
    tile, count = need.tile, need.count
    if count is None:
        raise ValueError("not counted")
    each = int(tile["size"][0] * tile["size"][1])
    if count.packs is None or count.pack is None:
        return count.to_buy * each
    per_pack = tile["pack_cm2"] * 100 if tile.get("pack_cm2") else count.pack.tiles * each
    return int(count.packs * per_pack)
