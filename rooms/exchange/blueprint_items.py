"""Items of a blueprint3d plan: openings where the file says that they stand in a wall, furniture otherwise."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rooms.description import COLLECTIONS
from rooms.entities import Point
from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.holes import Hole, Leaf, Walls, gather_opening
from rooms.exchange.json_text import length, real
from rooms.exchange.naming import BOX, item_kind, opening_kind
from rooms.fault import Fault
from rooms.fields import MOST_SIZE_MM
from rooms.walls.polygon import whole

IN_WALL = frozenset((3, 7))
ON_FLOOR = frozenset((1, 7))
ELEVATION: Mapping[str, Any] = COLLECTIONS["items"]["fields"]["elevation"]


@dataclass(frozen=True)
class Thing:
    """An item in the plan's frame, in mm."""

    name: str
    catalog_id: str
    in_wall: bool
    at: Point
    turn_mdeg: int
    size: tuple[int, int, int]
    elevation: int

    @property
    def place(self) -> str:
        return f"{'openings' if self.in_wall else 'pieces'}/{in_place(self.name) or 'unnamed'}"


def read_items(given: Any, level: str, gathering: Gathering) -> None:
    """Gather the items; what has no size (plans before version 2) or no place is noted."""
    walls = Walls(gathering.plan.walls)
    for number, item in enumerate(given if isinstance(given, list) else ()):
        try:
            thing = _thing(item)
        except Fault as fault:
            gathering.note(f"items/{number + 1}", fault.reason)
            continue
        if thing.in_wall:
            kind, guessed = opening_kind(thing)
            if guessed:
                gathering.note(thing.place, "kind_guessed")
            gather_opening(thing.place, kind, _hole(thing), Leaf(), level, walls=walls, gathering=gathering)
        else:
            _gather_item(thing, level, gathering)


def _thing(item: Any) -> Thing:
    width, height, depth = (length(item, "size", axis, unit_mm=10.0) for axis in range(3))
    x, middle, y = (length(item, "position", axis, unit_mm=10.0) for axis in range(3))
    degrees = math.degrees(math.remainder(-real(item, "rotation", 1, missing=0.0), math.tau))
    return Thing(
        name=str(item.get("itemName", "")),
        catalog_id=str(item.get("modelURL", "")).rpartition("/")[2].partition(".")[0],
        in_wall=item.get("itemType") in IN_WALL,
        at=(x, y),
        turn_mdeg=whole(degrees * 1000) % 360_000,
        size=(width, depth, height),
        elevation=0 if item.get("itemType") in ON_FLOOR else middle - height // 2,
    )


def _hole(thing: Thing) -> Hole:
    radians = math.radians(thing.turn_mdeg / 1000)
    return Hole(
        middle=(float(thing.at[0]), float(thing.at[1])),
        along=(math.cos(radians), math.sin(radians)),
        outwards=(-math.sin(radians), math.cos(radians)),
        width=max(thing.size[0], 1),
        depth=thing.size[1],
        sill=thing.elevation,
        height=thing.size[2],
    )


def _gather_item(thing: Thing, level: str, gathering: Gathering) -> None:
    place = thing.place
    kind = item_kind(thing)
    if kind == BOX:
        gathering.note(place, "box_instead")
    values = {
        "level": level,
        "kind": kind,
        "at": list(thing.at),
        "turn_mdeg": thing.turn_mdeg,
        "size": [gathering.size(place, measure, 1, MOST_SIZE_MM) for measure in thing.size],
        "elevation": gathering.size(place, thing.elevation, ELEVATION["from"], ELEVATION["to"]),
        "name": gathering.text(place, thing.name, most_letters("items", "name")),
    }
    gathering.add("items", place, values)
