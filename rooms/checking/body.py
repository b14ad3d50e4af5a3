"""A thing in the plan as a solid: its true footprint, turned, between two heights, and the zones that it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import cos, pi, radians, sin
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from rooms.changes.sentence import Said, capital, noun_of
from rooms.checking.roles import has_role
from rooms.entities import Item
from rooms.kinds import KINDS, Kind, Zone, zones_of
from rooms.vocabulary.forms import Size
from rooms.walls.vector import Vector

FLAT_MM = 60
"""What is lower is walked on: rugs, trays, bath mats."""
OVERHEAD_MM = 1900
"""What begins higher hangs over people's heads."""
OVER_FLOOR_MM = 1100
"""What begins higher takes no room from whoever stands before it: wall units, shelves, hoods."""
THIN_MM = 120
"""What hangs on a wall and is no deeper takes no room that counts."""
BLOCK_MM = 250
"""A block of no known kind is in the way when it is at least so wide, deep and high."""
ROUND_CORNERS = 32


@dataclass(frozen=True, eq=False)
class Body:
    """An item in the found room of index `room`; its own frame has the back at −y and the front at +y, in mm."""

    item: Item
    room: int | None

    @property
    def id(self) -> str:
        return self.item.id

    @property
    def path(self) -> str:
        return f"items/{self.item.id}"

    @property
    def level(self) -> str:
        return self.item.level

    @property
    def low(self) -> int:
        return self.item.elevation

    @property
    def high(self) -> int:
        return self.item.elevation + self.item.size[2]

    @property
    def width(self) -> int:
        return self.item.size[0]

    @property
    def depth(self) -> int:
        return self.item.size[1]

    @cached_property
    def kind(self) -> Kind | None:
        return KINDS.get(self.item.kind)

    def has(self, role: str) -> bool:
        """Whether things of its kind have the role."""
        return has_role(self.item.kind, role)

    @cached_property
    def name(self) -> Said:
        """As in `Umywalka`."""
        words = noun_of(self.item, KINDS).words
        return {language: capital(said) for language, said in words.items()}

    @cached_property
    def shape(self) -> BaseGeometry:
        """The footprint on plan."""
        return self.placed(footprint_of(self.item.kind, self.item.size))

    @property
    def is_flat(self) -> bool:
        return self.item.size[2] <= FLAT_MM and self.low <= FLAT_MM

    @property
    def is_overhead(self) -> bool:
        return self.low >= OVERHEAD_MM or (self.kind is not None and self.kind.mount == "ceiling")

    @property
    def is_thin(self) -> bool:
        """Whether it hangs flat on a wall, as a picture does."""
        return self.kind is not None and self.kind.mount == "wall" and self.depth <= THIN_MM

    @property
    def is_known(self) -> bool:
        """Whether it is of a kind that tells what it is: a block may be anything."""
        return self.kind is not None and self.item.kind != "box"

    @cached_property
    def is_in_the_way(self) -> bool:
        """Whether whoever stands or walks there cannot: solid, heavy, and near the floor."""
        if self.is_flat or self.is_overhead or self.is_thin or self.has("light") or self.low >= OVER_FLOOR_MM:
            return False
        return self.is_known or (min(self.item.size) >= BLOCK_MM and self.low < BLOCK_MM)

    @cached_property
    def zones(self) -> tuple[Zone, ...]:
        return _zones(self.item.kind, self.item.size) if self.is_known else ()

    def strip(self, x: float, y: float, width: float, depth: float) -> BaseGeometry:
        """A rectangle of its own frame, from its least corner, on plan."""
        return self.placed(shapely.box(x, y, x + width, y + depth))

    def placed(self, own: BaseGeometry) -> BaseGeometry:
        """A geometry of its own frame on plan."""
        return shapely.transform(own, self._to_plan)

    def own(self, placed: BaseGeometry) -> BaseGeometry:
        """A geometry of the plan in its own frame."""
        return shapely.transform(placed, self._to_own)

    def point(self, x: float, y: float) -> Vector:
        """A point of its own frame on plan."""
        c, s = self._turn
        x = -x if self.item.mirrored else x
        return self.item.at[0] + x * c - y * s, self.item.at[1] + x * s + y * c

    def way(self, x: float, y: float) -> Vector:
        """A direction of its own frame on plan."""
        c, s = self._turn
        x = -x if self.item.mirrored else x
        return x * c - y * s, x * s + y * c

    @cached_property
    def _turn(self) -> Vector:
        turn = radians(self.item.turn_mdeg / 1000)
        return cos(turn), sin(turn)

    def _to_plan(self, points: Any) -> Any:
        c, s = self._turn
        x, y = (-points[:, 0] if self.item.mirrored else points[:, 0]), points[:, 1]
        return np.column_stack((self.item.at[0] + x * c - y * s, self.item.at[1] + x * s + y * c))

    def _to_own(self, points: Any) -> Any:
        c, s = self._turn
        x, y = points[:, 0] - self.item.at[0], points[:, 1] - self.item.at[1]
        along = x * c + y * s
        return np.column_stack((-along if self.item.mirrored else along, y * c - x * s))


@lru_cache(maxsize=1024)
def _zones(kind: str, size: Size) -> tuple[Zone, ...]:
    return zones_of(KINDS[kind], size)


@lru_cache(maxsize=1024)
def footprint_of(kind: str, size: Size) -> BaseGeometry:
    """The outline in the thing's own frame: an ellipse, an angle of two legs, else a rectangle."""
    half_width, half_depth = size[0] / 2, size[1] / 2
    if has_role(kind, "round"):
        steps = [2 * pi * place / ROUND_CORNERS for place in range(ROUND_CORNERS)]
        return shapely.Polygon([(half_width * cos(step), half_depth * sin(step)) for step in steps])
    if has_role(kind, "cornered"):
        return shapely.Polygon(_angle(half_width, half_depth, _leg_mm(kind, size)))
    return shapely.box(-half_width, -half_depth, half_width, half_depth)


def _leg_mm(kind: str, size: Size) -> float:
    return float(KINDS[kind].scope(KINDS[kind].nearest(size))["deep"])


def _angle(half_width: float, half_depth: float, leg: float) -> Sequence[Vector]:
    """Along the back and down the left side, the hollow at the right front."""
    inner_x, inner_y = min(leg - half_width, half_width), min(leg - half_depth, half_depth)
    return (
        (-half_width, -half_depth),
        (half_width, -half_depth),
        (half_width, inner_y),
        (inner_x, inner_y),
        (inner_x, half_depth),
        (-half_width, half_depth),
    )
