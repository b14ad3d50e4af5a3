"""What a model covers seen from above and from the front, as rings in mm: its symbol in plans and elevations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from rooms.models.soup import Soup

SMOOTH_SHARE = 0.004
SMALLEST_SHARE = 0.0005
MOST_POINTS = 240
FROM_ABOVE, FROM_THE_FRONT = ((0, 2), (1, 1)), ((0, 1), (1, -1))
"""Which axes lie across and down, and their signs."""
Rings = Sequence[Sequence[tuple[int, int]]]


def silhouettes(soup: Soup) -> tuple[Rings, Rings]:
    """Of a fitted soup from above (x right, y down) and from the front (x right, y down from the floor, so negative).

    Rings are open; holes turn the other way than outer ones, so that they stay open; the largest come first.
    """
    return _rings(soup, *FROM_ABOVE), _rings(soup, *FROM_THE_FRONT)


def _rings(soup: Soup, axes: tuple[int, int], signs: tuple[int, int]) -> Rings:
    flat = np.round(soup.positions[:, list(axes)] * 1000) * np.array(signs)
    corners = flat[soup.triangles]
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    corners = corners[np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) > 0]
    if not len(corners):
        return []
    covered = shapely.union_all(shapely.polygons(corners))
    size = max(float(np.ptp(flat, axis=0).max()), 1.0)
    for coarser in (1, 2, 4, 8, 16):
        rings = _outlines(shapely.simplify(covered, SMOOTH_SHARE * size * coarser), SMALLEST_SHARE * size * size)
        if sum(map(len, rings)) <= MOST_POINTS:
            return rings
    hull = shapely.convex_hull(covered)
    return _outlines(shapely.simplify(hull, SMOOTH_SHARE * size * coarser), 0)


def _outlines(covered: BaseGeometry, least_mm2: float) -> list[list[tuple[int, int]]]:
    polygons = [one for one in shapely.get_parts(shapely.orient_polygons(covered)) if one.geom_type == "Polygon"]
    rings = [ring for one in polygons for ring in (one.exterior, *one.interiors)]
    wanted = [ring for ring in rings if shapely.area(shapely.polygons(ring)) > least_mm2]
    largest = sorted(wanted, key=lambda ring: -float(shapely.area(shapely.polygons(ring))))
    return [[(round(x), round(y)) for x, y in ring.coords[:-1]] for ring in largest]
