"""Floorplanner projects (FML version 3, JSON): floors of designs, in centimetres, x right and y down the page.

The format's public description and its public readers tell walls, openings, areas and items; of a design's pieces only
numbers of the maker's catalogue, which is not public: they come as blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rooms.description import COLLECTIONS
from rooms.exchange.floorplanner_walls import read_openings, read_walls
from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.json_text import length, looks_like_object, read_object, real
from rooms.exchange.naming import BOX, room_use
from rooms.exchange.regions import Region, compare, region
from rooms.exchange.report import Format, Imported
from rooms.fault import Fault
from rooms.fields import MOST_SIZE_MM
from rooms.walls.polygon import whole

CM = 10.0
USUAL_HEIGHT_MM = 2600
LEAST_STOREY_MM = 500
"""Less between two floors is not told in centimetres, or not at all."""
LEVEL: Mapping[str, Any] = COLLECTIONS["levels"]["fields"]
ELEVATION: Mapping[str, Any] = COLLECTIONS["items"]["fields"]["elevation"]
LEFT = ("surfaces", "labels", "lines", "dimensions", "objects", "roofs", "cameras")


def claims(data: bytes) -> bool:
    """An object of floors with designs, or one design with walls that have heights at both ends."""
    if not looks_like_object(data) or not (b'"designs"' in data or b'"az"' in data):
        return False
    try:
        whole_file = read_object(data)
    except Fault:
        return False
    return any(True for _floor in _floors(whole_file))


def read(name: str, data: bytes) -> Imported:
    """The project's floors as levels, each in its first design; Fault as `read_object`."""
    project = read_object(data)
    gathering = Gathering(FORMAT.name, data)
    called = str(project.get("name") or name.rpartition(".")[0] or name)
    gathering.head(name=gathering.text("name", called, most_letters("plan", "name")))
    elevation = 0
    regions: dict[str, Region] = {}
    for number, (floor, design) in enumerate(sorted(_floors(project), key=lambda one: _storey(one[0]))):
        place = f"levels/{in_place(str(floor.get('name') or '')) or number + 1}"
        level, height = _level(place, floor, design, elevation, gathering)
        if level is None:
            break
        elevation += height
        read_openings(read_walls(design, level, gathering), level, gathering)
        _read_items(design, level, gathering)
        regions |= _read_areas(design, level, gathering)
        _note_the_rest(floor, design, gathering)
    compare(regions, gathering, areas=False)
    return gathering.imported()


def _floors(project: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The floors with the design of each; a file of one design is a floor by itself."""
    floors = project.get("floors")
    for floor in floors if isinstance(floors, list) else ({"designs": [project]},):
        designs = floor.get("designs") if isinstance(floor, dict) else None
        held = [one for one in designs if isinstance(one, dict)] if isinstance(designs, list) else []
        if held and isinstance(held[0].get("walls"), list):
            yield floor, held[0]


def _storey(floor: Mapping[str, Any]) -> float:
    try:
        return real(floor, "level", missing=0.0)
    except Fault:
        return 0.0


def _level(
    place: str, floor: Mapping[str, Any], design: Mapping[str, Any], elevation: int, gathering: Gathering
) -> tuple[str | None, int]:
    """The new level and how far the next floor lies above it: as told, else as high as the highest wall."""
    tops = [_length(wall, end, "h") for wall in design["walls"] for end in ("az", "bz")]
    high = max((top for top in tops if top >= LEAST_STOREY_MM), default=USUAL_HEIGHT_MM)
    rise = _length(floor, "height")
    sizes = {
        field: gathering.size(place, size, LEVEL[field]["from"], LEVEL[field]["to"])
        for field, size in (("elevation", elevation), ("height", high))
    }
    name = gathering.text(place, str(floor.get("name") or ""), most_letters("levels", "name"))
    return gathering.add("levels", place, {"name": name} | sizes), max(rise, sizes["height"])


def _length(holder: Any, *path: str) -> int:
    """In mm; 0 where it is not told."""
    try:
        return length(holder, *path, unit_mm=CM, missing_mm=0)
    except Fault:
        return 0


def _read_items(design: Mapping[str, Any], level: str, gathering: Gathering) -> None:
    items = design.get("items")
    for number, item in enumerate(items if isinstance(items, list) else ()):
        name = str(item.get("name") or "") if isinstance(item, dict) else ""
        place = f"pieces/{in_place(name) or number + 1}"
        try:
            sizes = [length(item, side, unit_mm=CM) for side in ("width", "height", "z_height")]
            at = [length(item, axis, unit_mm=CM) for axis in "xy"]
            values = {
                "level": level,
                "kind": BOX,
                "at": at,
                "turn_mdeg": whole(real(item, "rotation", missing=0.0) * 1000) % 360_000,
                "size": [gathering.size(place, size, 1, MOST_SIZE_MM) for size in sizes],
                "elevation": gathering.size(place, _length(item, "z"), ELEVATION["from"], ELEVATION["to"]),
                "name": gathering.text(place, name, most_letters("items", "name")),
            }
        except Fault as fault:
            gathering.note(place, fault.reason)
            continue
        gathering.note(place, "box_instead")
        gathering.add("items", place, values)


def _read_areas(design: Mapping[str, Any], level: str, gathering: Gathering) -> dict[str, Region]:
    """A label for each area; what the walls enclose there is told with the others."""
    found: dict[str, Region] = {}
    areas = design.get("areas")
    for number, area in enumerate(areas if isinstance(areas, list) else ()):
        named = area if isinstance(area, dict) else {}
        name = str(named.get("customName") or named.get("name") or "")
        place = f"rooms/{in_place(name) or number + 1}"
        corners = named.get("poly")
        try:
            ring = [(length(one, "x", unit_mm=CM), length(one, "y", unit_mm=CM)) for one in corners or ()]
            drawn = region(place, ring)
        except (Fault, TypeError) as fault:
            gathering.note(place, fault.reason if isinstance(fault, Fault) else "no_outline")
            continue
        label = {"name": gathering.text(place, name, most_letters("rooms", "name")), "use": room_use(name)}
        if id_ := gathering.add("rooms", place, {"level": level, "at": list(drawn.middle)} | label):
            found[id_] = drawn
    return found


def _note_the_rest(floor: Mapping[str, Any], design: Mapping[str, Any], gathering: Gathering) -> None:
    if len(floor["designs"]) > 1:
        gathering.note("designs", "not_imported", len(floor["designs"]) - 1)
    for key in LEFT:
        if isinstance(held := design.get(key), list) and held:
            gathering.note(key, "not_imported", len(held))


FORMAT = Format("floorplanner", claims, read)
