"""Rings of plan points: area, perimeter, what lies inside, and one way of writing each ring down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor

from rooms.walls.vector import Vector, across, dot, length, minus

Ring = tuple[Vector, ...]

STRAIGHT_MM = 1e-3
"""A corner nearer than this to the line of its neighbours is none."""
TIE = 1e-3
"""Halves are meant to go up, also when rounding errors have left them a little short."""


def whole(value: float) -> int:
    """The nearest whole number, halves up."""
    return floor(value + 0.5 + TIE)


def fine(value: float) -> float:
    """The value in whole thousandths."""
    return floor(value * 1000 + 0.5) / 1000 + 0.0


def signed_area(ring: Sequence[Vector]) -> float:
    """The area in mm², positive when the ring runs clockwise on the page (y down)."""
    first = ring[0]
    fan = [minus(point, first) for point in ring[1:]]
    return sum(across(p, q) for p, q in pairwise(fan)) / 2


def perimeter(ring: Sequence[Vector]) -> float:
    return sum(length(minus(q, p)) for p, q in edges(ring))


def edges(ring: Sequence[Vector]) -> Iterator[tuple[Vector, Vector]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def contains(ring: Sequence[Vector], point: Vector) -> bool:
    """Whether the point lies inside; on the line itself either answer may come."""
    x, y = point
    inside = False
    for (px, py), (qx, qy) in edges(ring):
        if (py > y) != (qy > y) and x < px + (qx - px) * (y - py) / (qy - py):
            inside = not inside
    return inside


def cleaned(ring: Sequence[Vector], owners: Sequence[int]) -> tuple[list[Vector], list[int]]:
    """The ring, and the owner of the edge from each corner to the next, without what rounding leaves.

    That is edges of no length, and spikes of no width: their longer edge keeps its owner.
    """
    points, kept = list(ring), list(owners)
    place = 0
    while place < len(points) and len(points) > 3:
        before, point, after = _about(points, place)
        if _is_litter(before, point, after):
            if length(minus(after, point)) > length(minus(point, before)):
                kept[place - 1] = kept[place]
            del points[place], kept[place]
            place = 0
        else:
            place += 1
    return points, kept


def written(ring: Sequence[Vector], *, clockwise: bool) -> Ring:
    """The ring in whole thousandths of a mm, without straight corners, from its topmost and then leftmost corner."""
    corners = [ring[place] for place in range(len(ring)) if not _is_straight(*_about(ring, place))]
    if (signed_area(corners) > 0) != clockwise:
        corners = corners[::-1]
    points = [(fine(x), fine(y)) for x, y in corners]
    start = topmost(points)
    return (*points[start:], *points[:start])


def topmost(ring: Sequence[Vector]) -> int:
    """The index of the topmost corner; of several, the leftmost."""
    return min(range(len(ring)), key=lambda place: (fine(ring[place][1]), fine(ring[place][0])))


def bends(chain: Sequence[Vector]) -> Ring:
    """The chain's two ends and those of its inner points at which it bends."""
    inner = (place for place in range(1, len(chain) - 1) if not _is_straight(*_about(chain, place)))
    return (chain[0], *(chain[place] for place in inner), chain[-1])


def _about(ring: Sequence[Vector], place: int) -> tuple[Vector, Vector, Vector]:
    return ring[place - 1], ring[place], ring[(place + 1) % len(ring)]


def _is_straight(before: Vector, point: Vector, after: Vector) -> bool:
    way, here = minus(after, before), minus(point, before)
    return abs(across(way, here)) <= STRAIGHT_MM * length(way) and dot(way, here) >= 0


def _is_litter(before: Vector, point: Vector, after: Vector) -> bool:
    to, on = minus(point, before), minus(after, point)
    shorter, longer = sorted((length(to), length(on)))
    return shorter <= STRAIGHT_MM or (abs(across(to, on)) <= STRAIGHT_MM * longer and dot(to, on) < 0)
