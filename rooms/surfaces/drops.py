"""The faces of lowered ceilings: sides and undersides, as far as a room sees them, what covers and what they hide.

A finish that names a bulkhead as its `wall` and has `sides` or `underside` for its `face` lies on it. A side that
stands against a wall is not seen, and neither is that much of the wall. The browser's twin is
`static/js/geometry/drops.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from math import cos, pi, sin

from rooms.entities import Block
from rooms.outline import Room
from rooms.plan import Plan
from rooms.surfaces.cells import Cell, clipped, triangles
from rooms.surfaces.heights import Rectangle
from rooms.walls.polygon import fine, signed_area, whole
from rooms.walls.vector import Vector, across, dot, length, minus, moved

FACES = ("sides", "underside")
FLUSH_MM = 5.0
"""A side that is so near to a wall stands against it."""
LEAST_MM = 1
Reach = tuple[float, float]


@dataclass(frozen=True)
class Drop:
    """The sides or the underside of a bulkhead in one room, and the finish on them."""

    room: int
    block: str
    face: str
    area_mm2: int
    finish: str | None


def drops_of(plan: Plan, rooms: Iterable[tuple[int, Room, float]]) -> Iterator[Drop]:
    """Of each room, given with its place and its height in mm, in the order of the bulkheads."""
    hanging = [block for block in plan.solids.values() if not block.stands]
    for place, room, height in rooms if hanging else ():
        cells = triangles(room.polygon, room.holes)
        for block in hanging:
            low, high = reach_of(plan, block)
            if block.level == room.level and (under := _under(cells, block)) > 0 and low < height:
                beside = sum(_length_in(cells, side) for side in _sides(block)) * (min(high, height) - low)
                for face, area in zip(FACES, (beside, under), strict=True):
                    yield Drop(place, block.id, face, whole(area), worn(plan, block.id, face))


def covered_mm2(plan: Plan, room: Room, height: float) -> float:
    """How much of a level ceiling at that height lies behind bulkheads that reach it."""
    hanging = [one for one in plan.solids.values() if not one.stands and one.level == room.level]
    reaching = [one for one in hanging if reach_of(plan, one)[1] >= height]
    cells = triangles(room.polygon, room.holes) if reaching else []
    return sum(_under(cells, block) for block in reaching)


def hidden_on(plan: Plan, level: str, face: tuple[Vector, Vector], room_is: int, reach: Reach) -> Iterator[Rectangle]:
    """What bulkheads hide of a straight face, mm along it and above the floor.

    `face` is where its along begins and its way a millimetre along the wall, `room_is` 1 or -1 as the room lies to the
    right of that way or to the left, `reach` from where to where along it goes.
    """
    start, way = moved(face[0], (-face[1][1], face[1][0]), FLUSH_MM * room_is), face[1]
    ends = moved(start, way, reach[0]), moved(start, way, reach[1])
    long = reach[1] - reach[0]
    for block in plan.solids.values():
        if not block.stands and block.level == level:
            low, high = _within(corners_of(block), ends)
            if low < high:
                yield fine(reach[0] + low * long), fine(reach[0] + high * long), *reach_of(plan, block)


def reach_of(plan: Plan, block: Block) -> tuple[int, int]:
    """From which height to which it hangs above its level's floor, mm."""
    top = plan.level_height(block.level) if block.z_to is None else block.z_to
    return min(block.z_from, top - LEAST_MM), top


def worn(plan: Plan, block: str, face: str) -> str | None:
    """The last finish on that face of the bulkhead."""
    found = [one.id for one in plan.finishes.values() if one.wall == block and one.face == face]
    return found[-1] if found else None


def corners_of(block: Block, out_mm: float = 0.0) -> list[Vector]:
    """Its corners on the page, clockwise from its back left one, all so far outside of it."""
    along, deep = _frame(block)
    wide, far = block.size[0] / 2 + out_mm, block.size[1] / 2 + out_mm
    return [
        moved(moved(block.at, along, x), deep, y) for x, y in ((-wide, -far), (wide, -far), (wide, far), (-wide, far))
    ]


def _frame(block: Block) -> tuple[Vector, Vector]:
    turn = block.turn_mdeg * pi / 180_000
    return (cos(turn), sin(turn)), (-sin(turn), cos(turn))


def _under(cells: Iterable[Cell], block: Block) -> float:
    """How much of the cells lies under it."""
    along, deep = _frame(block)
    halves = ((along, block.size[0] / 2), (deep, block.size[1] / 2))
    sides = [_inside_of(block, axis, half, way) for axis, half in halves for way in (1, -1)]
    parts = (reduce(clipped, sides, cell) for cell in cells)
    return sum(abs(signed_area(part)) for part in parts if part)


def _inside_of(block: Block, axis: Vector, half: float, way: int) -> Callable[[Vector], float]:
    return lambda point: half - way * dot(minus(point, block.at), axis)


def _sides(block: Block) -> list[tuple[Vector, Vector]]:
    """Its four edges, each as far outside of it as it may stand from a wall that hides it."""
    along, deep = _frame(block)
    a, b, c, d = corners_of(block)
    out = (((a, b), deep, -1), ((b, c), along, 1), ((c, d), deep, 1), ((d, a), along, -1))
    return [(moved(p, axis, way * FLUSH_MM), moved(q, axis, way * FLUSH_MM)) for (p, q), axis, way in out]


def _length_in(cells: Iterable[Cell], side: tuple[Vector, Vector]) -> float:
    """How much of a stretch lies in convex cells, clockwise on the page."""
    shares = (_within(cell, side) for cell in cells)
    return sum(max(high - low, 0.0) for low, high in shares) * length(minus(side[1], side[0]))


def _within(cell: Sequence[Vector], stretch: tuple[Vector, Vector]) -> tuple[float, float]:
    """From which to which share of its length a stretch lies in a convex cell, clockwise on the page; else the same."""
    start, way = stretch[0], minus(stretch[1], stretch[0])
    low, high = 0.0, 1.0
    for place, corner in enumerate(cell):
        edge = minus(corner, cell[place - 1])
        depth, rise = across(edge, minus(start, cell[place - 1])), across(edge, way)
        if rise > 0:
            low = max(low, -depth / rise)
        elif rise < 0:
            high = min(high, -depth / rise)
        elif depth < 0:
            high = low
    return low, max(low, high)
