"""A room's ceiling: what of it is level and what lies under slopes, its area, and where one cannot stand upright.

The browser's twin is `static/js/geometry/ceilings.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.outline import Found, Room
from rooms.plan import Plan
from rooms.surfaces.cells import Cell, clipped, triangles
from rooms.surfaces.dormers import cheeks, lifted
from rooms.surfaces.drops import covered_mm2
from rooms.surfaces.roof_windows import opened, skylights_of
from rooms.surfaces.roofs import Roof, clear_of_rooms, roofs
from rooms.surfaces.slopes import Plane, ceiling_planes
from rooms.surfaces.stairwells import beside, ceiling_wells, well_mm2
from rooms.walls.polygon import signed_area, whole
from rooms.walls.vector import Vector

SEAM_MM = 0.01
"""Cells meet to the rounding of floats: so much closes their seams."""
LOW_MM = 1900
"""Lower parts of a room do not count as usable by the Polish rule on sloping ceilings (WT §72, not yet verified)."""


def roofs_of(plan: Plan) -> Mapping[str, Sequence[Roof]]:
    """The slopes of each level that has any."""
    levels = dict.fromkeys(slope.level for slope in plan.slopes.values())
    return {level: lifted(plan, roofs(one for one in plan.slopes.values() if one.level == level)) for level in levels}


def roofs_by_rooms(plan: Plan, found: Found) -> Mapping[str, Sequence[Roof]]:
    """The same, the walls about each only as far as no other room begins."""
    return {level: clear_of_rooms(held, found.rings(level)) for level, held in roofs_of(plan).items()}


def ceiling_of(plan: Plan, room: Room, over: Sequence[Roof]) -> list[Plane]:
    """The room's ceiling in convex pieces, under the slopes of its level, without where stairs go through it."""
    cells = beside(triangles(room.polygon, room.holes), ceiling_wells(plan, room.level))
    return ceiling_planes(cells, room_height(plan, room), over)


def room_height(plan: Plan, room: Room) -> float:
    """How high the room is where no slope lowers it, mm: its level's height, or its walls' where they are lower."""
    walls = [plan.walls[edge.wall] for edge in room.boundary if edge.wall in plan.walls]
    level = plan.level_height(room.level)
    return float(min(level, max((max(plan.wall_heights(wall)) for wall in walls), default=level)))


def ceiling_area(plan: Plan, room: Room, over: Sequence[Roof]) -> int:
    """The ceiling's own area without its windows, with dormers' cheeks, mm²; a slope makes it larger than the floor's.

    What hides behind a lowered ceiling that reaches it is left out, but for under slopes; so are stairwells.
    """
    if not over:
        hidden_mm2 = whole(covered_mm2(plan, room, room_height(plan, room)))
        return room.area_mm2 - hidden_mm2 - well_mm2(room, ceiling_wells(plan, room.level))
    ceiling = ceiling_of(plan, room, over)
    planes = opened(ceiling, skylights_of(plan, over))
    upright = sum(cheek.area_mm2 for cheek in cheeks(ceiling, room))
    return whole(upright + sum(_area(plane.cell) * sqrt(1 + plane.a * plane.a + plane.b * plane.b) for plane in planes))


def unfolded_ceiling(plan: Plan, room: Room, over: Sequence[Roof]) -> Iterator[BaseGeometry]:
    """The ceiling's parts as they lie flat, without its windows: what is level as on the page, slopes in their own mm.

    Of a slope x runs along its line, y up along the slope from the line; of dormers' cheeks, which come last, y is up.
    """
    ceiling = ceiling_of(plan, room, over)
    parts: dict[Roof | tuple[str, str] | None, list[Cell]] = {}
    for plane in opened(ceiling, skylights_of(plan, over)):
        flat = tuple(_on_slope(point, plane.roof) for point in plane.cell)
        parts.setdefault(plane.roof, []).append(flat)
    for cheek in cheeks(ceiling, room):
        parts.setdefault((cheek.dormer, cheek.side), []).append(cheek.flat)
    for cells in parts.values():
        yield shapely.union_all([shapely.Polygon(cell).buffer(SEAM_MM, join_style="mitre") for cell in cells]).buffer(
            -SEAM_MM, join_style="mitre"
        )


def _on_slope(point: Vector, roof: Roof | None) -> Vector:
    return (roof.along(point), roof.left(point) * sqrt(1 + roof.rise * roof.rise)) if roof else point


def area_below(plan: Plan, room: Room, over: Sequence[Roof], height_mm: float = LOW_MM) -> int:
    """How much of the floor lies under a ceiling lower than that, mm²."""
    return whole(sum(_area(cell) for cell in cells_below(ceiling_of(plan, room, over), height_mm)))


def cells_below(ceiling: Sequence[Plane], height_mm: float) -> Iterator[Cell]:
    """Where the ceiling is lower than that, in convex cells of the floor."""
    for plane in ceiling:
        if (plane.a, plane.b) == (0, 0) and plane.c >= height_mm:
            continue
        if low := clipped(plane.cell, lambda point, plane=plane: height_mm - plane.height(point)):  # type: ignore[misc]
            yield low


def _area(cell: Cell) -> float:
    return abs(signed_area(cell))
