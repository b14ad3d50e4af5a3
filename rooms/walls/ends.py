"""The ends of walls as joints see them, and the corners that joints make of them."""

from __future__ import annotations

from dataclasses import dataclass

from rooms.walls.vector import Vector, across, length, minus, moved


@dataclass(frozen=True)
class End:
    """A wall's end seen from the end into the wall: its unit direction and its two side lines, which start here."""

    wall: int
    at: Vector
    into: Vector
    half_mm: float
    length_mm: float
    left: tuple[Vector, ...]
    right: tuple[Vector, ...]


@dataclass(frozen=True)
class Body:
    """What a tee may run into: a wall's facets, half its thickness at a and b, the box (x, y, x, y) of the centre line.

    The thickness of a body of many facets is the same all along.
    """

    points: tuple[Vector, ...]
    halves_mm: tuple[float, float]
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Corner:
    """Where a side line begins: the point, its place on the line (facets from this end), what one sees of it.

    `seen` is where the face comes out of the wall that it runs into.
    """

    point: Vector
    place: float
    seen: Vector


@dataclass(frozen=True)
class Joint:
    """One end's two corners and the points between them, going clockwise about the wall: from its right to its left."""

    left: Corner
    right: Corner
    between: tuple[Vector, ...] = ()


def square_corner(line: tuple[Vector, ...]) -> Corner:
    return Corner(line[0], 0.0, line[0])


def capped(end: End) -> Joint:
    """A free end: square, half a thickness past its point; the sides of a straight wall run on there as they are."""
    left, right = (_run_on(line, end) for line in (end.left, end.right))
    return Joint(left, right)


def _run_on(line: tuple[Vector, ...], end: End) -> Corner:
    if len(line) == 2:
        share = end.half_mm / end.length_mm
        point = moved(line[0], minus(line[1], line[0]), -share)
    else:
        share = end.half_mm / length(minus(line[1], line[0]))
        point = moved(line[0], end.into, -end.half_mm)
    return Corner(point, -share, point)


def crossing(p: Vector, p_to: Vector, q: Vector, q_to: Vector) -> tuple[Vector, float, float] | None:
    """Where two lines cross, and the share of each of the two stretches up to there; None when parallel."""
    one, other, apart = minus(p_to, p), minus(q_to, q), minus(q, p)
    span = across(one, other)
    if abs(span) <= 1e-9 * length(one) * length(other):
        return None
    share = across(apart, other) / span
    return moved(p, one, share), share, across(apart, one) / span
