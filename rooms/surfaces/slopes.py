"""Sloping ceilings of a scene: how high the room is at a point, and the ceiling cut where slopes begin and end.

The browser's twin is `static/js/geometry/slopes.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from math import cos, pi, sin

from rooms.entities import Slope
from rooms.surfaces.cells import Cell, clipped, triangles
from rooms.walls.polygon import Ring, signed_area
from rooms.walls.vector import Vector, across, dot, length, minus

BEYOND_MM = 600.0
"""Walls that stand so little beyond a slope's ends or its knee still end under it, if no other room begins before."""
ROUNDED_MM = 1.0
SLIVER_MM2 = 10_000.0
"""A room of which less lies under a slope is beside it."""


Border = Callable[[Vector], float]


@dataclass(frozen=True)
class Roof:
    """One slope: over the points left of the line from `a` in direction `way`, as far as the line is long.

    `rise` is the tangent of the angle: mm upwards for each mm to the left; `slope` is its id. Walls still end under it
    so little before its line's beginning, after its end and behind it.
    """

    a: Vector
    way: Vector
    length_mm: float
    knee: int
    rise: float
    slope: str = ""
    before_mm: float = BEYOND_MM
    after_mm: float = BEYOND_MM
    behind_mm: float = BEYOND_MM

    def along(self, point: Vector) -> float:
        return dot(minus(point, self.a), self.way)

    def before_end(self, point: Vector) -> float:
        return self.length_mm - self.along(point)

    def left(self, point: Vector) -> float:
        return across(minus(point, self.a), self.way)

    def height(self, point: Vector) -> float:
        return self.knee + max(self.left(point), 0.0) * self.rise

    def covers(self, point: Vector) -> bool:
        is_along = -self.before_mm <= self.along(point) <= self.length_mm + self.after_mm
        return is_along and self.left(point) >= -self.behind_mm

    @property
    def borders(self) -> tuple[tuple[Border, float], ...]:
        """How far inside each of its three borders a point lies, and how far walls may stand outside."""
        return (self.along, self.before_mm), (self.before_end, self.after_mm), (self.left, self.behind_mm)


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


def lowered(height: float, point: Vector, over: Sequence[Roof]) -> float:
    """A wall's height at a point, or that of the lowest slope over it."""
    return min([height, *(roof.height(point) for roof in over if roof.covers(point))])


def lowered_top(top: Sequence[Vector], start: Vector, way: Vector, over: Sequence[Roof]) -> tuple[Vector, ...]:
    """A straight wall's upper edge (along, height) cut by the slopes; along is 0 at `start` and grows along `way`."""
    for roof in over:
        top = _cut_by(top, start, way, roof)
    return tuple(top)


def _cut_by(top: Sequence[Vector], start: Vector, way: Vector, roof: Roof) -> list[Vector]:
    """The lesser of an edge and a slope; where the slope ends, the edge steps."""
    cut: list[Vector] = []
    for (s, z), (s_next, z_next) in pairwise(top):
        stops = sorted({s, s_next, *(stop for stop in _stops(start, way, roof) if s < stop < s_next)})
        for low, high in pairwise(stops):
            edge = [(at, z + (z_next - z) * (at - s) / (s_next - s)) for at in (low, high)]
            cut += _lesser(edge[0], edge[1], start, way, roof)
    return cut or list(top)


def _stops(start: Vector, way: Vector, roof: Roof) -> Iterator[float]:
    """Where along the wall the slope's cover begins and ends, and where it starts to rise."""
    apart = minus(start, roof.a)
    forward, sideways = dot(way, roof.way), across(way, roof.way)
    if abs(forward) > 1e-9:
        ends = (-roof.before_mm, roof.length_mm + roof.after_mm)
        yield from ((edge - dot(apart, roof.way)) / forward for edge in ends)
    if abs(sideways) > 1e-9:
        yield from ((edge - across(apart, roof.way)) / sideways for edge in (-roof.behind_mm, 0.0))


def _lesser(low: Vector, high: Vector, start: Vector, way: Vector, roof: Roof) -> list[Vector]:
    spots = [(start[0] + way[0] * at, start[1] + way[1] * at) for at in (low[0], high[0])]
    if not roof.covers(((spots[0][0] + spots[1][0]) / 2, (spots[0][1] + spots[1][1]) / 2)):
        return [low, high]
    over = [roof.height(spot) for spot in spots]
    gaps = [over[0] - low[1], over[1] - high[1]]
    first, last = (low[0], min(low[1], over[0])), (high[0], min(high[1], over[1]))
    if gaps[0] * gaps[1] >= 0:
        return [first, last]
    share = gaps[0] / (gaps[0] - gaps[1])
    return [first, (low[0] + (high[0] - low[0]) * share, low[1] + (high[1] - low[1]) * share), last]


@dataclass(frozen=True)
class Plane:
    """A convex cell of a ceiling, its height a·x + b·y + c, and the roof that it lies under; None: it is level."""

    cell: Cell
    a: float
    b: float
    c: float
    roof: Roof | None = None

    def height(self, point: Vector) -> float:
        return self.a * point[0] + self.b * point[1] + self.c

    def cut(self, cell: Cell) -> Plane:
        return replace(self, cell=cell)


def ceiling_planes(cells: Sequence[Cell], height: float, over: Sequence[Roof]) -> list[Plane]:
    """Convex cells of a floor as cells of the ceiling: level at the height, or under the lowest slope above them."""
    planes = [Plane(cell, 0.0, 0.0, height) for cell in cells]
    for roof in over:
        planes = [part for plane in planes for part in _under_roof(plane, roof)]
    return planes


def clear_of_edges(cells: Sequence[Cell], over: Sequence[Roof]) -> list[Cell]:
    """The cells without what lies just beyond the slopes' ends and knees, where walls end under them and no room is."""
    for roof in over:
        cells = [part for cell in cells for part in _clear_of_edge(cell, roof)]
    return list(cells)


def _clear_of_edge(cell: Cell, roof: Roof) -> Iterator[Cell]:
    for border, out in roof.borders:
        if outside := clipped(cell, lambda point, border=border, out=out: -out - border(point)):  # type: ignore[misc]
            yield outside
        if not (cell := clipped(cell, lambda point, border=border, out=out: border(point) + out)):  # type: ignore[misc]
            return
    for border, _out in roof.borders:
        cell = clipped(cell, border) if cell else cell
    if cell:
        yield cell


def _under_roof(plane: Plane, roof: Roof) -> Iterator[Plane]:
    """The plane's parts beside the slope's cover, and within it those over and under the slope."""
    cell = plane.cell
    for border, _out in roof.borders:
        if outside := clipped(cell, negative(border)):
            yield plane.cut(outside)
        if not (cell := clipped(cell, border)):
            return
    rise = (roof.way[1] * roof.rise, -roof.way[0] * roof.rise)
    level = roof.knee - rise[0] * roof.a[0] - rise[1] * roof.a[1]

    def above(point: Vector) -> float:
        return (plane.a - rise[0]) * point[0] + (plane.b - rise[1]) * point[1] + plane.c - level

    if lower := clipped(cell, negative(above)):
        yield plane.cut(lower)
    if higher := clipped(cell, above):
        yield Plane(higher, rise[0], rise[1], level, roof)


def negative(function: Callable[[Vector], float]) -> Callable[[Vector], float]:
    return lambda point: -function(point)
