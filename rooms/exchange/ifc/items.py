"""Furniture, sanitary ware, appliances and lights of a building model: as large as their bodies, where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import atan2, cos, pi, sin
from typing import Any

import numpy as np

from rooms.description import COLLECTIONS
from rooms.entities import Point
from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.ifc.building import Building, Storey, in_range, storey_of
from rooms.exchange.ifc.frames import Doubles
from rooms.exchange.ifc.text import Typed
from rooms.exchange.naming import BOX, item_kind
from rooms.fields import MOST_SIZE_MM
from rooms.kinds import KINDS
from rooms.walls.polygon import whole

THINGS = tuple(
    f"IFC{name}"
    for name in (
        *("FURNITURE", "FURNISHINGELEMENT", "SYSTEMFURNITUREELEMENT", "SANITARYTERMINAL", "FLOWTERMINAL"),
        *("ELECTRICAPPLIANCE", "AUDIOVISUALAPPLIANCE", "LIGHTFIXTURE", "SPACEHEATER", "OUTLET", "SWITCHINGDEVICE"),
        *("WASTETERMINAL", "SENSOR", "STAIR", "RAILING", "BUILDINGELEMENTPROXY"),
    )
)
OWN_SET, OWN = "Zacznij_Thing", ("Width", "Depth", "Height", "Mirrored")
ELEVATION: Mapping[str, Any] = COLLECTIONS["items"]["fields"]["elevation"]


@dataclass(frozen=True)
class Thing:
    """What the file calls it, and the box about it: mm, thousandths of a degree."""

    name: str
    catalog_id: str
    at: Point
    turn_mdeg: int
    size: tuple[int, int, int]
    elevation: int
    mirrored: bool = False


@dataclass(frozen=True)
class Own:
    """What our own files tell of a thing: its taps and handles reach out of its size."""

    size: tuple[int, int, int]
    mirrored: bool


def read_items(building: Building, storeys: Mapping[int, Storey], gathering: Gathering) -> None:
    """Gather the things that have a body."""
    file, owns = building.file, dict(_own_sizes(building))
    for number, thing in enumerate(file.all(*THINGS)):
        called = building.name(thing) or file.text(thing, 4)
        place = f"pieces/{in_place(called) or number + 1}"
        page = building.page(thing)
        if not len(page) or not in_range(*page[:, :2].ravel().tolist()):
            gathering.note(place, "no_body")
            continue
        storey = storey_of(building, storeys, thing, float(page[:, 2].min()))
        turn = float(atan2(-building.frame(thing)[1, 0], building.frame(thing)[0, 0]))
        box = _box(building.name(thing), file.text(thing, 4), page - (0.0, 0.0, storey.floor), turn)
        if own := owns.get(thing):
            x, y, z = building.to_page(building.frame(thing)[None, :3, 3])[0].tolist()
            box = replace(
                box, at=(whole(x), whole(y)), size=own.size, elevation=whole(z - storey.floor), mirrored=own.mirrored
            )
        _gather(place, box, storey, gathering)


def _own_sizes(building: Building) -> Iterator[tuple[int, Own]]:
    """What our own files tell of things; their frames stand in the middle of what they stand on."""
    file = building.file
    for relation in file.all("IFCRELDEFINESBYPROPERTIES"):
        told = file.ref(relation, 5)
        held = file.refs(told, 4)
        if file.text(told, 2) == OWN_SET and len(held) == len(OWN):
            width, depth, height = (whole((file.real(one, 2) or 0.0) * building.unit_mm) for one in held[:3])
            own = Own((width, depth, height), file.value(held[3], 2) == Typed("IFCBOOLEAN", "T"))
            yield from ((thing, own) for thing in file.refs(relation, 4))


def _box(name: str, kind: str, page: Doubles, turn: float) -> Thing:
    """The box about the body, as it stands turned by so many radians clockwise."""
    along, down = (cos(turn), sin(turn)), (-sin(turn), cos(turn))
    spread = [page[:, :2] @ np.array(way) for way in (along, down)]
    (left, right), (back, front) = ((float(one.min()), float(one.max())) for one in spread)
    x, y = (left + right) / 2, (back + front) / 2
    low, high = float(page[:, 2].min()), float(page[:, 2].max())
    return Thing(
        name or kind,
        kind,
        (whole(along[0] * x + down[0] * y), whole(along[1] * x + down[1] * y)),
        whole(turn * 180_000 / pi) % 360_000,
        (whole(right - left), whole(front - back), whole(high - low)),
        whole(low),
    )


def _gather(place: str, thing: Thing, storey: Storey, gathering: Gathering) -> None:
    kind = thing.catalog_id if thing.catalog_id in KINDS else item_kind(thing)
    if kind == BOX:
        gathering.note(place, "box_instead")
    name = "" if kind == thing.catalog_id and thing.name in _own_names(kind) else thing.name
    values = {
        "level": storey.level,
        "kind": kind,
        "at": list(thing.at),
        "turn_mdeg": thing.turn_mdeg,
        "mirrored": thing.mirrored,
        "size": [gathering.size(place, measure, 1, MOST_SIZE_MM) for measure in thing.size],
        "elevation": gathering.size(place, thing.elevation, ELEVATION["from"], ELEVATION["to"]),
        "name": gathering.text(place, name, most_letters("items", "name")),
    }
    gathering.add("items", place, values)


def _own_names(kind: str) -> set[str]:
    """What we call a kind ourselves, and would call it again."""
    return {names.one for names in KINDS[kind].names.values()}
