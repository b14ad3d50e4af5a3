"""The holes in a building model's walls, and what fills them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from rooms.description import COLLECTIONS
from rooms.exchange.gathering import Gathering, in_place
from rooms.exchange.holes import Hole, Leaf, Walls, gather_opening
from rooms.exchange.ifc.building import Building, Storey, storey_of
from rooms.exchange.ifc.frames import Doubles
from rooms.exchange.naming import opening_kind
from rooms.walls.polygon import whole
from rooms.walls.vector import Vector

KINDS = COLLECTIONS["openings"]["fields"]["kind"]["of"]
FILLINGS = {"IFCDOOR": "door", "IFCDOORSTANDARDCASE": "door", "IFCWINDOW": "window", "IFCWINDOWSTANDARDCASE": "window"}
SWINGS = {"DOUBLE": "double_door", "SLIDING": "sliding_door", "FOLDING": "folding_door"}
DOOR_TYPES = {"IFCDOORTYPE": 10, "IFCDOORSTYLE": 8}
OPERATION = 11


@dataclass(frozen=True)
class Called:
    """What is said of a door or window, for the words that tell its kind."""

    name: str
    catalog_id: str
    size: tuple[int, int, int]
    elevation: int


def read_openings(building: Building, storeys: Mapping[int, Storey], gathering: Gathering) -> None:
    """Gather every hole in the wall that holds it, with what fills it."""
    file, standing = building.file, Walls(gathering.plan.walls)
    filled = {file.ref(one, 4): file.ref(one, 5) for one in file.all("IFCRELFILLSELEMENT")}
    types = dict(_types(building))
    for number, relation in enumerate(file.all("IFCRELVOIDSELEMENT")):
        wall, hole = file.ref(relation, 4), file.ref(relation, 5)
        filling = filled.get(hole, 0)
        name = building.name(filling) or building.name(hole)
        place = f"openings/{in_place(name) or number + 1}"
        cloud = building.page(hole)
        if not file.type(wall).startswith("IFCWALL"):
            gathering.note(place, "not_imported")
        elif not len(cloud):
            gathering.note(place, "no_body")
        else:
            storey = storey_of(building, storeys, wall, float(cloud[:, 2].min()))
            frame = building.frame(filling or hole)
            cut = _hole(cloud, frame, storey.floor)
            kind = _kind(building, filling, hole, cut, types, place, gathering)
            leaf = Leaf(axis_left="LEFT" not in _operation(building, filling, types))
            gather_opening(place, kind, cut, leaf, storey.level, walls=standing, gathering=gathering)


def _hole(cloud: Doubles, frame: Doubles, floor: float) -> Hole:
    """The box of the hole along the filling's own directions, its front where the frame's y points."""
    along, front = _flat(frame[:, 0]), _flat(frame[:, 1])
    spread = [cloud[:, :2] @ np.array(way) for way in (along, front)]
    (low, high), (back, fore) = ((float(one.min()), float(one.max())) for one in spread)
    if fore - back > high - low:  # a hole deeper than wide: the file's frame lies along the wall's thickness
        along, front, low, high, back, fore = front, along, back, fore, low, high
    middle = ((low + high) / 2, (back + fore) / 2)
    bottom = float(cloud[:, 2].min()) - floor
    return Hole(
        middle=(along[0] * middle[0] + front[0] * middle[1], along[1] * middle[0] + front[1] * middle[1]),
        along=along,
        outwards=front,
        width=max(whole(high - low), 1),
        depth=whole(fore - back),
        sill=max(whole(bottom), 0),
        height=whole(float(cloud[:, 2].max()) - floor) - max(whole(bottom), 0),
    )


def _flat(way: Any) -> Vector:
    """A direction of the model as the page has it."""
    far = float(np.hypot(way[0], way[1])) or 1.0
    return float(way[0]) / far, -float(way[1]) / far


def _kind(
    building: Building,
    filling: int,
    hole: int,
    cut: Hole,
    types: Mapping[int, int],
    place: str,
    gathering: Gathering,
) -> str:
    file = building.file
    told = file.text(filling, 4) or file.text(hole, 4)
    if told in KINDS:
        return told
    if not filling:
        return "niche" if file.value(hole, 8) == "RECESS" else "passage"
    swing = _operation(building, filling, types)
    sort = next((kind for word, kind in SWINGS.items() if swing.startswith(word)), "")
    base = FILLINGS.get(file.type(filling), "")
    if base == "door":
        return sort or "door"
    called = Called(building.name(filling), told or base, (cut.width, cut.depth, cut.height), cut.sill)
    kind, guessed = opening_kind(called, leaves=2 if "DOUBLE" in str(file.value(filling, OPERATION)) else 1)
    if guessed and not base:
        gathering.note(place, "kind_guessed")
    return kind


def _operation(building: Building, door: int, types: Mapping[int, int]) -> str:
    """How a door is told to move, by itself or by its type."""
    told = building.file.value(door, OPERATION)
    if isinstance(told, str) and told not in ("NOTDEFINED", "USERDEFINED"):
        return told
    type_ = types.get(door, 0)
    return str(building.file.value(type_, DOOR_TYPES.get(building.file.type(type_), 10**6)) or "")


def _types(building: Building) -> Iterator[tuple[int, int]]:
    file = building.file
    for relation in file.all("IFCRELDEFINESBYTYPE"):
        yield from ((one, file.ref(relation, 5)) for one in file.refs(relation, 4))
