"""A home's sloping ceilings: the planes on which the sloping tops of a room's walls lie, as slopes.

A home knows walls whose tops slope and lays the ceiling on them. A slope is made where two such walls of a room, or one
and a level wall that it meets, lie in one plane to FLAT_MM; the lowest plane over a point is the ceiling there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import atan, degrees, floor, hypot

import numpy as np

from rooms.description import COLLECTIONS
from rooms.entities import Point, Wall
from rooms.exchange.gathering import Gathering
from rooms.exchange.tangle import check_tangle
from rooms.outline import Room, find_rooms
from rooms.plan import Plan
from rooms.surfaces.ceilings import room_height
from rooms.surfaces.roofs import roofs

FLAT_MM = 20
"""So far may the top of a wall lie from its ceiling's plane."""
MEET_MM = 60
SPREAD_MM = 300
"""Points nearer to one line than this tell of no plane."""
ANGLES: Mapping[str, int] = COLLECTIONS["slopes"]["fields"]["angle_mdeg"]
MOST_WALLS = 60
"""A room of more sloping walls is no attic."""

Spot = tuple[float, float, float]


@dataclass(frozen=True)
class Sheet:
    """A plane, its height x·a + y·b + c, and the tops of walls that lie on it."""

    a: float
    b: float
    c: float
    spots: tuple[Spot, ...]

    def height(self, x: float, y: float) -> float:
        return self.a * x + self.b * y + self.c

    def is_like(self, other: Sheet) -> bool:
        return all(abs(self.height(x, y) - other.height(x, y)) <= FLAT_MM for x, y, _z in (*self.spots, *other.spots))


def read_slopes(sloping: Mapping[str, str], gathering: Gathering) -> None:
    """Gather the slopes over the rooms of the walls (ids, with their places in the file); the others are noted."""
    if not sloping:
        return
    plan = gathering.plan
    check_tangle(plan)
    told: dict[str, str] = dict.fromkeys(sloping, "sloping_ceiling")
    sheets: dict[str, list[Sheet]] = {}
    level_rooms: list[Room] = []
    for room in find_rooms(plan).rooms:
        walls = _walls_of(plan, room)
        found, reason = _ceiling(plan, walls)
        told |= {wall.id: reason for wall in walls if told.get(wall.id)}
        sheets.setdefault(room.level, []).extend(found)
        if not found:
            level_rooms.append(room)
    for level, of_level in sheets.items():
        _gather(plan, level, of_level, [room for room in level_rooms if room.level == level], gathering)
    for wall, reason in told.items():
        if reason:
            gathering.note(sloping[wall], reason)


def _walls_of(plan: Plan, room: Room) -> list[Wall]:
    ids = dict.fromkeys(edge.wall for edge in room.boundary)
    return [plan.walls[id_] for id_ in ids if id_ in plan.walls and not plan.walls[id_].bulge]


def _ceiling(plan: Plan, walls: Sequence[Wall]) -> tuple[list[Sheet], str]:
    """The planes on which every sloping top lies, or none and the reason."""
    sloping = [wall for wall in walls if len(set(plan.wall_heights(wall))) == 2][:MOST_WALLS]
    partners: dict[str, list[Wall]] = {wall.id: [wall] for wall in sloping}
    for one, other in combinations(sloping, 2):
        if _fitted([*_top(plan, one), *_top(plan, other)]):
            partners[one.id].append(other)
            partners[other.id].append(one)
    sheets: list[Sheet] = []
    for wall in sloping:
        held = partners[wall.id]
        sheet = (
            _fitted([spot for one in held for spot in _top(plan, one)]) if len(held) > 1 else _beside(plan, wall, walls)
        )
        if sheet is None:
            return [], "sloping_ceiling" if len(held) == 1 else "ceiling_not_flat"
        if not any(sheet.is_like(other) for other in sheets):
            sheets.append(sheet)
    tops = [spot for wall in sloping for spot in _top(plan, wall)]
    if any(abs(min(sheet.height(x, y) for sheet in sheets) - z) > FLAT_MM for x, y, z in tops):
        return [], "ceiling_not_flat"
    return sheets, ""


