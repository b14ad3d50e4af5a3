"""What the tiled surfaces of a plan take: tiles and packs by tile, adhesive, grout and trims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rooms.fault import Fault
from rooms.outline import Found
from rooms.plan import Plan
from rooms.quantities.bars import Bars, cut_from
from rooms.surfaces import Surfaces
from rooms.tiling.count import USUAL_SPARE_PERCENT, Count, count
from rooms.tiling.materials import Amount, adhesive, grout
from rooms.tiling.offcuts import Reuse
from rooms.tiling.packs import pack_of
from rooms.tiling.surface import Tiled
from rooms.tiling.tiled import reveal_edges, tiled_of
from rooms.tiling.trims import STOCK_MM, Trim, trims_of


@dataclass(frozen=True)
class Rules:
    """How tiles are counted: off-cuts and reserve as each tile says unless all are to be counted in one way.

    What is not asked for is tiled behind baths and cabinets, and reveals are not.
    """

    reuse: Reuse | None = None
    spare_percent: int | None = None
    skip_covered: bool = False
    reveals: bool = False
    kerf_mm: int = 0


USUAL = Rules()
USUAL_REUSE: Reuse = "turned"
SHARED = ("per_pack", "pack_cm2", "sold_by", "reuse", "spare_percent")
"""What one finish tells of a tile holds for all of it."""


@dataclass(frozen=True)
class TileNeed:
    """All that is laid of one tile (size, colour and product), whatever the pattern; `count` is None for too many."""

    tile: Mapping[str, Any]
    surfaces: tuple[Tiled, ...]
    rules: Rules

    @cached_property
    def count(self) -> Count | None:
        try:
            layouts = [one.layout for one in self.surfaces]
        except Fault:
            return None
        return count(
            layouts,
            self.rules.reuse or self.tile.get("reuse") or USUAL_REUSE,
            spare_percent=_first(self.rules.spare_percent, self.tile.get("spare_percent"), USUAL_SPARE_PERCENT),
            pack=pack_of(self.tile),
            kerf_mm=self.rules.kerf_mm,
        )

    @property
    def area_mm2(self) -> float:
        return sum(one.outline.area for one in self.surfaces)

    @property
    def adhesive(self) -> Amount | None:
        return adhesive(self.tile, self.area_mm2)

    @property
    def grout(self) -> tuple[Amount, ...]:
        """For each joint with which the tile is laid."""
        areas: dict[int, float] = {}
        for one in self.surfaces:
            areas[one.tile["joint"]] = areas.get(one.tile["joint"], 0.0) + one.outline.area
        tiles = {one.tile["joint"]: one.tile for one in self.surfaces}
        return tuple(found for joint, area in areas.items() if (found := grout(tiles[joint], area)))

    @property
    def reveals_mm2(self) -> float:
        """What the sides of openings would take besides, half the wall deep; 0 when they are counted."""
        if self.rules.reveals:
            return 0.0
        return sum(mm * deep for one in self.surfaces for hole, deep in one.reveals for mm in reveal_edges(one, hole))


@dataclass(frozen=True)
class TilingNeed:
    """Of a whole plan."""

    tiles: tuple[TileNeed, ...]
    trims: tuple[Trim, ...]

    @property
    def trim_bars(self) -> Bars:
        return cut_from([trim.length_mm for trim in self.trims], STOCK_MM)


def tiling_need(plan: Plan, found: Found, surfaces: Surfaces, rules: Rules = USUAL) -> TilingNeed:
    """The tiles with the largest area first."""
    tiled = tiled_of(plan, found, surfaces, skip_covered=rules.skip_covered, reveals=rules.reveals)
    by_article: dict[tuple[Any, ...], list[Tiled]] = {}
    for one in tiled:
        by_article.setdefault(article(one.tile), []).append(one)
    needs = [TileNeed(_told(held), tuple(held), rules) for held in by_article.values()]
    return TilingNeed(tuple(sorted(needs, key=lambda need: -need.area_mm2)), trims_of(tiled, found, surfaces))


def article(tile: Mapping[str, Any]) -> tuple[Any, ...]:
    """What makes two tiles one thing to buy: size, colour and product; a hexagon is no oblong."""
    product = tile.get("product")
    return (*tile["size"], tile["tint"], product["sku"] if product else None, tile["pattern"] == "hexagon")


def _told(held: Sequence[Tiled]) -> Mapping[str, Any]:
    """The first finish's tile, with what the others alone tell of it."""
    told = {name: _first(*(one.tile.get(name) for one in held)) for name in SHARED}
    return {**held[0].tile, **{name: value for name, value in told.items() if value is not None}}


def _first(*values: Any) -> Any:
    """The first that is told."""
    return next((value for value in values if value is not None), None)
