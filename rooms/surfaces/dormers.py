"""Dormers: what each lifts of its slope, and the cheeks and the front that stand in the ceiling where it ends.

The browser's twin is `static/js/geometry/dormers.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin, sqrt

from rooms.entities import Dormer
from rooms.outline import Room
from rooms.plan import Plan
from rooms.surfaces.cells import Cell, clipped
from rooms.surfaces.roofs import Lift, Linear, Roof, of
from rooms.surfaces.slopes import Plane
from rooms.walls.polygon import edges
from rooms.walls.vector import Vector, across, dot, length, minus, moved

ON_BORDER_MM = 0.5
"""What lies so near to a border or to the room's rim lies on it."""
LEAST_MM = 1.0
"""A lower cheek is what rounding leaves."""


def lifted(plan: Plan, roofs: Iterable[Roof]) -> list[Roof]:
    """The slopes with their dormers, in the document's order."""
    by_slope: dict[str, list[Dormer]] = {}
    for dormer in plan.dormers.values():
        by_slope.setdefault(dormer.slope, []).append(dormer)
    return [
        replace(roof, lifts=tuple(lift for one in by_slope[roof.slope] for lift in _lifts(one, roof)))
        if roof.slope in by_slope
        else roof
        for roof in roofs
    ]


def _lifts(dormer: Dormer, roof: Roof) -> Iterator[Lift]:
    """None where its front would stand under the slope; a gable's two halves apart."""
    if dormer.height <= roof.knee + dormer.front * roof.rise:
        return
    low, high = float(dormer.offset), float(dormer.offset + dormer.width)
    cheeks = (("low", _from(roof.way, roof, low)), ("high", _negative(_from(roof.way, roof, high))))
    up = (roof.way[1], -roof.way[0])
    front = (("front", _from(up, roof, float(dormer.front))),) if dormer.front else ()
    rise = sin(dormer.angle_mdeg * pi / 180_000) / cos(dormer.angle_mdeg * pi / 180_000)
    foot = roof.at(low, float(dormer.front))
    if dormer.form != "gable":
        ceiling = Roof(foot, roof.way, high - low, dormer.height, rise if dormer.form == "shed" else 0.0, dormer.id)
        yield _lift(ceiling, (*cheeks, *front), (), roof)
        return
    ridge = _from(roof.way, roof, (low + high) / 2)
    ways = ((-up[0], -up[1]), foot), (up, roof.at(high, float(dormer.front)))
    for cheek, middle, (way, start) in zip(cheeks, (_negative(ridge), ridge), ways, strict=True):
        yield _lift(Roof(start, way, high - low, dormer.height, rise, dormer.id), (cheek, *front), (middle,), roof)


def _lift(ceiling: Roof, sides: Sequence[tuple[str, Linear]], others: Sequence[Linear], roof: Roof) -> Lift:
    (a, b, c), under = ceiling.plane, roof.plane
    over = (a - under[0], b - under[1], c - under[2])
    return Lift(ceiling.slope, ceiling, tuple(sides), (*others, over), under)


def _from(way: Vector, roof: Roof, mm: float) -> Linear:
    """How far beyond a distance from the slope's beginning, in a direction."""
    return way[0], way[1], -dot(roof.a, way) - mm


def _negative(border: Linear) -> Linear:
    return -border[0], -border[1], -border[2]


def outlines(over: Iterable[Roof], height: float) -> Iterator[tuple[Lift, Cell]]:
    """What each dormer takes of the plan before its wall, under a ceiling so high; of a gable each half apart."""
    for roof in over:
        far = max(height - roof.knee, 0.0) / roof.rise
        ends = ((0.0, 0.0), (0.0, far), (roof.length_mm, far), (roof.length_mm, 0.0))
        for lift in roof.lifts:
            cell: Cell = tuple(roof.at(*end) for end in ends)
            for border in lift.borders:
                cell = clipped(cell, lambda point, border=border: of(border, point)) if cell else cell  # type: ignore[misc]
            if cell:
                yield lift, cell


@dataclass(frozen=True)
class Cheek:
    """A stretch of a dormer's cheek or front (`side`: low, high, front) over a line of the page, seen from within.

    `spots` are its corners in the order in which a scene's polygons run, mm above the floor; three where it ends in a
    point.
    """

    dormer: str
    side: str
    spots: tuple[tuple[float, float, float], ...]

    @property
    def flat(self) -> Cell:
        """The same laid flat: along the line and up."""
        (x, y, _z), far = self.spots[0], max(self.spots, key=lambda spot: _apart(spot, self.spots[0]))
        way = minus(far[:2], (x, y))
        reach = length(way)
        return tuple((dot((px, py), way) / reach, z) for px, py, z in self.spots)

    @property
    def area_mm2(self) -> float:
        flat = self.flat
        return abs(sum(across(p, q) for p, q in edges(flat))) / 2


def _apart(p: tuple[float, float, float], q: tuple[float, float, float]) -> float:
    return length(minus(p[:2], q[:2]))


def cheeks(ceiling: Sequence[Plane], room: Room) -> Iterator[Cheek]:
    """What stands between a room's ceiling in its dormers and the slopes beside them, but where a wall stands there."""
    rim = [side for ring in (room.polygon, *room.holes) for side in edges(ring)]
    for plane in ceiling:
        if (lift := plane.lift) is None:
            continue
        for p, q in edges(plane.cell):
            side = next((name for name, border in lift.sides if _is_on(border, p) and _is_on(border, q)), None)
            is_free = side and not any(_lies_on(moved(p, minus(q, p), 0.5), *edge) for edge in rim)
            if side and is_free and (spots := _spots(plane, lift, p, q)):
                yield Cheek(lift.dormer, side, spots)


def _spots(plane: Plane, lift: Lift, p: Vector, q: Vector) -> tuple[tuple[float, float, float], ...]:
    """What lies over the slope of an upright sheet under the plane."""
    gaps = [plane.height(point) - of(lift.under, point) for point in (p, q)]
    if max(gaps) < LEAST_MM:
        return ()
    if min(gaps) < 0:
        crossing = moved(p, minus(q, p), gaps[0] / (gaps[0] - gaps[1]))
        p, q = (crossing, q) if gaps[0] < 0 else (p, crossing)
    low = [(*point, of(lift.under, point)) for point in (p, q)]
    high = [(*point, plane.height(point)) for point in (q, p)]
    return (*low, *(spot for spot, foot in zip(high, low[::-1], strict=True) if spot[2] - foot[2] >= LEAST_MM))


def _is_on(border: Linear, point: Vector) -> bool:
    return abs(of(border, point)) < ON_BORDER_MM


def _lies_on(point: Vector, p: Vector, q: Vector) -> bool:
    """Whether a point lies on the line from p to q."""
    way = minus(q, p)
    reach = sqrt(dot(way, way)) or 1.0
    along = dot(minus(point, p), way) / reach
    return abs(across(way, minus(point, p))) / reach < ON_BORDER_MM and -ON_BORDER_MM <= along <= reach + ON_BORDER_MM
