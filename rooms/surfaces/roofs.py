"""Slopes as planes over the page, and what dormers lift of them.

The browser's twin is `static/js/geometry/roofs.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from math import cos, pi, sin

from rooms.entities import Slope
from rooms.surfaces.cells import clipped, triangles
from rooms.walls.polygon import Ring, signed_area
from rooms.walls.vector import Vector, across, dot, length, minus, moved

BEYOND_MM = 600.0
"""Walls that stand so little beyond a slope's ends or its knee still end under it, if no other room begins before."""
ROUNDED_MM = 1.0
SLIVER_MM2 = 10_000.0
"""A room of which less lies under a slope is beside it."""

Border = Callable[[Vector], float]
Linear = tuple[float, float, float]
"""a·x + b·y + c of a place on the page."""


@dataclass(frozen=True)
class Lift:
    """What a dormer lifts of its slope up to its own `ceiling`: the places where no border is negative.

    `sides` are the borders in which it has cheeks and a front, by their names; it is open at the others. `under` is
    the slope's own height.
    """

    dormer: str
    ceiling: Roof
    sides: tuple[tuple[str, Linear], ...]
    others: tuple[Linear, ...]
    under: Linear

    @property
    def borders(self) -> tuple[Linear, ...]:
        return (*(border for _name, border in self.sides), *self.others)

    def holds(self, point: Vector) -> bool:
        return all(of(border, point) >= 0 for border in self.borders)


@dataclass(frozen=True)
class Roof:
    """One slope: over the points left of the line from `a` in direction `way`, as far as the line is long.

    `rise` is the tangent of the angle: mm upwards for each mm to the left; `slope` is its id, or that of the dormer
    whose ceiling it is. Walls still end under it so little before its line's beginning, after its end and behind it.
    """

    a: Vector
    way: Vector
    length_mm: float
    knee: float
    rise: float
    slope: str = ""
    lifts: tuple[Lift, ...] = ()
    before_mm: float = BEYOND_MM
    after_mm: float = BEYOND_MM
    behind_mm: float = BEYOND_MM

    def along(self, point: Vector) -> float:
        return dot(minus(point, self.a), self.way)

    def before_end(self, point: Vector) -> float:
        return self.length_mm - self.along(point)

    def left(self, point: Vector) -> float:
        return across(minus(point, self.a), self.way)

    def at(self, along: float, left: float) -> Vector:
        return moved(moved(self.a, self.way, along), (self.way[1], -self.way[0]), left)

    def height(self, point: Vector) -> float:
        return self.over(point).slant(point)

    def slant(self, point: Vector) -> float:
        """How high it is as if it had no dormers."""
        return self.knee + max(self.left(point), 0.0) * self.rise

    def over(self, point: Vector) -> Roof:
        """What lies over a place: the slope, or the ceiling of the first dormer that has lifted it."""
        return next((lift.ceiling for lift in self.lifts if lift.holds(point)), self)

    @property
    def plane(self) -> Linear:
        """Its own height, as it rises on behind its line too."""
        x, y = self.way[1] * self.rise, -self.way[0] * self.rise
        return x, y, self.knee - x * self.a[0] - y * self.a[1]

    def covers(self, point: Vector) -> bool:
        is_along = -self.before_mm <= self.along(point) <= self.length_mm + self.after_mm
        return is_along and self.left(point) >= -self.behind_mm

    @property
    def borders(self) -> tuple[tuple[Border, float], ...]:
        """How far inside each of its three borders a point lies, and how far walls may stand outside."""
        return (self.along, self.before_mm), (self.before_end, self.after_mm), (self.left, self.behind_mm)


def of(linear: Linear, point: Vector) -> float:
    return linear[0] * point[0] + linear[1] * point[1] + linear[2]


def roofs(slopes: Iterable[Slope]) -> list[Roof]:
    """The slopes whose line has a length."""
    found = []
    for slope in slopes:
        line = minus(slope.b, slope.a)
        if (line_mm := length(line)) > 0:
            radians = slope.angle_mdeg * pi / 180_000
            way = (line[0] / line_mm, line[1] / line_mm)
            found.append(
                Roof(
                    (float(slope.a[0]), float(slope.a[1])),
                    way,
                    line_mm,
                    slope.knee,
                    sin(radians) / cos(radians),
                    slope.id,
                )
            )
    return found


def clear_of_rooms(over: Iterable[Roof], rings: Sequence[Ring]) -> list[Roof]:
    """The slopes, each with the walls about it only as far as no room begins that is not under it."""
    return [_clear_of_rooms(roof, rings) for roof in over]


def _clear_of_rooms(roof: Roof, rings: Iterable[Ring]) -> Roof:
    margins = [out for _border, out in roof.borders]
    for ring in rings:
        if _is_under(roof, ring):
            continue
        inside = [max(map(border, ring)) for border, _out in roof.borders]
        beside = min(range(3), key=lambda place: inside[place])
        if inside[beside] <= ROUNDED_MM and all(most > -BEYOND_MM for most in inside):
            margins[beside] = min(margins[beside], max(-inside[beside] - ROUNDED_MM, 0.0))
    return replace(roof, before_mm=margins[0], after_mm=margins[1], behind_mm=margins[2])


def _is_under(roof: Roof, ring: Ring) -> bool:
    borders = [border for border, _out in roof.borders]
    parts = (reduce(clipped, borders, cell) for cell in triangles(ring))
    return sum(abs(signed_area(part)) for part in parts if part) > SLIVER_MM2
