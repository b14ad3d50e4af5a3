"""Faces of a scene cut into convex pieces that meet corner to corner, so that no gap shows between them.

A wall's face is measured by `along` (mm along its wall) and z; a floor by x and y. The browser's twin is
`static/js/geometry/cells.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rooms.walls.polygon import Ring, signed_area
from rooms.walls.vector import Vector, across, minus

Cell = tuple[Vector, ...]
Area = tuple[float, float, float, float]

LEAST_MM = 0.05
"""Thinner cells are what rounding leaves."""


@dataclass(frozen=True)
class Sheet:
    """What a face covers: the line of its top, left to right, and the areas (along, along, z, z) cut out of it."""

    top: tuple[Vector, ...]
    holes: tuple[Area, ...] = ()


def cells(
    sheet: Sheet, low: float, high: float, *, stops: Iterable[float] = (), rows: Iterable[float] = ()
) -> list[Cell]:
    """The sheet between two heights as convex cells, each from its lower left corner, right and up.

    `stops` are further places along at which cells end (an arc's facets), `rows` further heights (other bands).
    """
    start, end = sheet.top[0][0], sheet.top[-1][0]
    places = [*(point[0] for point in sheet.top), *(place for hole in sheet.holes for place in hole[:2]), *stops]
    heights = [low, high, *(height for hole in sheet.holes for height in hole[2:]), *rows]
    columns = list(pairwise(_marks(places, start, end)))
    levels = list(pairwise(_marks(heights, low, high)))
    solid = ((column, row) for column in columns for row in levels if not _is_hole(sheet.holes, column, row))
    kept = (_under(sheet.top, column, row) for column, row in solid)
    return [cell for cell in kept if len(cell) > 2]


def _marks(values: Iterable[float], low: float, high: float) -> list[float]:
    inside = sorted({value for value in values if low + LEAST_MM < value < high - LEAST_MM})
    return [low, *(value for before, value in pairwise([low, *inside]) if value - before > LEAST_MM), high]


def _is_hole(holes: Sequence[Area], column: Vector, row: Vector) -> bool:
    along, z = (column[0] + column[1]) / 2, (row[0] + row[1]) / 2
    return any(hole[0] < along < hole[1] and hole[2] < z < hole[3] for hole in holes)


def _under(top: Sequence[Vector], column: Vector, row: Vector) -> Cell:
    """The part of a cell that lies under the line of the top, which is straight over one column."""
    (left, right), (low, high) = column, row
    at_left, at_right = height_at(top, (left, right), left), height_at(top, (left, right), right)
    whole = ((left, low), (right, low), (right, high), (left, high))
    if min(at_left, at_right) >= high:
        return whole
    slope = (at_right - at_left) / (right - left)
    return clipped(whole, lambda point: at_left + slope * (point[0] - left) - point[1])


def height_at(top: Sequence[Vector], column: Vector, along: float) -> float:
    """The top's height at one end of a column: where the top steps, the height that belongs to this column."""
    middle = (column[0] + column[1]) / 2
    for (s, z), (s_next, z_next) in pairwise(top):
        if s <= middle <= s_next and s < s_next:
            return z + (z_next - z) * (along - s) / (s_next - s)
    return top[-1][1]


def clipped(polygon: Sequence[Vector], inside: Callable[[Vector], float]) -> Cell:
    """The part of a convex polygon where the (linear) function is not negative."""
    kept: list[Vector] = []
    depths = [inside(point) for point in polygon]
    for place, point in enumerate(polygon):
        depth, before, point_before = depths[place], depths[place - 1], polygon[place - 1]
        if (depth < 0) != (before < 0) and abs(depth - before) > 0:
            share = before / (before - depth)
            kept.append(
                (
                    point_before[0] + (point[0] - point_before[0]) * share,
                    point_before[1] + (point[1] - point_before[1]) * share,
                )
            )
        if depth >= 0:
            kept.append(point)
    return _without_repeats(kept)


def middle_of(cell: Sequence[Vector]) -> Vector:
    return sum(x for x, _y in cell) / len(cell), sum(y for _x, y in cell) / len(cell)


def _without_repeats(points: Sequence[Vector]) -> Cell:
    kept = [
        point
        for place, point in enumerate(points)
        if max(abs(point[0] - points[place - 1][0]), abs(point[1] - points[place - 1][1])) > LEAST_MM
    ]
    return tuple(kept) if len(kept) > 2 else ()


def triangles(outer: Ring, holes: Sequence[Ring] = ()) -> list[Cell]:
    """A polygon (clockwise on the page) and its holes (the other way) as triangles that are clockwise on the page."""
    ring = list(outer)
    for hole in sorted(holes, key=lambda ring: -max(x for x, _y in ring)):
        ring = _bridged(ring, hole)
    return _ears(ring)


def _bridged(ring: list[Vector], hole: Ring) -> list[Vector]:
    """The ring led into the hole and back along a line that crosses neither, from the hole's rightmost corner."""
    start = max(range(len(hole)), key=lambda place: (hole[place][0], -hole[place][1]))
    tip = hole[start]
    order = sorted(range(len(ring)), key=lambda place: _apart(ring[place], tip))
    door = next((place for place in order if _is_free(ring, hole, place, tip)), order[0])
    return [*ring[: door + 1], *hole[start:], *hole[: start + 1], *ring[door:]]


def _is_free(ring: Sequence[Vector], hole: Ring, place: int, tip: Vector) -> bool:
    door = ring[place]
    if not _opens(ring[place - 1], door, ring[(place + 1) % len(ring)], tip):
        return False
    sides = (*zip(ring, (*ring[1:], ring[0]), strict=True), *zip(hole, (*hole[1:], hole[0]), strict=True))
    return not any(_cross(door, tip, p, q) for p, q in sides if door not in (p, q) and tip not in (p, q))


def _opens(before: Vector, at: Vector, after: Vector, to: Vector) -> bool:
    """Whether the way from a corner of a clockwise ring goes into the ring."""
    into, from_before, to_after = minus(to, at), minus(at, before), minus(after, at)
    if across(from_before, to_after) >= 0:
        return across(from_before, into) > 0 and across(to_after, into) > 0
    return across(from_before, into) > 0 or across(to_after, into) > 0


def _cross(a: Vector, b: Vector, p: Vector, q: Vector) -> bool:
    one, other = minus(b, a), minus(q, p)
    return (
        across(one, minus(p, a)) * across(one, minus(q, a)) <= 0
        and across(other, minus(a, p)) * across(other, minus(b, p)) <= 0
    )


def _apart(p: Vector, q: Vector) -> float:
    return (p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1])


def _ears(ring: Sequence[Vector]) -> list[Cell]:
    left = list(range(len(ring)))
    found: list[Cell] = []
    while len(left) > 3:
        ear = next((place for place in range(len(left)) if _is_ear(ring, left, place)), 0)
        found.append(tuple(ring[left[(ear + step) % len(left)]] for step in (-1, 0, 1)))
        del left[ear]
    found.append(tuple(ring[place] for place in left))
    return [cell for cell in found if signed_area(cell) > LEAST_MM]


def _is_ear(ring: Sequence[Vector], left: Sequence[int], place: int) -> bool:
    before, tip, after = (ring[left[(place + step) % len(left)]] for step in (-1, 0, 1))
    if across(minus(tip, before), minus(after, tip)) <= 0:
        return False
    others = (ring[one] for one in left if ring[one] not in (before, tip, after))
    return not any(_holds(before, tip, after, other) for other in others)


def _holds(a: Vector, b: Vector, c: Vector, point: Vector) -> bool:
    return (
        across(minus(b, a), minus(point, a)) >= 0
        and across(minus(c, b), minus(point, b)) >= 0
        and across(minus(a, c), minus(point, c)) >= 0
    )