def _top(plan: Plan, wall: Wall) -> list[Spot]:
    at_a, at_b = plan.wall_heights(wall)
    return [(*map(float, wall.a), float(at_a)), (*map(float, wall.b), float(at_b))]  # type: ignore[list-item]


def _beside(plan: Plan, wall: Wall, walls: Iterable[Wall]) -> Sheet | None:
    """The plane of one sloping top and of the level walls that go on from its ends at the same height."""
    spots = _top(plan, wall)
    found = []
    for other in walls:
        tops = _top(plan, other)
        if tops[0][2] == tops[1][2] and any(_is_near(one, spot) for one in tops for spot in spots):
            found.append(_fitted([*spots, *tops]))
    sheets = [sheet for sheet in found if sheet]
    return sheets[0] if sheets and all(sheet.is_like(sheets[0]) for sheet in sheets) else None


def _is_near(one: Spot, other: Spot) -> bool:
    return hypot(one[0] - other[0], one[1] - other[1]) <= MEET_MM and abs(one[2] - other[2]) <= FLAT_MM


def _fitted(spots: Sequence[Spot]) -> Sheet | None:
    """The plane through the points, when it slopes and none lies farther from it than FLAT_MM."""
    points = np.array(spots, np.float64)
    middle = points.mean(axis=0)
    apart = points - middle
    if np.linalg.svd(apart[:, :2], compute_uv=False)[1] < SPREAD_MM:
        return None
    (a, b), *_rest = np.linalg.lstsq(apart[:, :2], apart[:, 2], rcond=None)
    off = np.abs(apart[:, :2] @ np.array([a, b]) - apart[:, 2]).max()
    steep = degrees(atan(hypot(a, b))) * 1000
    if off > FLAT_MM or not ANGLES["from"] <= steep <= ANGLES["to"]:
        return None
    return Sheet(float(a), float(b), float(middle[2] - a * middle[0] - b * middle[1]), tuple(spots))


def _gather(plan: Plan, level: str, sheets: Sequence[Sheet], level_rooms: Sequence[Room], gathering: Gathering) -> None:
    """One slope for each plane of the level, unless it would come down into a room of level walls."""
    for sheet in _merged(sheets):
        fields = _slope(level, sheet)
        if _lowers(plan, fields, level_rooms):
            gathering.note("slopes", "ceiling_over_others")
        else:
            gathering.add("slopes", "slopes", fields)


def _merged(sheets: Sequence[Sheet]) -> list[Sheet]:
    found: list[Sheet] = []
    for sheet in sheets:
        same = next((other for other in found if other.is_like(sheet)), None)
        if same is None:
            found.append(sheet)
        else:
            found[found.index(same)] = Sheet(same.a, same.b, same.c, (*same.spots, *sheet.spots))
    return found


def _slope(level: str, sheet: Sheet) -> dict[str, object]:
    """Its line lies where the tops are lowest and is as long as they reach; the slope rises to its left."""
    rise = hypot(sheet.a, sheet.b)
    up = sheet.a / rise, sheet.b / rise
    way = -up[1], up[0]
    low = min(x * up[0] + y * up[1] for x, y, _z in sheet.spots)
    along = [x * way[0] + y * way[1] for x, y, _z in sheet.spots]
    ends = [_whole((up[0] * low + way[0] * at, up[1] * low + way[1] * at)) for at in (min(along), max(along))]
    knee = floor(sheet.height(up[0] * low, up[1] * low) + 0.5)
    angle = floor(degrees(atan(rise)) * 1000 + 0.5)
    return {"level": level, "a": list(ends[0]), "b": list(ends[1]), "knee": max(knee, 0), "angle_mdeg": angle}


def _whole(spot: tuple[float, float]) -> Point:
    return floor(spot[0] + 0.5), floor(spot[1] + 0.5)


def _lowers(plan: Plan, fields: Mapping[str, object], rooms: Iterable[Room]) -> bool:
    """Whether the slope would come below the ceiling of one of the rooms."""
    document = plan.document | {"slopes": {"s0": dict(fields)}}
    (roof,) = roofs(Plan(document).slopes.values())
    for room in rooms:
        ceiling = room_height(plan, room) - FLAT_MM
        if any(roof.covers(corner) and roof.height(corner) < ceiling for corner in room.polygon):
            return True
    return False
