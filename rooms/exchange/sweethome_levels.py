"""A home's levels; a home without any stands on one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from rooms.description import COLLECTIONS
from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.sweethome_xml import flag, length
from rooms.fault import Fault

HEIGHT = COLLECTIONS["levels"]["fields"]["height"]
ELEVATION = COLLECTIONS["levels"]["fields"]["elevation"]
USUAL_WALL_HEIGHT_CM = 250.0


@dataclass(frozen=True)
class Storeys:
    """The plan's levels by the home's ids; what names no level stands on the first one."""

    ids: Mapping[str, str]
    first: str
    wall_height: int
    heights: Mapping[str, int]

    def of(self, element: Element, gathering: Gathering, place: str, inherited: str | None = None) -> str:
        """The level's id in the plan; a note tells when the home has no such level."""
        named = element.get("level")
        if named is None:
            return inherited or self.first
        if named not in self.ids:
            gathering.note(place, "level_unknown")
        return self.ids.get(named, self.first)


def read_levels(home: Element, gathering: Gathering) -> Storeys:
    """Every level of the home in its order, or one as high as the home's walls."""
    wall_height = _wall_height(home, gathering)
    ids: dict[str, str] = {}
    heights: dict[str, int] = {}
    for number, element in enumerate(home.findall("level")):
        place = f"levels/{in_place(element.get('name', '')) or number + 1}"
        values = _level(element, gathering, place)
        if values is not None and (id_ := gathering.add("levels", place, values)) is not None:
            ids.setdefault(element.get("id", ""), id_)
            heights[id_] = values["height"]
    if not heights:
        height = gathering.size("levels", wall_height, HEIGHT["from"], HEIGHT["to"])
        only = gathering.add("levels", "levels", {"name": "", "elevation": 0, "height": height})
        heights = {str(only): height}
    return Storeys(ids, next(iter(heights)), wall_height, heights)


def _level(element: Element, gathering: Gathering, place: str) -> dict[str, Any] | None:
    try:
        elevation, height = length(element, "elevation", 0.0), length(element, "height", USUAL_WALL_HEIGHT_CM)
    except Fault as fault:
        gathering.note(place, fault.reason)
        return None
    if not flag(element, "visible", missing=True) or not flag(element, "viewable", missing=True):
        gathering.note(place, "shown_again")
    if element.get("floorThickness") is not None:
        gathering.note("levels/floorThickness", "not_imported")
    return {
        "name": gathering.text(place, element.get("name", ""), most_letters("levels", "name")),
        "elevation": gathering.size(place, elevation, ELEVATION["from"], ELEVATION["to"]),
        "height": gathering.size(place, height, HEIGHT["from"], HEIGHT["to"]),
    }


def _wall_height(home: Element, gathering: Gathering) -> int:
    try:
        return length(home, "wallHeight", USUAL_WALL_HEIGHT_CM)
    except Fault as fault:
        gathering.note("home/wallHeight", fault.reason)
        return int(USUAL_WALL_HEIGHT_CM * 10)
