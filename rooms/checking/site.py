"""The site that all checks look at: bodies, doors, walls and floors, prepared once and cheap to change one thing of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.blocks import hanging
from rooms.checking.body import Body
from rooms.checking.door import TRAVELLED, WINDOWS, Door
from rooms.checking.finding import Fix
from rooms.drawing.storey import aperture
from rooms.entities import Item, Opening
from rooms.outline import Found, Room
from rooms.plan import Plan
from rooms.readiness import rooms_beside
from rooms.surfaces import Surfaces, find_surfaces
from rooms.surfaces.ceilings import roofs_by_rooms
from rooms.surfaces.roofs import Roof
from rooms.surfaces.slopes import lowered
from rooms.things.footprint import footprint
from rooms.walls.niches import is_niche
from rooms.walls.vector import Vector

OUTSIDE = "outside"
WITHIN_MM = 5
"""What only touches a bulkhead from beside is not under it."""
MOST_IN_ROOM, MOST_BODIES = 150, 1_000
"""What a room and a plan hold beyond is not looked at: a furnished house has 300 things."""

Colours = Callable[[str], str | None]
"""The colour (#rrggbb) of a paint by its code."""


@dataclass(frozen=True, eq=False)
class Walls:
    """A level's walls, to be asked for those about a place."""

    shapes: Sequence[BaseGeometry]

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.shapes)

    def about(self, place: BaseGeometry) -> list[BaseGeometry]:
        return [self.shapes[index] for index in self._tree.query(place)]


@dataclass(frozen=True, eq=False)
class Ground:
    """What no way out changes: rooms, walls, floors, slopes, surfaces. `colours` answers for paints."""

    plan: Plan
    found: Found
    colours: Colours

    @cached_property
    def walls(self) -> Mapping[str, Walls]:
        return {
            level: Walls(
                [shapely.Polygon(ring).buffer(0) for solid in solids.values() for ring, _sides in solid.pieces]
            )
            for level, solids in self.found.solids.items()
        }

    @cached_property
    def floors(self) -> Sequence[BaseGeometry]:
        return [shapely.Polygon(room.polygon, room.holes).buffer(0) for room in self.found.rooms]

    @cached_property
    def roofs(self) -> Mapping[str, Sequence[Roof]]:
        return roofs_by_rooms(self.plan, self.found)

    @cached_property
    def bulkheads(self) -> Mapping[str, Sequence[tuple[BaseGeometry, float]]]:
        """By level what hangs from the ceiling, a little within its outline, and how high its lower side is."""
        hung = list(hanging(self.plan))
        return {
            level: [
                (shapely.Polygon(footprint(item)).buffer(-WITHIN_MM), float(item.elevation))
                for item in hung
                if item.level == level
            ]
            for level in {item.level for item in hung}
        }

    @cached_property
    def surfaces(self) -> Surfaces:
        return find_surfaces(self.plan, self.found)


