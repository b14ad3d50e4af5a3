"""The rooms that a plan's walls enclose, what bounds and names them, and what has lost its place in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import shapely

from rooms.entities import Label
from rooms.outline.boundary import Edge, Faces, faces_of, rim_of, stretches
from rooms.plan import Plan
from rooms.walls import Solid, opening_fits, solids
from rooms.walls.niches import is_too_deep
from rooms.walls.polygon import Ring, contains, fine, perimeter, signed_area, whole, written
from rooms.walls.vector import Vector

LEAST_ROOM_MM2 = 10_000
"""A hole under 0.01 m² (10 × 10 cm) between walls is no room; a shaft of 0.5 × 0.5 m is one."""
LEAST_WIDTH_MM = 50
"""Nor is a crack: twice the area over the perimeter, which for a long narrow hole is its width."""


@dataclass(frozen=True)
class Room:
    """A room as found: inner faces, mm.

    `polygon` runs clockwise on the page, `holes` (walls that stand free inside) the other way, both without the
    closing point; `area_mm2` is without the holes, `perimeter_mm` with them. `boundary` lists the stretches of wall
    about the room, the outer ring first. `label` is the id of the label that names it, or None.
    """

    level: str
    polygon: Ring
    holes: tuple[Ring, ...]
    area_mm2: int
    perimeter_mm: int
    boundary: tuple[Edge, ...]
    label: str | None = None
    name: str = ""
    use: str = ""

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """The least and the greatest x and y: (x, y, x, y)."""
        xs, ys = zip(*self.polygon, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


@dataclass(frozen=True)
class Loose:
    """An entity that has lost its place; `reason`: no_level, no_wall, beyond_wall, too_deep, no_room, second_label."""

    collection: str
    id: str
    reason: str


@dataclass(frozen=True)
class Found:
    """The rooms by level, each level's from its topmost and then leftmost point; and the walls' solids by level."""

    rooms: tuple[Room, ...]
    loose: tuple[Loose, ...]
    solids: Mapping[str, Mapping[str, Solid]]

    def rings(self, level: str) -> list[Ring]:
        """The outer rings of a level's rooms."""
        return [room.polygon for room in self.rooms if room.level == level]

    def room_at(self, level: str, point: Vector) -> int | None:
        """The index of the room that contains the point."""
        return next(
            (place for place, room in enumerate(self.rooms) if room.level == level and is_in(room, point)), None
        )


def find_rooms(plan: Plan) -> Found:
    """Every level's rooms: the holes of the union of its walls' solids, named by the labels that lie in them."""
    standing = {level: solids(plan, level) for level in plan.levels}
    rooms = [room for level, of_level in standing.items() for room in _rooms_of(level, of_level)]
    unnamed = Found(tuple(rooms), (), standing)
    loose_labels = []
    for label in plan.rooms.values():
        place = unnamed.room_at(label.level, label.at)
        if place is None or rooms[place].label is not None:
            loose_labels.append(_loose_label(plan, label, place))
        else:
            rooms[place] = replace(rooms[place], label=label.id, name=label.name, use=label.use)
    return Found(tuple(rooms), (*_loose_entities(plan), *loose_labels), standing)


def is_in(room: Room, point: Vector) -> bool:
    left, top, right, bottom = room.box
    within = left <= point[0] <= right and top <= point[1] <= bottom
    return within and contains(room.polygon, point) and not any(contains(hole, point) for hole in room.holes)


def _rooms_of(level: str, standing: Mapping[str, Solid]) -> list[Room]:
    faces = faces_of(standing.values())
    hollows = _hollows([ring for solid in standing.values() for ring, _sides in solid.pieces])
    found = [_room(level, outer, islands, faces) for outer, islands in hollows if not _is_crack(outer)]
    return sorted(found, key=lambda room: (_place(room.polygon), room.area_mm2))


def _room(level: str, outer: Ring, islands: Sequence[Ring], faces: Faces) -> Room:
    holes = [rim_of(island, faces, clockwise=False) for island in islands]
    rims = [rim_of(outer, faces, clockwise=True), *sorted(holes, key=lambda rim: _place(rim.points))]
    return Room(
        level,
        polygon=written(rims[0].points, clockwise=True),
        holes=tuple(written(rim.points, clockwise=False) for rim in rims[1:]),
        area_mm2=whole(_enclosed(outer) - sum(_enclosed(island) for island in islands)),
        perimeter_mm=whole(sum(perimeter(rim.points) for rim in rims)),
        boundary=tuple(edge for rim in rims for edge in stretches(rim, faces)),
    )


def _hollows(polygons: Sequence[Ring]) -> Iterator[tuple[Ring, list[Ring]]]:
    """The hollows that the polygons enclose together, each with the islands that stand in it."""
    if not polygons:
        return
    places = [place for place, ring in enumerate(polygons) for _corner in ring]
    rings = shapely.linearrings([corner for ring in polygons for corner in ring], indices=places)
    parts = shapely.get_parts(shapely.union_all(shapely.polygons(rings)))
    shells = [_ring(part.exterior) for part in parts]
    outers = [_ring(hollow) for part in parts for hollow in part.interiors]
    islands: list[list[Ring]] = [[] for _ in outers]
    for shell in shells if len(shells) > 1 else ():
        around = [place for place, outer in enumerate(outers) if _stands_in(shell, outer)]
        if around:
            islands[min(around, key=lambda place: _enclosed(outers[place]))].append(shell)
    yield from zip(outers, islands, strict=True)


def _ring(line: shapely.LinearRing) -> Ring:
    return tuple((x, y) for x, y in line.coords[:-1])


def _stands_in(island: Ring, outer: Ring) -> bool:
    return bool(shapely.Polygon(outer).covers(shapely.Polygon(island)))


def _enclosed(ring: Ring) -> float:
    return abs(signed_area(ring))


def _is_crack(ring: Ring) -> bool:
    area = _enclosed(ring)
    return area < LEAST_ROOM_MM2 or 2 * area < LEAST_WIDTH_MM * perimeter(ring)


def _place(ring: Sequence[Vector]) -> tuple[float, float]:
    return fine(min(y for _x, y in ring)), fine(min(x for x, _y in ring))


def _loose_label(plan: Plan, label: Label, place: int | None) -> Loose:
    if label.level not in plan.levels:
        return Loose("rooms", label.id, "no_level")
    return Loose("rooms", label.id, "no_room" if place is None else "second_label")


def _loose_entities(plan: Plan) -> Iterable[Loose]:
    yield from (Loose("walls", wall.id, "no_level") for wall in plan.walls.values() if wall.level not in plan.levels)
    for opening in plan.openings.values():
        wall = plan.walls.get(opening.wall)
        if wall is None or not opening_fits(wall, opening):
            yield Loose("openings", opening.id, "beyond_wall" if wall else "no_wall")
        elif is_too_deep(wall, opening, plan.niches.get(wall.id, ())):
            yield Loose("openings", opening.id, "too_deep")
    for item in plan.items.values():
        if item.level not in plan.levels:
            yield Loose("items", item.id, "no_level")
        elif item.host is not None and item.host not in plan.walls:
            yield Loose("items", item.id, "no_wall")
    for name in ("skylights", "dormers"):
        held = getattr(plan, name).values()
        yield from (Loose(name, one.id, "no_slope") for one in held if one.slope not in plan.slopes)
    for name in ("slopes", "backgrounds", "notes", "dimensions", "solids"):
        found = getattr(plan, name).values()
        yield from (Loose(name, one.id, "no_level") for one in found if one.level not in plan.levels)
