"""Sloping ceilings of a scene: how high the room is at a point, and the ceiling cut where slopes begin and end.

The browser's twin is `static/js/geometry/slopes.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from rooms.surfaces.cells import LEAST_MM, Cell, clipped
from rooms.surfaces.roofs import Lift, Linear, Roof, of
from rooms.walls.vector import Vector, across, dot, minus, moved

LEVEL = 1e-9
"""A line's sine to a border below which it runs along it."""


def lowered(height: float, point: Vector, over: Sequence[Roof], beside: Vector | None = None) -> float:
    """A wall's height at a point, or that of the lowest slope over it.

    Where slopes begin and dormers lift them a wall's top steps: `beside`, a place near by, tells which step is meant.
    """
    at = beside or point
    return min([height, *(roof.over(at).slant(point) for roof in over if roof.covers(at))])


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
    """Where along the wall the slope's cover begins and ends, where it starts to rise, and where dormers lift it."""
    apart = minus(start, roof.a)
    forward, sideways = dot(way, roof.way), across(way, roof.way)
    if abs(forward) > LEVEL:
        ends = (-roof.before_mm, roof.length_mm + roof.after_mm)
        yield from ((edge - dot(apart, roof.way)) / forward for edge in ends)
    if abs(sideways) > LEVEL:
        yield from ((edge - across(apart, roof.way)) / sideways for edge in (-roof.behind_mm, 0.0))
    for lift in roof.lifts:
        yield from _stops_of(lift, start, way)


def _stops_of(lift: Lift, start: Vector, way: Vector) -> Iterator[float]:
    """Where along the wall a dormer begins and ends."""
    for border in lift.borders:
        if abs(rise := border[0] * way[0] + border[1] * way[1]) > LEVEL:
            along = -of(border, start) / rise
            spot = moved(start, way, along)
            if all(other is border or of(other, spot) > -LEAST_MM for other in lift.borders):
                yield along


def _lesser(low: Vector, high: Vector, start: Vector, way: Vector, roof: Roof) -> list[Vector]:
    spots = [(start[0] + way[0] * at, start[1] + way[1] * at) for at in (low[0], high[0])]
    middle = ((spots[0][0] + spots[1][0]) / 2, (spots[0][1] + spots[1][1]) / 2)
    if not roof.covers(middle):
        return [low, high]
    over = [roof.over(middle).slant(spot) for spot in spots]
    gaps = [over[0] - low[1], over[1] - high[1]]
    first, last = (low[0], min(low[1], over[0])), (high[0], min(high[1], over[1]))
    if gaps[0] * gaps[1] >= 0:
        return [first, last]
    share = gaps[0] / (gaps[0] - gaps[1])
    return [first, (low[0] + (high[0] - low[0]) * share, low[1] + (high[1] - low[1]) * share), last]


@dataclass(frozen=True)
class Plane:
    """A convex cell of a ceiling, its height a·x + b·y + c, and the roof that it lies under; None: it is level.

    `lift` is the dormer's that it lies in, whatever it is there that ends the room.
    """

    cell: Cell
    a: float
    b: float
    c: float
    roof: Roof | None = None
    lift: Lift | None = None

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
    """The plane's parts beside the slope's cover, and within it those over and under the slope and its dormers."""
    cell = plane.cell
    for border, _out in roof.borders:
        if outside := clipped(cell, negative(border)):
            yield plane.cut(outside)
        if not (cell := clipped(cell, border)):
            return
    rest = [cell]
    for lift in roof.lifts:
        for part in (part for one in rest if (part := reduce(_within, lift.borders, one))):
            yield from _lower(plane.cut(part), lift.ceiling, lift)
        rest = [part for one in rest for part in _without(one, lift)]
    for part in rest:
        yield from _lower(plane.cut(part), roof, plane.lift)


def _within(cell: Cell, border: Linear) -> Cell:
    return clipped(cell, lambda point: of(border, point)) if cell else cell


def _without(cell: Cell, lift: Lift) -> Iterator[Cell]:
    for border in lift.borders:
        if outside := clipped(cell, lambda point, border=border: -of(border, point)):  # type: ignore[misc]
            yield outside
        if not (cell := _within(cell, border)):
            return


def _lower(plane: Plane, roof: Roof, lift: Lift | None) -> Iterator[Plane]:
    """The lesser of the plane and the roof."""
    a, b, c = roof.plane

    def above(point: Vector) -> float:
        return (plane.a - a) * point[0] + (plane.b - b) * point[1] + plane.c - c

    if lower := clipped(plane.cell, negative(above)):
        yield Plane(lower, plane.a, plane.b, plane.c, plane.roof, lift)
    if higher := clipped(plane.cell, above):
        yield Plane(higher, a, b, c, roof, lift)


def negative(function: Callable[[Vector], float]) -> Callable[[Vector], float]:
    return lambda point: -function(point)
