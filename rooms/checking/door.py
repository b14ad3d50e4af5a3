"""A door as a solid that moves: the sector that each leaf sweeps, a true arc, and the clear way between the posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import atan2, cos, degrees, pi, sin

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.changes.sentence import Said
from rooms.checking.wording import DOORS
from rooms.drawing.leaves import Jambs, jambs
from rooms.drawing.openings import POST_MM, is_wide
from rooms.drawing.storey import Aperture
from rooms.entities import Opening
from rooms.walls.vector import Vector, dot, minus

ARC_STEPS = 24
WINDOWS = ("window", "double_window")
HINGED = ("door", "double_door", "french_window")
TRAVELLED = ("door", "double_door", "sliding_door", "folding_door", "passage", "french_window")
LINTEL_MM = 50
"""A frame takes so much of an opening's height."""


@dataclass(frozen=True)
class Leaf:
    """A hinged leaf: the sector that it sweeps to a right angle."""

    at: Jambs

    @cached_property
    def sector(self) -> BaseGeometry:
        steps = [pi / 2 * step / ARC_STEPS for step in range(ARC_STEPS + 1)]
        width = self.at.width_mm
        return shapely.Polygon([self.at.hinge, *(self.at.at(width * cos(a), width * sin(a)) for a in steps)])

    def opens_to(self, hit: BaseGeometry) -> float:
        """How many degrees it opens before it meets what lies within its sector."""
        return min(self._angle(point) for point in shapely.get_coordinates(hit))

    def _angle(self, point: Vector) -> float:
        apart = minus(point, self.at.hinge)
        return degrees(atan2(max(dot(apart, self.at.outwards), 0.0), dot(apart, self.at.ahead)))


@dataclass(frozen=True, eq=False)
class Door:
    """An opening in its wall; `rooms`: the found rooms to its wall's left and right, None outside."""

    aperture: Aperture
    rooms: tuple[int | None, int | None]

    @property
    def opening(self) -> Opening:
        return self.aperture.opening

    @property
    def path(self) -> str:
        return f"openings/{self.opening.id}"

    @property
    def level(self) -> str:
        return self.aperture.wall.level

    @property
    def kind(self) -> str:
        return self.opening.kind

    @property
    def name(self) -> Said:
        return DOORS[self.kind]

    @property
    def swings_into(self) -> int | None:
        """The room that its leaves swing into."""
        return self.rooms[1 if self.opening.opens == "right" else 0]

    @cached_property
    def width(self) -> float:
        """Clear between the posts."""
        span = self.aperture.to_mm - self.aperture.from_mm
        return span if self.kind in ("passage", "sliding_door") else span - 2 * POST_MM

    @property
    def height(self) -> int:
        """Clear under the frame."""
        return self.opening.height - (0 if self.kind in ("passage", "sliding_door") else LINTEL_MM)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        return tuple(Leaf(at) for at in self._hung())

    @cached_property
    def strip(self) -> BaseGeometry:
        """The opening's own place in the wall."""
        return shapely.Polygon(self.aperture.across(self.aperture.faces_at))

    def before(self, side: int, depth_mm: float) -> BaseGeometry:
        """The floor before the opening, so deep, on the wall's left (0) or right (1)."""
        sign = 1 if side else -1
        return shapely.Polygon((*self.aperture.face(sign), *self.aperture.face(sign, depth_mm)[::-1]))

    def sides(self) -> Iterator[tuple[int, int]]:
        """The sides (0 left, 1 right) that have a room, with its index."""
        for side, room in enumerate(self.rooms):
            if room is not None:
                yield side, room

    def _hung(self) -> Iterator[Jambs]:
        if self.kind not in HINGED:
            return
        at = jambs(self.aperture, POST_MM)
        if self.kind == "double_door" or (self.kind == "french_window" and is_wide(self.aperture)):
            yield at.half()
            yield at.mirrored().half()
        else:
            yield at
