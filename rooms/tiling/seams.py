"""The joints of a layout as lines: of any two sides that meet one is kept, and those in a row become one line."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Doubles = NDArray[np.float64]

NEAR = 1e-6
GRAIN_MM = 0.01
"""Sides whose lines lie nearer to each other than this run in one line."""


def seams_of(cells: Doubles, surface: BaseGeometry) -> BaseGeometry:
    """The sides of the cells (tile, corner, x and y) that lie on the surface, each once."""
    segments = _in_rows(_one_of_two(cells))
    shapely.prepare(surface)
    shown = shapely.get_parts(shapely.intersection(shapely.linestrings(segments), surface))
    is_line = (shapely.get_type_id(shown) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(shown)
    found: BaseGeometry = shapely.multilinestrings(shown[is_line])
    return found


def _one_of_two(cells: Doubles) -> Doubles:
    """The sides that look to the left, or straight down: what they look at is another cell's other side."""
    starts, ends = cells, np.roll(cells, -1, axis=1)
    dx, dy = np.moveaxis(ends - starts, -1, 0)
    chosen = (dy < -NEAR) | ((np.abs(dy) <= NEAR) & (dx > 0))
    return np.stack([starts[chosen], ends[chosen]], axis=1)


def _in_rows(segments: Doubles) -> Doubles:
    """Segments on one line that touch, as one."""
    if not len(segments):
        return segments
    way = segments[:, 1] - segments[:, 0]
    way = way / np.linalg.norm(way, axis=1, keepdims=True)
    across = np.stack([-way[:, 1], way[:, 0]], axis=1)
    angle = np.round(np.arctan2(way[:, 1], way[:, 0]), 6)
    offset = np.round((segments[:, 0] * across).sum(axis=1) / GRAIN_MM)
    start, end = ((segments[:, place] * way).sum(axis=1) for place in (0, 1))
    order = np.lexsort((start, offset, angle))
    rows: list[list[Any]] = []
    for at in order:
        if rows and [angle[at], offset[at]] == rows[-1][:2] and start[at] <= rows[-1][2] + GRAIN_MM:
            rows[-1][2] = max(rows[-1][2], end[at])
        else:
            rows.append([angle[at], offset[at], end[at], segments[at, 0], way[at], start[at]])
    return np.array([(begin, begin + along * (stop - low)) for _a, _o, stop, begin, along, low in rows])
