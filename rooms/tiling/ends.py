"""What a tiler measures before laying: the first cuts at both ends of the first tile's row and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from rooms.tiling.layout import Doubles, Layout

SQUARE = frozenset(("straight", "half", "third"))
"""Patterns whose tiles stand in rows along the surface's sides."""
IN_ROW_MM = 0.5
"""A line so far from a tile, beyond half a joint, does not cross it."""

Stops = tuple[float, float, float, float]


@dataclass(frozen=True)
class Ends:
    """Stops in mm of the surface: where the row begins, where its first tile ends, where its last begins, its end.

    `column` is the same upwards (on a page downwards).
    """

    row: Stops
    column: Stops


def ends_of(layout: Layout, tile: Mapping[str, Any]) -> Ends | None:
    """None where no tile stands square to the surface, or nothing is tiled."""
    if tile["pattern"] not in SQUARE or layout.turn % 90 or not len(layout.parts):
        return None
    bounds = shapely.bounds(layout.parts)
    middles = shapely.get_coordinates(shapely.centroid(layout.parts))
    first = shapely.get_coordinates(layout.first.centroid)[0]
    x, y = middles[np.argmin(np.hypot(*(middles - first).T))]
    near = tile["joint"] / 2 + IN_ROW_MM
    return Ends(_stops(bounds, y, 0, near), _stops(bounds, x, 1, near))


def narrowest_mm(layout: Layout) -> float | None:
    """The least side of the boxes of the cut parts as they lie in their tiles; None where nothing is cut."""
    if not layout.cut_count:
        return None
    left, low, right, high = shapely.bounds(layout.cut_shapes).T
    return float(np.minimum(right - left, high - low).min())


def _stops(bounds: Doubles, at: float, axis: int, near: float) -> Stops:
    """Along an axis, of the parts that the line at a place of the other axis crosses."""
    other = 1 - axis
    crossed = bounds[(bounds[:, other] - near <= at) & (at <= bounds[:, other + 2] + near)]
    low, high = crossed[:, axis], crossed[:, axis + 2]
    first, last = low.argmin(), high.argmax()
    return float(low.min()), float(high[first]), float(low[last]), float(high.max())
