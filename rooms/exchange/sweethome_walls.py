"""A home's walls: in mm, ends joined, arcs as sagittas, none without length and none twice."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from rooms.description import COLLECTIONS
from rooms.entities import Point
from rooms.exchange.corners import End, Line, join
from rooms.exchange.gathering import Gathering, in_place
from rooms.exchange.sweethome_levels import Storeys
from rooms.exchange.sweethome_xml import length, point, ratio, rgb
from rooms.fault import Fault

MOST = COLLECTIONS["walls"]["most"]
FIELDS: Mapping[str, Any] = COLLECTIONS["walls"]["fields"]
SIDES = {"left": "leftSideColor", "right": "rightSideColor"}


@dataclass(frozen=True)
class Drawn:
    """A wall as the home has it, in mm; `arc` in radians, positive when it bulges to the left of its way."""

    element: Element
    place: str
    level: str
    ends: tuple[Point, Point]
    thickness: int
    heights: tuple[int, int]
    arc: float


def read_walls(home: Element, storeys: Storeys, gathering: Gathering) -> Mapping[str, str]:
    """Gather the walls, and the colours of their sides; the ids of those whose tops slope, with their places."""
    drawn = list(_drawn(home, storeys, gathering))
    if len(drawn) > MOST:
        gathering.note("walls", "too_many", len(drawn) - MOST)
    known: set[object] = set()
    sloping: dict[str, str] = {}
    for wall in _joined([wall for wall in drawn[:MOST] if _has_length(wall, gathering)], gathering):
        if _has_length(wall, gathering) and not _known(wall, known, gathering):
            id_ = _gather(wall, storeys, gathering)
            if id_ and wall.heights[0] != wall.heights[1]:
                sloping[id_] = wall.place
    return sloping


def _drawn(home: Element, storeys: Storeys, gathering: Gathering) -> Iterator[Drawn]:
    for number, element in enumerate(home.findall("wall")):
        place = f"walls/{in_place(element.get('id', '')) or number + 1}"
        try:
            yield _read(element, place, storeys, gathering)
        except Fault as fault:
            gathering.note(place, fault.reason)


def _read(element: Element, place: str, storeys: Storeys, gathering: Gathering) -> Drawn:
    ends = point(element, "xStart", "yStart"), point(element, "xEnd", "yEnd")
    high = length(element, "height", storeys.wall_height / 10)
    heights = high, length(element, "heightAtEnd", high / 10)
    thickness, arc = length(element, "thickness"), ratio(element, "arcExtent", 0.0)
    level = storeys.of(element, gathering, place)
    return Drawn(element, place, level, ends, thickness, heights, arc)


def _has_length(wall: Drawn, gathering: Gathering) -> bool:
    if wall.ends[0] == wall.ends[1]:
        gathering.note(wall.place, "no_length")
        return False
    return True


def _joined(walls: Sequence[Drawn], gathering: Gathering) -> list[Drawn]:
    result = join([Line(wall.level, wall.ends, not wall.arc) for wall in walls], _links(walls))
    for number, _side in result.moved:
        gathering.note(walls[number].place, "ends_joined")
    for one, _other in result.too_far:
        gathering.note(walls[one[0]].place, "link_too_far")
    return [replace(wall, ends=line.ends) for wall, line in zip(walls, result.lines, strict=True)]


def _links(walls: Sequence[Drawn]) -> Iterator[tuple[End, End]]:
    """The ends that the home calls joined; a link told by both walls comes once."""
    numbers = {wall.element.get("id"): number for number, wall in enumerate(walls)}
    told: set[frozenset[End]] = set()
    for number, wall in enumerate(walls):
        for side, name in enumerate(("wallAtStart", "wallAtEnd")):
            other = numbers.get(wall.element.get(name)) if name in wall.element.attrib else None
            if other is None or other == number or walls[other].level != wall.level:
                continue
            link = (number, side), (other, _linked_end(wall, walls[other], side))
            if frozenset(link) not in told:
                told.add(frozenset(link))
                yield link


def _linked_end(wall: Drawn, other: Drawn, side: int) -> int:
    """The end of the other wall that names this one; of two or none the nearer."""
    named = [end for end, name in enumerate(("wallAtStart", "wallAtEnd")) if _names(other, name, wall)]
    if len(named) == 1:
        return named[0]
    return min((0, 1), key=lambda end: math.dist(wall.ends[side], other.ends[end]))


def _names(wall: Drawn, attribute: str, other: Drawn) -> bool:
    return wall.element.get(attribute) == other.element.get("id")


def _known(wall: Drawn, known: set[object], gathering: Gathering) -> bool:
    """Whether the same wall is there already, drawn from either end."""
    there = wall.level, *wall.ends, wall.thickness, wall.heights, wall.arc
    back = wall.level, *wall.ends[::-1], wall.thickness, wall.heights[::-1], -wall.arc
    if there in known:
        gathering.note(wall.place, "duplicate")
        return True
    known.update((there, back))
    return False


def _gather(wall: Drawn, storeys: Storeys, gathering: Gathering) -> str | None:
    thickness, height, height_b = _sizes(wall, gathering)
    follows_level = height == height_b == storeys.heights[wall.level]
    values = {
        "level": wall.level,
        "a": list(wall.ends[0]),
        "b": list(wall.ends[1]),
        "thickness": thickness,
        "height": None if follows_level else height,
        "height_b": height_b if height_b != height else None,
        "bulge": _bulge(wall, gathering),
    }
    id_ = gathering.add("walls", wall.place, values)
    for side, attribute in SIDES.items():
        if id_ and (colour := rgb(wall.element.get(attribute))):
            gathering.colour({"wall": id_, "side": side}, colour)
    return id_


def _sizes(wall: Drawn, gathering: Gathering) -> list[int]:
    given = {"thickness": wall.thickness, "height": wall.heights[0], "height_b": wall.heights[1]}
    return [
        gathering.size(wall.place, value, FIELDS[name]["from"], FIELDS[name]["to"]) for name, value in given.items()
    ]


def _bulge(wall: Drawn, gathering: Gathering) -> int:
    """The sagitta, positive to the right: half the chord times the tangent of a quarter of the arc's angle."""
    if not wall.arc:
        return 0
    sagitta = math.dist(*wall.ends) / 2 * math.tan(wall.arc / 4) if abs(wall.arc) < math.tau else math.inf
    if abs(sagitta) > FIELDS["bulge"]["to"]:
        gathering.note(wall.place, "arc_too_deep")
        return 0
    return -math.floor(sagitta + 0.5)
