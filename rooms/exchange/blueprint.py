"""Plans of the blueprint3d family (JSON): corners and walls in the file's unit, items in centimetres.

x goes right and y down the page; an item's position is x, height of its middle, y. Angles run against the clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import dist, floor
from typing import Any

from rooms.description import COLLECTIONS
from rooms.entities import Point
from rooms.exchange.blueprint_items import read_items
from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.json_text import length, looks_like_object, read_object
from rooms.exchange.naming import room_use
from rooms.exchange.regions import Region, compare, region
from rooms.exchange.report import Format, Imported
from rooms.fault import Fault

HEADS = ("floorplan", "floorplanner")
UNITS_MM = {"mm": 1.0, "cm": 10.0, "m": 1000.0, "in": 25.4, "ft": 304.8}
USUAL_UNIT = "cm"
USUAL_HEIGHT_MM = 2500
USUAL_THICKNESS_MM = 100
ARC_SHARE = 0.75
"""A cubic curve's middle lies three quarters of the way to its two control points."""
FIELDS: Mapping[str, Any] = COLLECTIONS["walls"]["fields"]
TEXTURES = ("frontTexture", "backTexture")
IMPORTED = frozenset(("corners", "walls", "rooms", "units", "version"))


@dataclass(frozen=True)
class Corner:
    at: Point
    height: int


def claims(data: bytes) -> bool:
    """An object whose floor plan has corners and walls."""
    if not looks_like_object(data) or b'"corners"' not in data:
        return False
    try:
        floorplan = _floorplan(read_object(data))
    except Fault:
        return False
    return isinstance(floorplan.get("corners"), dict) and isinstance(floorplan.get("walls"), list)


def read(name: str, data: bytes) -> Imported:
    """The floor plan and its items on one level; Fault as `read_object`."""
    whole = read_object(data)
    floorplan = _floorplan(whole)
    gathering = Gathering(FORMAT.name, data)
    gathering.head(name=gathering.text("name", name.rpartition(".")[0] or name, most_letters("plan", "name")))
    unit_mm = UNITS_MM.get(str(floorplan.get("units")), UNITS_MM[USUAL_UNIT])
    corners = _corners(floorplan["corners"], unit_mm, gathering)
    level = _level(corners, gathering)
    for number, wall in enumerate(floorplan["walls"]):
        _gather_wall(f"walls/{number + 1}", wall, corners, level, unit_mm, gathering)
    read_items(whole.get("items"), level, gathering)
    _read_rooms(floorplan.get("rooms"), corners, level, gathering)
    _note_the_rest(floorplan, gathering)
    return gathering.imported()


def _floorplan(whole: Mapping[str, Any]) -> Mapping[str, Any]:
    return next((whole[head] for head in HEADS if isinstance(whole.get(head), dict)), {})


def _corners(given: Mapping[str, Any], unit_mm: float, gathering: Gathering) -> dict[str, Corner]:
    corners = {}
    for id_, corner in given.items():
        try:
            at = length(corner, "x", unit_mm=unit_mm), length(corner, "y", unit_mm=unit_mm)
            height = length(corner, "elevation", unit_mm=unit_mm, missing_mm=USUAL_HEIGHT_MM)
            corners[id_] = Corner(at, height)
        except Fault as fault:
            gathering.note(f"corners/{in_place(id_)}", fault.reason)
    return corners


def _level(corners: Mapping[str, Corner], gathering: Gathering) -> str:
    rule = COLLECTIONS["levels"]["fields"]["height"]
    highest = max((corner.height for corner in corners.values()), default=USUAL_HEIGHT_MM)
    height = gathering.size("corners", highest, rule["from"], rule["to"])
    return str(gathering.add("levels", "level", {"name": "", "elevation": 0, "height": height}))


def _gather_wall(
    place: str, wall: Any, corners: Mapping[str, Corner], level: str, unit_mm: float, gathering: Gathering
) -> None:
    try:
        a, b = (corners[str(wall[name])] for name in ("corner1", "corner2"))
        thickness = length(wall, "thickness", unit_mm=unit_mm, missing_mm=USUAL_THICKNESS_MM)
        bulge = _bulge(wall, a.at, b.at) if wall.get("wallType") == "CURVED" else 0
    except (KeyError, TypeError):
        gathering.note(place, "not_understood")
        return
    except Fault as fault:
        gathering.note(place, fault.reason)
        return
    if a.at == b.at:
        gathering.note(place, "no_length")
        return
    if bulge:
        gathering.note(place, "arc_of_a_curve")
    values = {
        "level": level,
        "a": list(a.at),
        "b": list(b.at),
        "thickness": gathering.size(place, thickness, FIELDS["thickness"]["from"], FIELDS["thickness"]["to"]),
        "height": gathering.size(place, a.height, FIELDS["height"]["from"], FIELDS["height"]["to"]),
        "height_b": gathering.size(place, b.height, FIELDS["height"]["from"], FIELDS["height"]["to"]),
        "bulge": gathering.size(place, bulge, FIELDS["bulge"]["from"], FIELDS["bulge"]["to"]),
    }
    gathering.add("walls", place, values)


def _bulge(wall: Mapping[str, Any], a: Point, b: Point) -> int:
    """The sagitta of the arc through the middle of the curve; its control points are in centimetres."""
    controls = [(length(wall, name, "x", unit_mm=10.0), length(wall, name, "y", unit_mm=10.0)) for name in "ab"]
    chord = dist(a, b) or 1.0
    rights = [((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / chord for x, y in controls]
    return floor(sum(rights) / len(rights) * ARC_SHARE + 0.5)


def _read_rooms(given: Any, corners: Mapping[str, Corner], level: str, gathering: Gathering) -> None:
    regions: dict[str, Region] = {}
    for number, (ids, room) in enumerate(given.items() if isinstance(given, dict) else ()):
        name = str(room.get("name", "")) if isinstance(room, dict) else ""
        place = f"rooms/{in_place(name) or number + 1}"
        try:
            drawn = region(place, [corners[id_].at for id_ in ids.split(",") if id_ in corners])
        except Fault as fault:
            gathering.note(place, fault.reason)
            continue
        label = {"name": gathering.text(place, name, most_letters("rooms", "name")), "use": room_use(name)}
        if id_ := gathering.add("rooms", place, {"level": level, "at": list(drawn.middle)} | label):
            regions[id_] = drawn
    compare(regions, gathering, areas=False)


def _note_the_rest(floorplan: Mapping[str, Any], gathering: Gathering) -> None:
    for key in sorted(set(floorplan) - IMPORTED):
        gathering.note(in_place(key), "not_imported")
    textures = [
        wall[side] for wall in floorplan["walls"] if isinstance(wall, dict) for side in TEXTURES if side in wall
    ]
    if textures:
        gathering.note("walls/texture", "not_imported", len(textures))


FORMAT = Format("blueprint", claims, read)
