"""Lines of a sloping ceiling as a plan shows them: where it is so high, and where slopes meet or come to the ceiling.

The browser's twin is `static/js/geometry/contours.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rooms.surfaces.roofs import Roof
from rooms.surfaces.slopes import Plane
from rooms.walls.vector import Vector, minus, moved

Stretch = tuple[Vector, Vector]

SAME_MM = 0.5
"""Heights that differ by less are one height."""


def contour(ceiling: Sequence[Plane], height_mm: float) -> Iterator[tuple[Roof, Stretch]]:
    """Where the ceiling is just so high, one stretch for each sloping piece, with its roof."""
    for plane in ceiling:
        crossed = list(_crossings(plane, height_mm)) if plane.roof else []
        if plane.roof and len(crossed) == 2:
            yield plane.roof, (crossed[0], crossed[1])


def creases(ceiling: Sequence[Plane], over: Sequence[Roof]) -> Iterator[Stretch]:
    """Where a slope ends against the level ceiling or against another slope; dormers are drawn by themselves."""
    level = max((plane.c for plane in ceiling if plane.roof is None), default=float("-inf"))
    for plane in ceiling:
        if plane.roof not in over:
            continue
        others = (None, *over[over.index(plane.roof) + 1 :])
        for p, q in _sides(plane):
            if any(_meets(plane, p, other, level) and _meets(plane, q, other, level) for other in others):
                yield p, q


def _meets(plane: Plane, point: Vector, other: Roof | None, level: float) -> bool:
    height = level if other is None else other.slant(point)
    return abs(plane.height(point) - height) < SAME_MM and (other is None or other.left(point) > 0)


def _sides(plane: Plane) -> Iterator[Stretch]:
    return zip(plane.cell, (*plane.cell[1:], plane.cell[0]), strict=True)


def _crossings(plane: Plane, height_mm: float) -> Iterator[Vector]:
    for p, q in _sides(plane):
        start, stop = plane.height(p) - height_mm, plane.height(q) - height_mm
        if (start < 0) != (stop < 0):
            yield moved(p, minus(q, p), start / (start - stop))
