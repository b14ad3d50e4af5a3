"""A room's walls moved so that its inner sides get exact lengths, while the room stays closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

import shapely

from rooms.entities import Item, Point, Wall
from rooms.outline import Found, Room, find_rooms, is_in
from rooms.outline.boundary import Edge
from rooms.outline.wall_letters import LetteredSide, lettered
from rooms.plan import Plan
from rooms.walls import opening_fits, wall_length_mm
from rooms.walls.thickness import thickest_mm
from rooms.walls.vector import Vector, across, length, minus

Face = tuple[str, str]
"""A wall and its side, left or right, as a room sees it."""

WITHIN_MM = 1.0
PARALLEL = 0.02
"""Walls that differ in direction by less than this (sine) are parallel."""
NEAR_MM = 30
"""An end this near to another wall's end belongs to the same corner."""


@dataclass(frozen=True)
class Stretched:
    """The plan afterwards, what one edit sets to make it, and the sides that have the lengths wanted of them."""

    plan: Plan
    set: Mapping[str, Mapping[str, Any]]
    held: frozenset[Face]


def stretched(plan: Plan, room: Room, wanted: Mapping[Face, int]) -> Stretched:
    """The plan with the room's sides at their lengths, mm; a side that nothing simple brings there stays as it was.

    A side is changed by moving the wall at one of its corners whole, with all that meets it there; walls along the
    move grow or shrink. Sides that were set before keep their lengths, and every room of the plan stays a room.
    """
    now, held = plan, dict[Face, int]()
    for face, mm in wanted.items():
        for trial in _trials(now, room, face, mm):
            if _holds(plan, trial, room, {**held, face: mm}):
                now, held = trial, {**held, face: mm}
                break
    now, changes = settled(plan, now, room)
    return Stretched(now, changes, frozenset(held))


def settled(before: Plan, after: Plan, room: Room) -> tuple[Plan, Mapping[str, Mapping[str, Any]]]:
    """The plan with openings, furniture and label following the moved walls, and what one edit sets to get there."""
    now = _relabelled(_furnished(_refitted(after), room), room)
    return now, _changes(before, now)


def same_room(plan: Plan, room: Room) -> Room | None:
    """The room of the plan that the same sides of the same walls bound."""
    return _same_room(find_rooms(plan), room)


def with_fields(plan: Plan, collection: str, changed: Mapping[str, Mapping[str, Any]]) -> Plan:
    """The plan with these fields of these entities."""
    return _with(plan, collection, changed)


def _holds(before: Plan, after: Plan, room: Room, wanted: Mapping[Face, int]) -> bool:
    """Whether the same room, and as many rooms as before, stand with these lengths."""
    found = find_rooms(after)
    same = _same_room(found, room)
    if same is None or len(found.rooms) != len(find_rooms(before).rooms):
        return False
    lengths = {(side.wall, side.side): side.length_mm for side in lettered(same)}
    return all(abs(lengths.get(face, 0) - mm) <= WITHIN_MM for face, mm in wanted.items())


def _same_room(found: Found, room: Room) -> Room | None:
    """The room that the same sides bound."""
    faces = _faces(room)
    return next((one for one in found.rooms if one.level == room.level and _faces(one) == faces), None)


def _faces(room: Room) -> frozenset[Face]:
    return frozenset((edge.wall, edge.side) for edge in room.boundary)


def _trials(plan: Plan, room: Room, face: Face, mm: int) -> Iterator[Plan]:
    """The plan as it is, and with the wall moved at the side's one or other corner."""
    yield plan
    here = _same_room(find_rooms(plan), room)
    side = next((one for one in lettered(here) if (one.wall, one.side) == face), None) if here else None
    wall = plan.walls.get(face[0])
    if here is None or side is None or wall is None or wall.bulge:
        return
    for beside, by in _moves(plan, here, side, mm):
        if not _is_along(beside, by):
            yield _moved(plan, beside, by, keeps_angles=True)
            yield _moved(plan, beside, by, keeps_angles=False)


def _moves(plan: Plan, room: Room, side: LetteredSide, mm: int) -> Iterator[tuple[Wall, Point]]:
    first, last = side.edges[0].points[0], side.edges[-1].points[-1]
    way, whole, grows = minus(last, first), length(minus(last, first)), mm - side.length_mm
    by = _whole(way[0] * grows / whole), _whole(way[1] * grows / whole)
    for after, moving in ((last, by), (first, (-by[0], -by[1]))):
        edge = _beside(room.boundary, side, after)
        if edge is not None and edge.wall in plan.walls and moving != (0, 0):
            yield plan.walls[edge.wall], moving


def _beside(boundary: Sequence[Edge], side: LetteredSide, corner: Vector) -> Edge | None:
    """The next wall's side at this corner of the side."""
    return next(
        (
            edge
            for edge in boundary
            if (edge.wall, edge.side) != (side.wall, side.side)
            and edge.side in ("left", "right")
            and corner in (edge.points[0], edge.points[-1])
        ),
        None,
    )


