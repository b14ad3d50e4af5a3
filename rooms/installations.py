"""The points of electricity, water, drains and gas: at which wall each is, how high, how far from a corner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import shapely

from rooms.entities import Item
from rooms.outline import Found, Room
from rooms.plan import Plan
from rooms.walls.vector import Vector, dot, length, minus

TRADES: Mapping[str, tuple[str, ...]] = {
    "electrical": (
        "fuse_box",
        "socket",
        "double_socket",
        "cooker_socket",
        "switch",
        "double_switch",
        "light_point",
        "downlight",
        "data_socket",
        "intercom",
        "thermostat",
        "smoke_detector",
    ),
    "plumbing": (
        "water_meter",
        "water_point",
        "drain_point",
        "floor_drain",
        "linear_drain",
        "riser_pipe",
        "manifold",
        "gas_meter",
        "gas_point",
        "vent_grille",
    ),
}
"""Kinds by the trade that sets them, in the order in which a legend tells of them."""
AT_WALL_MM = 250
"""What lies nearer to a wall is measured along it, the rest from two walls."""


@dataclass(frozen=True)
class Side:
    """A straight side of a room from corner to corner; `inward` points into the room."""

    start: Vector
    stop: Vector

    @property
    def length_mm(self) -> float:
        return length(minus(self.stop, self.start))

    @property
    def along(self) -> Vector:
        x, y = minus(self.stop, self.start)
        return x / self.length_mm, y / self.length_mm

    @property
    def inward(self) -> Vector:
        x, y = self.along
        return -y, x

    def stop_of(self, point: Vector) -> float:
        return dot(minus(point, self.start), self.along)

    def away(self, point: Vector) -> float:
        return dot(minus(point, self.start), self.inward)


@dataclass(frozen=True)
class Placed:
    """A point; `side` is the room's side that it is on, None for one on the floor or the ceiling, or in no room."""

    item: Item
    room: int | None
    side: Side | None

    @property
    def height_mm(self) -> float:
        """Of a wall's point its middle, of another its underside."""
        return self.item.elevation + (self.item.size[2] / 2 if self.side else 0)

    @property
    def corner_mm(self) -> float | None:
        """Along the wall from the nearer corner of the room."""
        if self.side is None:
            return None
        stop = self.side.stop_of(self.item.at)
        return min(stop, self.side.length_mm - stop)


def points_of(plan: Plan, found: Found, trade: str, level: str | None = None) -> tuple[Placed, ...]:
    """The trade's points of a level, or of all, by kind and then as the plan has them."""
    kinds = TRADES[trade]
    items = [item for item in plan.items.values() if item.kind in kinds and level in (None, item.level)]
    return tuple(_placed(item, found) for item in sorted(items, key=lambda item: kinds.index(item.kind)))


def sides_of(room: Room) -> Iterator[Side]:
    """From corner to corner, whichever walls make them; also about what stands free in the room."""
    for ring, is_hole in ((room.polygon, False), *((hole, True) for hole in room.holes)):
        shape = shapely.simplify(shapely.LinearRing(ring), 1.0)
        corners = [(x, y) for x, y in shape.coords]
        walked = corners if shape.is_ccw != is_hole else corners[::-1]
        yield from (Side(a, b) for a, b in pairwise(walked) if a != b)


def _placed(item: Item, found: Found) -> Placed:
    room = found.room_at(item.level, item.at)
    if room is None:
        return Placed(item, None, None)
    near = [
        (abs(side.away(item.at)), -side.length_mm, place, side)
        for place, side in enumerate(sides_of(found.rooms[room]))
        if 0 <= side.stop_of(item.at) <= side.length_mm and abs(side.away(item.at)) <= AT_WALL_MM
    ]
    is_on_wall = item.kind not in ("light_point", "downlight", "floor_drain", "linear_drain", "smoke_detector")
    return Placed(item, room, min(near)[-1] if near and is_on_wall else None)
