"""The tiles of one surface: which are whole, what is seen of each that is cut, and the joints between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, cos, floor, radians, sin
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from rooms.fault import Fault
from rooms.tiling.patterns import Flat, Lattice, Spot, lattice_of
from rooms.tiling.seams import seams_of

Doubles = NDArray[np.float64]
Shapes = NDArray[Any]

LEAST_MM2 = 1.0
"""A smaller part is no tile, and a tile that lacks less is whole: what rounding of a wall's place leaves."""
MOST_TILES = 40_000


@dataclass(frozen=True)
class Layout:
    """Tiles on a surface, all in the surface's own mm, none overlapping.

    `parts` are what one sees of each tile; `shapes` the same in the frame of the whole tile, `blank`, whose box begins
    at 0, 0; `whole` tells which are not cut. A tile that shows in two places is one part.
    """

    surface: BaseGeometry
    lattice: Lattice
    origin: Flat
    turn: float
    parts: Shapes
    shapes: Shapes
    whole: NDArray[np.bool_]

    @property
    def whole_count(self) -> int:
        return int(self.whole.sum())

    @property
    def cut_count(self) -> int:
        return len(self.whole) - self.whole_count

    @property
    def cut_shapes(self) -> Shapes:
        return self.shapes[~self.whole]

    @property
    def tiled_mm2(self) -> float:
        """The tiles alone, without the joints."""
        return float(shapely.area(self.parts).sum())

    @cached_property
    def first(self) -> BaseGeometry:
        """The tile at the origin, whole, whether or not the surface reaches there."""
        return _first(self.lattice, self.origin, self.turn)

    @cached_property
    def seams(self) -> BaseGeometry:
        """The middle lines of the joints, as few as there can be."""
        cells = _rings(self.surface, self.lattice, self.lattice.cell, self.origin, self.turn)
        return seams_of(cells, self.surface)


def first_of(tile: Mapping[str, Any], origin: Flat, turn: float) -> BaseGeometry:
    """The tile at the origin alone, without laying the others."""
    return _first(lattice_of(tile), origin, turn)


def lay(surface: BaseGeometry, tile: Mapping[str, Any], origin: Flat = (0.0, 0.0), turn: float = 0.0) -> Layout:
    """The layout of a plan's tile on a surface; `turn` is in degrees counter-clockwise about the origin, y upwards.

    Raises Fault at `tile` when there would be more than MOST_TILES of them.
    """
    lattice = lattice_of(tile)
    cells, spots = _places(surface, lattice, origin, turn)
    rings = _on_surface(lattice.blank, spots, cells, origin, turn)
    tiles: Shapes = np.asarray(shapely.polygons(rings))
    shapely.prepare(surface)
    near = shapely.intersects(surface, tiles)
    tiles, rings = tiles[near], rings[near]
    parts = np.where(shapely.covers(surface, tiles), tiles, shapely.intersection(tiles, surface))
    areas, most = shapely.area(parts), shapely.Polygon(lattice.blank).area
    kept = areas >= LEAST_MM2
    whole = areas[kept] > most - LEAST_MM2
    parts = np.where(whole, tiles[kept], parts[kept])
    return Layout(surface, lattice, origin, turn, parts, _in_own_frame(parts, rings[kept], lattice), whole)


def _first(lattice: Lattice, origin: Flat, turn: float) -> BaseGeometry:
    ring = _on_surface(lattice.blank, lattice.spots[:1], np.zeros((1, 2)), origin, turn)
    return shapely.Polygon(ring[0])


def seams(surface: BaseGeometry, tile: Mapping[str, Any], origin: Flat = (0.0, 0.0), turn: float = 0.0) -> BaseGeometry:
    """The joints alone, as in `Layout.seams`."""
    lattice = lattice_of(tile)
    return seams_of(_rings(surface, lattice, lattice.cell, origin, turn), surface)


def _rings(surface: BaseGeometry, lattice: Lattice, ring: Sequence[Flat], origin: Flat, turn: float) -> Doubles:
    cells, spots = _places(surface, lattice, origin, turn)
    return _on_surface(ring, spots, cells, origin, turn)


def _places(surface: BaseGeometry, lattice: Lattice, origin: Flat, turn: float) -> tuple[Doubles, tuple[Spot, ...]]:
    """By how much each group that may reach the surface is moved, and the spots in a group."""
    box = shapely.bounds(surface)
    corners = np.array([(box[x], box[y]) for x in (0, 2) for y in (1, 3)]) - origin
    corners = _spun(corners, -turn)
    reach = 2 * max(abs(value) for step in (lattice.u, lattice.v, *lattice.cell) for value in step)
    low, high = corners.min(axis=0) - reach, corners.max(axis=0) + reach
    steps = np.array([lattice.u, lattice.v])
    if np.prod(high - low) > 8 * MOST_TILES * abs(np.linalg.det(steps)) / len(lattice.spots):
        raise Fault("tile", "too_many_tiles", most=MOST_TILES)
    ends = np.array([(x, y) for x in (low[0], high[0]) for y in (low[1], high[1])]) @ np.linalg.inv(steps)
    ranges = [np.arange(floor(ends[:, axis].min()), ceil(ends[:, axis].max()) + 1) for axis in (0, 1)]
    counts = np.stack(np.meshgrid(*ranges, indexing="ij"), axis=-1).reshape(-1, 2)
    moves = counts @ steps
    held = ((moves >= low) & (moves <= high)).all(axis=1)
    return moves[held], lattice.spots


def _on_surface(ring: Sequence[Flat], spots: Sequence[Spot], moves: Doubles, origin: Flat, turn: float) -> Doubles:
    """The corners (tile, corner, x and y) of every tile of every group."""
    own = np.array(ring)
    groups = np.stack([_spun(own, angle) + np.array((x, y)) for angle, x, y in spots])
    placed = (groups[None] + moves[:, None, None, :]).reshape(-1, len(ring), 2)
    return _spun(placed, turn) + origin


def _spun(points: Doubles, degrees: float) -> Doubles:
    if degrees % 90 == 0:
        c, s = ((1, 0), (0, 1), (-1, 0), (0, -1))[int(degrees // 90) % 4]
    else:
        c, s = cos(radians(degrees)), sin(radians(degrees))  # type: ignore[assignment]
    return points @ np.array([[c, s], [-s, c]], np.float64)


def _in_own_frame(parts: Shapes, rings: Doubles, lattice: Lattice) -> Shapes:
    """Each part as it lies in its tile: the tile's first side is turned back to where the blank's is."""
    if not len(parts):
        return parts
    blank = np.array(lattice.blank)
    side, way = blank[1] - blank[0], rings[:, 1] - rings[:, 0]
    square = side @ side
    c = (way @ side) / square
    s = (way[:, 0] * -side[1] + way[:, 1] * side[0]) / square
    points, owner = shapely.get_coordinates(parts, return_index=True)
    x, y = (points - rings[owner, 0]).T
    own = np.stack([x * c[owner] + y * s[owner], y * c[owner] - x * s[owner]], axis=1) + blank[0]
    moved: Shapes = shapely.set_coordinates(parts.copy(), np.round(own, 4))
    return moved