def _moved(plan: Plan, wall: Wall, by: Point, *, keeps_angles: bool) -> Plan:
    """The wall goes sideways; walls that meet it follow with an end, or whole to keep their angles."""
    walls = [one for one in plan.walls.values() if one.level == wall.level]
    going, fresh = {wall.id: wall}, [wall] if keeps_angles else []
    while fresh:
        fresh = [
            one
            for one in walls
            if one.id not in going and not _is_along(one, by) and any(_meets(end, fresh) for end in (one.a, one.b))
        ]
        going |= {one.id: one for one in fresh}
    changed = {
        one.id: {
            name: [end[0] + by[0], end[1] + by[1]]
            for name, end in (("a", one.a), ("b", one.b))
            if one.id in going or _meets(end, going.values())
        }
        for one in walls
    }
    return _with(plan, "walls", changed)


def _meets(end: Point, walls: Any) -> bool:
    """Whether a wall's end lies in a corner of one of the walls, or runs into it."""
    point = shapely.Point(end)
    return any(
        shapely.distance(point, shapely.LineString([wall.a, wall.b])) <= max(NEAR_MM, thickest_mm(wall) / 2)
        for wall in walls
    )


def _is_along(wall: Wall, by: Point) -> bool:
    way = minus(wall.b, wall.a)
    return not wall.bulge and abs(across(way, by)) <= PARALLEL * length(way) * length(by)


def _refitted(plan: Plan) -> Plan:
    """Openings that a shorter wall no longer holds where they were, slid back onto it if they are not wider than it."""
    slid: dict[str, dict[str, Any]] = {}
    for opening in plan.openings.values():
        wall = plan.walls.get(opening.wall)
        if wall and not opening_fits(wall, opening) and (rest := int(wall_length_mm(wall)) - opening.width) >= 0:
            slid[opening.id] = {"offset": min(max(opening.offset, 0), rest)}
    return _with(plan, "openings", slid)


def _furnished(plan: Plan, room: Room) -> Plan:
    """What stood in the room and would now stand in its walls, pushed in as far as the room's own rectangle reaches."""
    same = _same_room(find_rooms(plan), room)
    if same is None or same.box == room.box:
        return plan
    pushed: dict[str, dict[str, Any]] = {}
    for item in plan.items.values():
        at = _pushed_in(item, same)
        if item.level == room.level and is_in(room, item.at) and at != item.at:
            pushed[item.id] = {"at": list(at)}
    return _with(plan, "items", pushed)


def _pushed_in(item: Item, room: Room) -> Point:
    turn, (wide, deep, _high) = radians(item.turn_mdeg / 1000), item.size
    reach = (
        (wide * abs(cos(turn)) + deep * abs(sin(turn))) / 2,
        (wide * abs(sin(turn)) + deep * abs(cos(turn))) / 2,
    )
    left, top, right, bottom = room.box
    x, y = (
        _whole(min(max(at, low + half), high - half)) if high - low >= 2 * half else _whole((low + high) / 2)
        for at, low, high, half in zip(item.at, (left, top), (right, bottom), reach, strict=True)
    )
    is_inside = left - 1 <= item.at[0] - reach[0] and item.at[0] + reach[0] <= right + 1
    is_inside = is_inside and top - 1 <= item.at[1] - reach[1] and item.at[1] + reach[1] <= bottom + 1
    return item.at if is_inside else (x, y)


def _relabelled(plan: Plan, room: Room) -> Plan:
    """The room's label put back into it where the room has shrunk away from it."""
    same = _same_room(find_rooms(plan), room)
    label = plan.rooms.get(room.label or "")
    if same is None or label is None or is_in(same, label.at):
        return plan
    return _with(plan, "rooms", {label.id: {"at": list(inside(same))}})


def inside(room: Room) -> Point:
    """A whole point in the room, for its label."""
    point = shapely.Polygon(room.polygon, room.holes).representative_point()
    return round(point.x), round(point.y)


def _with(plan: Plan, collection: str, changed: Mapping[str, Mapping[str, Any]]) -> Plan:
    held = plan.document.get(collection, {})
    fresh = {id_: {**held[id_], **fields} for id_, fields in changed.items() if fields}
    return Plan({**plan.document, collection: {**held, **fresh}}) if fresh else plan


def _changes(before: Plan, after: Plan) -> dict[str, dict[str, Any]]:
    """What an edit has to set to make the one plan of the other, which holds the same entities."""
    changes: dict[str, dict[str, Any]] = {}
    for collection in ("walls", "openings", "items", "rooms"):
        old = before.document.get(collection, {})
        for id_, fields in after.document.get(collection, {}).items():
            differing = {name: value for name, value in fields.items() if old[id_].get(name) != value}
            if differing:
                changes[f"{collection}/{id_}"] = differing
    return changes


def _whole(mm: float) -> int:
    return int(mm + 0.5) if mm >= 0 else -int(-mm + 0.5)
