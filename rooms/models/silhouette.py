"""What a model covers from above, from the front and the side, as rings in mm: its symbol in plans and elevations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from rooms.models.soup import Soup

SMOOTH_SHARE = 0.004
SMALLEST_SHARE = 0.0005
MOST_POINTS = 240
NEARER = (0.5, 0.75)
"""Shares of the model's reach towards the viewer: what lies wholly beyond each is drawn round within the outline."""
SAME_SHARE = 0.03
"""Of the whole's area: a line round hardly less or hardly more says nothing new."""
Rings = Sequence[Sequence[tuple[int, int]]]


@dataclass(frozen=True)
class View:
    """Which axes lie across and down, their signs, and which points at the viewer."""

    axes: tuple[int, int]
    signs: tuple[int, int]
    towards: int


@dataclass(frozen=True)
class Outlines:
    """Rings in mm: the model's whole from above (x right, y down) and from the front (x right, y down from the floor,
    so negative), and within each the `lines` round what stands out towards the viewer. `side` is the whole from either
    side (x from the back to the front, y as from the front); models that were brought before it was told have none.

    Rings are open; holes turn the other way than outer ones, so that they stay open; the largest come first.
    """

    top: Rings
    front: Rings
    top_lines: Rings
    front_lines: Rings
    side: Rings = ()


FROM_ABOVE, FROM_THE_FRONT = View((0, 2), (1, 1), 1), View((0, 1), (1, -1), 2)
FROM_THE_SIDE = View((2, 1), (1, -1), 0)


def outlines_of(soup: Soup) -> Outlines:
    """Of a fitted soup."""
    top, top_lines = _seen(soup, FROM_ABOVE)
    front, front_lines = _seen(soup, FROM_THE_FRONT)
    side, _lines = _seen(soup, FROM_THE_SIDE)
    return Outlines(top, front, top_lines, front_lines, side)


def _seen(soup: Soup, view: View) -> tuple[Rings, Rings]:
    flat = np.round(soup.positions[:, list(view.axes)] * 1000) * np.array(view.signs)
    corners = flat[soup.triangles]
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    solid = np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]) > 0
    if not solid.any():
        return [], []
    size = max(float(np.ptp(flat, axis=0).max()), 1.0)
    whole = shapely.union_all(shapely.polygons(corners[solid]))
    near = soup.positions[:, view.towards]
    reach = near[soup.triangles].min(axis=1)
    lines: list[list[tuple[int, int]]] = []
    before = whole
    for share in NEARER:
        beyond = solid & (reach >= near.min() + share * (near.max() - near.min()))
        covered = shapely.union_all(shapely.polygons(corners[beyond]))
        if min(before.area - covered.area, covered.area) > SAME_SHARE * whole.area:
            lines += _rings(covered, size)
            before = covered
    return _rings(whole, size), lines


def _rings(covered: BaseGeometry, size: float) -> list[list[tuple[int, int]]]:
    for coarser in (1, 2, 4, 8, 16):
        rings = _outlines(shapely.simplify(covered, SMOOTH_SHARE * size * coarser), SMALLEST_SHARE * size * size)
        if sum(map(len, rings)) <= MOST_POINTS:
            return rings
    return _outlines(shapely.simplify(shapely.convex_hull(covered), SMOOTH_SHARE * size), 0)


def _outlines(covered: BaseGeometry, least_mm2: float) -> list[list[tuple[int, int]]]:
    polygons = [one for one in shapely.get_parts(shapely.orient_polygons(covered)) if one.geom_type == "Polygon"]
    rings = [ring for one in polygons for ring in (one.exterior, *one.interiors)]
    wanted = [ring for ring in rings if shapely.area(shapely.polygons(ring)) > least_mm2]
    largest = sorted(wanted, key=lambda ring: -float(shapely.area(shapely.polygons(ring))))
    return [[(round(x), round(y)) for x, y in ring.coords[:-1]] for ring in largest]
