"""Adhesive and grout for a tiled area, in grams, by the figures of `materials.json` and with where they come from.

Adhesive goes by the tile's longer side. Grout fills the joints: half a tile's outline over its area, (a + b) / (a × b)
for a rectangle, times the joint's width and depth and the density.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import shapely

from rooms.tiling.patterns import lattice_of

FIGURES: Mapping[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
MM2_PER_M2 = 1_000_000


@dataclass(frozen=True)
class Amount:
    """Grams, rounded up, the packs that hold them, and the figures used: `g_per_m2` and what they depend on."""

    grams: int
    g_per_m2: float
    pack_g: int
    told: Mapping[str, float]

    @property
    def packs(self) -> int:
        return -(-self.grams // self.pack_g)


def adhesive(tile: Mapping[str, Any], area_mm2: float) -> Amount | None:
    """None for what is laid without a joint: planks that may as well float."""
    if not tile["joint"]:
        return None
    figures = FIGURES["adhesive"]
    bed = _first_to(figures["beds"], max(tile["size"]))
    return _amount(bed["g_per_m2"], area_mm2, figures["pack_g"], {"notch_mm": bed["notch_mm"]})


def grout(tile: Mapping[str, Any], area_mm2: float) -> Amount | None:
    """None where there is no joint."""
    if not tile["joint"]:
        return None
    figures = FIGURES["grout"]
    blank, depth_mm = shapely.Polygon(lattice_of(tile).blank), thickness_mm(tile)
    joints_per_mm = blank.length / 2 / blank.area
    g_per_m2 = joints_per_mm * tile["joint"] * depth_mm * figures["g_per_cm3_hundredths"] / 100 * 1000
    return _amount(g_per_m2, area_mm2, figures["pack_g"], {"joint_mm": tile["joint"], "depth_mm": depth_mm})


def thickness_mm(tile: Mapping[str, Any]) -> int:
    """The product's least measure where it has one, else what tiles of the size usually are."""
    product = tile.get("product")
    if product and min(product["size"]) < min(tile["size"]):
        return int(min(product["size"]))
    return int(_first_to(FIGURES["grout"]["depths"], max(tile["size"]))["depth_mm"])


def source(of: str) -> Mapping[str, str]:
    """Where the figures of `adhesive` or `grout` come from, by language."""
    told: Mapping[str, str] = FIGURES[of]["source"]
    return told


def _first_to(rows: Sequence[Mapping[str, Any]], mm: int) -> Mapping[str, Any]:
    return next(row for row in rows if mm <= row["to_mm"])


def _amount(g_per_m2: float, area_mm2: float, pack_g: int, told: Mapping[str, float]) -> Amount:
    return Amount(ceil(g_per_m2 * area_mm2 / MM2_PER_M2 - 1e-9), g_per_m2, pack_g, told)
