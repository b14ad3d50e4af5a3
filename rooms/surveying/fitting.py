"""Walls that stand as they were measured: those of a drawn room moved, or those of a new one drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import dist, floor
from typing import Any

import shapely

from rooms.description import Document
from rooms.entities import Point
from rooms.outline import Room
from rooms.outline.stretch import same_room, settled, stretched, with_fields
from rooms.plan import Plan
from rooms.surveying.runs import Run, runs_of
from rooms.walls.thickness import is_tapered
from rooms.walls.vector import Vector, across, dot, length, minus, moved

WITHIN_MM = 2.0
WALL_MM = 120
MITRE_LEAST = 0.05
"""Two walls whose directions differ by less (sine) meet in a straight line, without a mitre."""

Changes = Mapping[str, Mapping[str, Any]]


def fitted(plan: Plan, room: Room, corners: Sequence[Point], *, keeps_corners: bool = True) -> Changes | None:
    """What one edit sets so that the room's corners lie like these, which begin at 0, 0; None where that cannot be.

    Where the angles hold, whatever meets the walls follows them; else the walls are set anew, if they are this room's
    alone.
    """
    runs = runs_of(room)
    if runs is None or len(runs) != len(corners):
        return None
    trials = [_stretched, _set_anew] if keeps_corners else [_set_anew]
    for trial in trials:
        after = trial(plan, room, runs, corners)
        if after is not None and _lies_so(after, room, runs, corners):
            return settled(plan, after, room)[1]
    return None


def begun(corners: Sequence[Point], *, level: str, label: str, wall_id: Callable[[], str], at: Point) -> Document:
    """The `set` of an edit that draws walls around these inner corners, moved by `at`, and labels the room."""
    ring = [(x + at[0], y + at[1]) for x, y in corners]
    nodes = _outside(ring, [WALL_MM / 2] * len(ring))
    drawn: Document = {
        f"walls/{wall_id()}": {"level": level, "thickness": WALL_MM, "a": list(a), "b": list(b)}
        for a, b in pairwise([*nodes, nodes[0]])
    }
    inside = shapely.Polygon(ring).representative_point()
    drawn[f"rooms/{label}"] = {"level": level, "at": [round(inside.x), round(inside.y)], "name": "", "use": ""}
    return drawn


def _stretched(plan: Plan, room: Room, runs: Sequence[Run], corners: Sequence[Point]) -> Plan | None:
    """Each wall brought to its length by moving its neighbour."""
    faces = [face for run in runs for face in run.faces]
    if len(faces) != len(runs) or len(set(faces)) != len(faces):
        return None
    lengths = [round(dist(one, other)) for one, other in pairwise([*corners, corners[0]])]
    return stretched(plan, room, dict(zip(faces, lengths, strict=True))).plan


def _set_anew(plan: Plan, room: Room, runs: Sequence[Run], corners: Sequence[Point]) -> Plan | None:
    """Every wall between its new corners, the first of which stays."""
    faces = [run.faces[0] for run in runs]
    own = {wall for wall, _side in faces}
    standing = [wall for wall in plan.walls.values() if wall.level == room.level]
    if any(len(run.faces) > 1 for run in runs) or len(own) != len(runs) or {wall.id for wall in standing} != own:
        return None
    if any(is_tapered(wall) for wall in standing):
        return None
    first = runs[0].start
    ring = [(x + first[0], y + first[1]) for x, y in corners]
    nodes = _outside(ring, [plan.walls[wall].thickness / 2 for wall, _side in faces])
    ends = zip(nodes, [*nodes[1:], nodes[0]], strict=True)
    changed = {
        wall: {"a": list(start), "b": list(end)} if side == "right" else {"a": list(end), "b": list(start)}
        for (wall, side), (start, end) in zip(faces, ends, strict=True)
    }
    return with_fields(plan, "walls", changed)


def _outside(ring: Sequence[Vector], away: Sequence[float]) -> list[Point]:
    """Where the lines meet that run so far outside each side of a clockwise ring."""
    many = len(ring)
    ways = [minus(ring[(place + 1) % many], corner) for place, corner in enumerate(ring)]
    units = [(x / length((x, y)), y / length((x, y))) for x, y in ways]
    lines = [(moved(corner, (unit[1], -unit[0]), by), unit) for corner, unit, by in zip(ring, units, away, strict=True)]
    return [_meeting(lines[place - 1], lines[place]) for place in range(many)]


def _meeting(one: tuple[Vector, Vector], other: tuple[Vector, Vector]) -> Point:
    turn = across(one[1], other[1])
    if abs(turn) < MITRE_LEAST:
        return _whole(other[0])
    return _whole(moved(one[0], one[1], across(minus(other[0], one[0]), other[1]) / turn))


def _whole(point: Vector) -> Point:
    return floor(point[0] + 0.5), floor(point[1] + 0.5)


def _lies_so(after: Plan, room: Room, runs: Sequence[Run], corners: Sequence[Point]) -> bool:
    """Whether the same runs now have these lengths and turn like these corners."""
    same = same_room(after, room)
    now = runs_of(same) if same else None
    if now is None or {run.key for run in now} != {run.key for run in runs}:
        return False
    by_key = {run.key: run.way for run in now}
    wanted = [minus(after, before) for before, after in pairwise([*corners, corners[0]])]
    return all(_is_like(by_key[run.key], way) for run, way in zip(runs, wanted, strict=True))


def _is_like(way: Vector, wanted: Vector) -> bool:
    return abs(length(way) - length(wanted)) <= WITHIN_MM and dot(way, wanted) > 0
