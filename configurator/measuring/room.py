"""A room as the measuring form sees it: found in the plan, its walls by letters, places along them from the left."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor

from rooms.entities import Opening
from rooms.outline import Room, find_rooms
from rooms.outline.wall_letters import LetteredSide, lettered
from rooms.plan import Plan
from rooms.surfaces.woodwork import DOORS as LEAVED
from rooms.walls import Solid, opening_span
from rooms.walls.vector import dot, length, minus

NEW = "new"
"""Named instead of a room's label: one that is not drawn yet, beside those that are."""
DOORS = ("passage", *LEAVED)
SQUARE = 0.01
"""Corners that differ from a right angle by less than this (cosine) make a rectangle."""


@dataclass(frozen=True)
class MeasuredRoom:
    """One found room: its `place` among all, and its letters."""

    plan: Plan
    rooms: tuple[Room, ...]
    place: int
    solids: dict[str, Solid]

    @property
    def room(self) -> Room:
        return self.rooms[self.place]

    @property
    def key(self) -> str:
        """What its measures are kept by: its label, empty where it has none yet."""
        return self.room.label or ""

    @cached_property
    def sides(self) -> tuple[LetteredSide, ...]:
        return lettered(self.room)

    @cached_property
    def is_rectangle(self) -> bool:
        ring = self.room.polygon
        if len(ring) != 4 or len(self.sides) != 4 or self.room.holes:
            return False
        ways = [minus(ring[(place + 1) % 4], corner) for place, corner in enumerate(ring)]
        turns = zip(ways, ways[1:] + ways[:1], strict=True)
        return all(abs(dot(way, after)) <= SQUARE * length(way) * length(after) for way, after in turns)

    def side(self, letter: str) -> LetteredSide | None:
        return next((side for side in self.sides if side.letter == letter), None)

    def openings(self, kinds: tuple[str, ...]) -> list[tuple[Opening, LetteredSide]]:
        """The doors or windows in the room's walls, each with the side that it is seen in."""
        return [
            (opening, side)
            for opening in self.plan.openings.values()
            for side in self.sides
            if opening.kind in kinds and opening.wall == side.wall and self.distance(opening, side) is not None
        ]

    def distance(self, opening: Opening, side: LetteredSide) -> int | None:
        """From the side's left corner to the opening, mm, seen from inside; None where it is not in this side."""
        span = opening_span(self.plan.walls[opening.wall], opening)
        if span is None:
            return None
        corner, is_forward = self._left_corner(side)
        distance = floor((span[0] - corner if is_forward else corner - span[1]) + 0.5)
        reach = side.length_mm + abs(span[1] - span[0]) / 2
        return distance if -opening.width / 2 <= distance <= reach else None

    def offset(self, side: LetteredSide, distance_mm: int, width_mm: int) -> int:
        """The opening's offset from the wall's end a."""
        corner, is_forward = self._left_corner(side)
        return floor((corner + distance_mm if is_forward else corner - distance_mm - width_mm) + 0.5)

    def _left_corner(self, side: LetteredSide) -> tuple[float, bool]:
        """Where along the wall its left corner lies for somebody inside, and whether a lies on that hand."""
        line = self.solids[side.wall].line
        return line.along(side.edges[0].points[0]), side.side == "right"


def rooms_of(plan: Plan) -> list[MeasuredRoom]:
    found = find_rooms(plan)
    return [
        MeasuredRoom(plan, found.rooms, place, dict(found.solids[room.level])) for place, room in enumerate(found.rooms)
    ]


def room_of(plan: Plan, key: str) -> MeasuredRoom | None:
    """The room with this label, else the first; None in a plan without rooms, and for a new one."""
    if key == NEW:
        return None
    rooms = rooms_of(plan)
    return next((room for room in rooms if room.key == key), rooms[0] if rooms else None)