@dataclass(frozen=True, eq=False)
class Site:
    """What stands in a plan; `scope`: the rooms that are looked at, None for all."""

    ground: Ground
    bodies: tuple[Body, ...]
    openings: tuple[Door, ...]
    scope: frozenset[int | None] | None = None

    @classmethod
    def of(cls, plan: Plan, found: Found, colours: Colours = lambda _code: None) -> Site:
        return cls(
            Ground(plan, found, colours),
            tuple(_looked_at(plan, found)),
            tuple(door for one in plan.openings.values() if (door := _door(plan, found, one)) is not None),
        )

    def after(self, fix: Fix) -> Site:
        """The site with items and openings changed as the fix says; what it does not name stays as it is prepared."""
        bodies, openings = _by_path(self.bodies), _by_path(self.openings)
        for path, fields in fix.set.items():
            known = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
            if path in bodies:
                bodies[path] = _body(self.found, _changed(bodies[path].item, known))
            elif path in openings:
                opening = _changed(openings[path].opening, known)
                if (door := _door(self.plan, self.found, opening)) is not None:
                    openings[path] = door
        return replace(self, bodies=tuple(bodies.values()), openings=tuple(openings.values()))

    def within(self, rooms: frozenset[int | None]) -> Site:
        """The site with nothing but what stands in these rooms or leads into them."""
        return replace(
            self,
            bodies=tuple(body for body in self.bodies if body.room in rooms),
            openings=tuple(door for door in self.openings if any(room in rooms for room in door.rooms)),
            scope=rooms,
        )

    @property
    def plan(self) -> Plan:
        return self.ground.plan

    @property
    def found(self) -> Found:
        return self.ground.found

    @property
    def rooms(self) -> Iterator[tuple[int, Room]]:
        """The rooms that are looked at, each with its index: balconies and gardens are not."""
        for place, room in enumerate(self.found.rooms):
            if room.use != OUTSIDE and (self.scope is None or place in self.scope):
                yield place, room

    @cached_property
    def by_room(self) -> Mapping[int | None, Sequence[Body]]:
        bodies: dict[int | None, list[Body]] = {}
        for body in self.bodies:
            bodies.setdefault(body.room, []).append(body)
        return bodies

    @cached_property
    def doors(self) -> tuple[Door, ...]:
        """The openings that people go through."""
        return tuple(one for one in self.openings if one.kind in TRAVELLED)

    @cached_property
    def windows(self) -> tuple[Door, ...]:
        return tuple(one for one in self.openings if one.kind in WINDOWS)

    def about(self, room: int | None, place: BaseGeometry) -> list[Body]:
        """What stands in the room and whose box meets the place's, in the document's order."""
        if room not in self._trees:
            self._trees[room] = shapely.STRtree([body.shape for body in self.by_room.get(room, ())])
        return [self.by_room[room][index] for index in sorted(self._trees[room].query(place))]

    @cached_property
    def _trees(self) -> dict[int | None, shapely.STRtree]:
        return {}

    def in_room(self, room: int | None, role: str | None = None) -> list[Body]:
        held = self.by_room.get(room, ())
        return [body for body in held if role is None or body.has(role)]

    def in_rooms(self, role: str | None = None) -> Iterator[Body]:
        """What stands in the rooms that are looked at; what stands in none is left out."""
        for room, _found in self.rooms:
            yield from self.in_room(room, role)

    def use(self, room: int | None) -> str:
        return "" if room is None else self.found.rooms[room].use

    def entity(self, room: int) -> str:
        """The path of the label that names the room, or else of its level."""
        found = self.found.rooms[room]
        return f"rooms/{found.label}" if found.label else f"levels/{found.level}"

    def floor(self, room: int) -> BaseGeometry:
        """The room's floor, whatever stands on it."""
        return self.ground.floors[room]

    def free_floor(self, room: int) -> BaseGeometry:
        """The room's floor without what stands in the way."""
        taken = [body.shape for body in self.in_room(room) if body.is_in_the_way]
        return self.floor(room).difference(shapely.union_all(taken)) if taken else self.floor(room)

    def walls_about(self, level: str, place: BaseGeometry) -> list[BaseGeometry]:
        return self.ground.walls[level].about(place) if level in self.ground.walls else []

    def has_slopes(self, level: str) -> bool:
        return level in self.ground.roofs

    def ceiling(self, level: str, point: Vector) -> float:
        """How high the room is at the point, mm."""
        bare = lowered(self.plan.level_height(level), point, self.ground.roofs.get(level, ()))
        over = self.ground.bulkheads.get(level, ()) if self.ground.bulkheads else ()
        spot = shapely.Point(point) if over else None
        return min([bare, *(low for shape, low in over if shape.contains(spot))])


def rings_of(*shapes: BaseGeometry) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The outer rings of the shapes in whole mm, without the closing point."""
    parts = shapely.get_parts(shapely.GeometryCollection([*shapes])) if len(shapes) != 1 else _parts(shapes[0])
    flat = [piece for part in parts for piece in _parts(part)]
    return tuple(
        tuple((round(x), round(y)) for x, y in part.exterior.coords[:-1])
        for part in flat
        if part.geom_type == "Polygon" and not part.is_empty
    )


def _parts(shape: BaseGeometry) -> list[Any]:
    return list(shapely.get_parts(shape))


def _looked_at(plan: Plan, found: Found) -> Iterator[Body]:
    """The items as bodies, the oldest of each room: whatever is in a heap is one heap."""
    held: Counter[int | None] = Counter()
    for item in plan.items.values():
        if item.level in plan.levels and held.total() < MOST_BODIES:
            body = _body(found, item)
            held[body.room] += 1
            if held[body.room] <= MOST_IN_ROOM:
                yield body


def _body(found: Found, item: Item) -> Body:
    return Body(item, found.room_at(item.level, item.at))


def _door(plan: Plan, found: Found, opening: Opening) -> Door | None:
    held = aperture(plan, opening)
    if held is None or is_niche(opening) or held.wall.level not in plan.levels:
        return None
    return Door(held, rooms_beside(plan, found, opening))


def _by_path(things: Iterable[Any]) -> dict[str, Any]:
    return {thing.path: thing for thing in things}


def _changed(thing: Any, fields: Mapping[str, Any]) -> Any:
    return replace(thing, **fields)
