"""Stairwells: what a flight of stairs that comes to the next floor takes of that floor, and of the ceiling under it.

Nobody draws them: they follow from the stairs. The browser's twin is `static/js/geometry/stairwells.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from math import cos, pi, sin

from rooms.entities import Item
from rooms.outline import Room
from rooms.plan import Plan
from rooms.surfaces.cells import Cell, clipped, triangles
from rooms.surfaces.slopes import negative
from rooms.walls.polygon import signed_area, whole
from rooms.walls.vector import Vector, across, minus

STOREY_MM = (1500, 4500)
"""A floor that lies so far above is the next one; nearer there is a landing or a podium."""
RAIL_MM = {"stairs": 0, "winding_stairs": 0, "spiral_stairs": 900}
"""The kinds of stairs, and how much of their height is railing."""
LEG_PERCENT = 45
LEG_MM = 900
"""How wide a flight of winding stairs is, of the lesser side of what it stands on, and at most."""
ROUND_CORNERS = 16


@dataclass(frozen=True)
class Stairwell:
    """What stairs open of the floors of `above` and of the ceilings of `below`, levels.

    `outline` runs clockwise on the page; `rings` are the same in convex parts beside one another.
    """

    item: Item
    below: str
    above: tuple[str, ...]
    outline: Cell
    rings: tuple[Cell, ...]


def stairwells(plan: Plan) -> list[Stairwell]:
    """Of all stairs that go as high as the ceiling of their level, where there is a floor above it."""
    found = ((item, floors_above(plan, item.level)) for item in plan.items.values() if item.kind in RAIL_MM)
    return [
        Stairwell(item, item.level, above, *_opened_by(item))
        for item, above in found
        if above and _end(item) >= min(plan.level_height(item.level), rise_to(plan, item.level, above[0]))
    ]


def floors_above(plan: Plan, level: str) -> tuple[str, ...]:
    """The levels whose floor is the next one over this level's; more than one where they lie equally high."""
    rises = {one: rise_to(plan, level, one) for one in plan.levels} if level in plan.levels else {}
    next_mm = min((rise for rise in rises.values() if STOREY_MM[0] <= rise <= STOREY_MM[1]), default=None)
    return tuple(one for one, rise in rises.items() if rise == next_mm)


def rise_to(plan: Plan, level: str, above: str) -> int:
    """How far the one floor lies over the other, mm."""
    return plan.levels[above].elevation - plan.levels[level].elevation


def floor_wells(plan: Plan, level: str) -> list[Cell]:
    """What stairs from below take of the level's floors, in convex rings."""
    return [ring for well in stairwells(plan) if level in well.above for ring in well.rings]


def ceiling_wells(plan: Plan, level: str) -> list[Cell]:
    """Where stairs go through the level's ceilings, in convex rings."""
    return [ring for well in stairwells(plan) if level == well.below for ring in well.rings]


def well_mm2(room: Room, rings: Sequence[Cell]) -> int:
    """How much of the room's ground lies in the rings, but for slivers of some mm² where many cross."""
    if not rings:
        return 0
    cells = triangles(room.polygon, room.holes)
    return whole(_area(cells) - _area(beside(cells, rings)))


def beside(cells: Sequence[Cell], rings: Iterable[Cell]) -> list[Cell]:
    """The convex cells without what lies in the rings."""
    left = list(cells)
    for ring in rings:
        left = _outside(left, ring)
    return left


def _area(cells: Iterable[Cell]) -> float:
    return sum(map(signed_area, cells))


def _end(item: Item) -> int:
    return item.elevation + item.size[2] - RAIL_MM[item.kind]


def _outside(cells: Sequence[Cell], ring: Cell) -> list[Cell]:
    """The cells beside a convex ring; all that it meets are cut along its sides, so that they meet corner to corner."""
    sides = [partial(_depth, ring[place - 1], corner) for place, corner in enumerate(ring)]
    if not any(reduce(clipped, sides, cell) for cell in cells):
        return list(cells)
    parts = list(cells)
    for side in sides:
        halves = (clipped(part, way) for part in parts for way in (side, negative(side)))
        parts = [half for half in halves if half]
    return [part for part in parts if any(side(_middle(part)) < 0 for side in sides)]


def _middle(cell: Cell) -> Vector:
    return sum(x for x, _y in cell) / len(cell), sum(y for _x, y in cell) / len(cell)


def _depth(start: Vector, end: Vector, point: Vector) -> float:
    return across(minus(end, start), minus(point, start))


def _opened_by(item: Item) -> tuple[Cell, tuple[Cell, ...]]:
    """The outline and its parts: all that straight stairs stand on, two legs of winding ones, a spiral's round."""
    width, depth = item.size[0] / 2, item.size[1] / 2
    if item.kind == "winding_stairs":
        return _legs(item, width, depth)
    corners: Cell = ((-width, -depth), (width, -depth), (width, depth), (-width, depth))
    ring = _placed(item, _round(min(width, depth)) if item.kind == "spiral_stairs" else corners)
    return ring, (ring,)


def _legs(item: Item, width: float, depth: float) -> tuple[Cell, tuple[Cell, ...]]:
    """Along the back, and from there down the right side."""
    leg = min(min(item.size[:2]) * LEG_PERCENT // 100, LEG_MM)
    left, back = width - leg, leg - depth
    outline = ((-width, -depth), (width, -depth), (width, depth), (left, depth), (left, back), (-width, back))
    parts = (*outline[:2], (width, back), outline[5]), (outline[4], (width, back), *outline[2:4])
    return _placed(item, outline), tuple(_placed(item, part) for part in parts)


def _round(radius: float) -> Cell:
    """A ring about the circle."""
    steps = [2 * pi * place / ROUND_CORNERS for place in range(ROUND_CORNERS)]
    reach = radius / cos(pi / ROUND_CORNERS)
    return tuple((reach * cos(step), reach * sin(step)) for step in steps)


def _placed(item: Item, own: Cell) -> Cell:
    """A ring of the stairs' own frame on the page, clockwise there too where they are mirrored."""
    turn = item.turn_mdeg * pi / 180_000
    c, s = cos(turn), sin(turn)
    ring = [(-x, y) for x, y in reversed(own)] if item.mirrored else own
    return tuple((item.at[0] + x * c - y * s, item.at[1] + x * s + y * c) for x, y in ring)
