"""Rooms as their owner drew them, set against the rooms that the walls enclose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely

from rooms.entities import Point
from rooms.exchange.gathering import Gathering
from rooms.exchange.tangle import check_tangle
from rooms.fault import Fault
from rooms.outline import find_rooms
from rooms.walls.polygon import whole

MOST_POINTS = 2000
MOST_POINTS_TANGLED = 24
"""An outline of so many corners at most is untangled: the crossings grow with the square of them."""
LEAST_AREA_MM2 = 100
FORGIVEN_PERCENT = 2


@dataclass(frozen=True)
class Region:
    """A room as drawn: a valid polygon in mm."""

    place: str
    shape: shapely.Polygon

    @property
    def middle(self) -> Point:
        """The whole-millimetre point deepest inside: the least likely to fall into a wall."""
        x, y = shapely.maximum_inscribed_circle(self.shape).coords[0]
        return whole(x), whole(y)


def region(place: str, corners: Sequence[Point]) -> Region:
    """The region between the corners, in mm; Fault `too_many`, `no_outline` or `tangled_outline`."""
    if len(corners) > MOST_POINTS:
        raise Fault(place, "too_many", most=MOST_POINTS)
    if len(set(corners)) < 3:
        raise Fault(place, "no_outline")
    shape = shapely.Polygon(corners)
    if not shape.is_valid and len(corners) > MOST_POINTS_TANGLED:
        raise Fault(place, "tangled_outline")
    largest = shape if shape.is_valid else _largest(shapely.make_valid(shape))
    if largest is None or largest.area < LEAST_AREA_MM2:
        raise Fault(place, "no_outline")
    return Region(place, largest)


def _largest(shape: shapely.Geometry) -> shapely.Polygon | None:
    parts = shapely.get_parts(shapely.get_parts(shape))
    return max((part for part in parts if isinstance(part, shapely.Polygon)), key=lambda part: part.area, default=None)


def compare(regions: Mapping[str, Region], gathering: Gathering, *, areas: bool = True) -> None:
    """Tell of labels (the keys) without a found room of their own, and of rooms whose labels have another area in all.

    `areas` is False where rooms are drawn along centre lines, so that their areas say nothing.
    """
    plan = gathering.plan
    check_tangle(plan)
    if not regions:
        return
    found = find_rooms(plan)
    drawn: dict[int, list[Region]] = {}
    for id_, one in regions.items():
        label = plan.rooms[id_]
        if (room := found.room_at(label.level, label.at)) is None:
            gathering.note(one.place, "not_enclosed")
        else:
            drawn.setdefault(room, []).append(one)
    for room, sharing in drawn.items():
        for one in sharing[1:]:
            gathering.note(one.place, "shares_a_room")
        if areas:
            _compare_area(found.rooms[room].area_mm2, sharing, gathering)


def _compare_area(enclosed_mm2: int, sharing: Sequence[Region], gathering: Gathering) -> None:
    drawn_mm2 = whole(sum(one.shape.area for one in sharing))
    if abs(drawn_mm2 - enclosed_mm2) * 100 > FORGIVEN_PERCENT * drawn_mm2:
        gathering.note(sharing[0].place, "area_differs", drawn_mm2=drawn_mm2, enclosed_mm2=enclosed_mm2)
