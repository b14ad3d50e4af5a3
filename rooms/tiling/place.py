"""Where a plan's tile begins on a surface and which way it runs.

On a wall x runs to the viewer's right from the left end of the face and y is the height; on a floor or ceiling both
are the page's. `origin` (mm) moves the first tile's corner from where tiles begin by themselves, the lower left of the
band or the upper left of the room's box on the page; `turn_mdeg` turns the pattern about it, clockwise as one sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.tiling.layout import Layout, first_of, lay, seams
from rooms.tiling.patterns import Flat

Tile = Mapping[str, Any]

MOST_SHOWN = 20_000


def laid(surface: BaseGeometry, tile: Tile, start: Flat, *, is_wall: bool) -> Layout:
    """The tile on the surface; Fault where there are too many."""
    return lay(surface, tile, _origin(tile, start), _turn(tile, is_wall=is_wall))


def joints(surface: BaseGeometry, tile: Tile, start: Flat, *, is_wall: bool) -> BaseGeometry:
    """The joints alone; nothing when they are too many to show."""
    width, height = tile["size"]
    if surface.is_empty or surface.area / (width * height) > MOST_SHOWN:
        return shapely.LineString()
    return seams(surface, tile, _origin(tile, start), _turn(tile, is_wall=is_wall))


def first_tile(tile: Tile, start: Flat, *, is_wall: bool) -> tuple[BaseGeometry, Flat]:
    """The tile at the origin, whole, whether or not a surface reaches there, and that origin."""
    origin = _origin(tile, start)
    return first_of(tile, origin, _turn(tile, is_wall=is_wall)), origin


def _origin(tile: Tile, start: Flat) -> Flat:
    x, y = tile.get("origin") or (0, 0)
    return start[0] + x, start[1] + y


def _turn(tile: Tile, *, is_wall: bool) -> float:
    """Degrees counter-clockwise where y runs upwards; the page's y runs down, so there clockwise counts up."""
    return (tile.get("turn_mdeg") or 0) / 1000 * (-1 if is_wall else 1)
