"""A building model's spaces as labels of the found rooms, and its columns."""

from __future__ import annotations

from collections.abc import Mapping
from math import atan2, dist, pi
from typing import Any

import numpy as np
import shapely

from rooms.description import COLLECTIONS
from rooms.exchange.gathering import Gathering, in_place, most_letters
from rooms.exchange.ifc.building import Building, Storey, in_range, storey_of
from rooms.exchange.ifc.frames import moved
from rooms.exchange.naming import room_use
from rooms.exchange.regions import Region, compare, region
from rooms.fault import Fault
from rooms.walls.polygon import whole

USES = COLLECTIONS["rooms"]["fields"]["use"]["of"]
BLOCK: Mapping[str, Any] = COLLECTIONS["solids"]["fields"]
COLUMNS = ("IFCCOLUMN", "IFCCOLUMNSTANDARDCASE")
ROUND = (0.75, 0.82)
"""What share of the square about it a circle fills: π / 4, less what its facets leave."""


def read_spaces(building: Building, storeys: Mapping[int, Storey], gathering: Gathering) -> None:
    """Gather a label for every space; what the walls do not enclose as drawn is noted."""
    file = building.file
    regions: dict[str, Region] = {}
    for number, space in enumerate(file.all("IFCSPACE")):
        name = file.text(space, 7).strip() or _unless_number(building.name(space))
        place = f"rooms/{in_place(name) or number + 1}"
        shape = _shape(building, space)
        if not isinstance(shape, shapely.Polygon) or not in_range(*shape.bounds):
            gathering.note(place, "no_outline")
            continue
        try:
            drawn = region(place, [(whole(x), whole(y)) for x, y in shape.exterior.coords[:-1]])
        except Fault as fault:
            gathering.note(place, fault.reason)
            continue
        low = float(building.frame(space)[2, 3]) * building.unit_mm
        use = file.text(space, 4)
        values = {
            "level": storey_of(building, storeys, space, low).level,
            "at": list(Region(place, _largest(shape)).middle),
            "name": gathering.text(place, name, most_letters("rooms", "name")),
            "use": use if use in USES else room_use(name),
        }
        if id_ := gathering.add("rooms", place, values):
            regions[id_] = drawn
    compare(regions, gathering)


def _unless_number(name: str) -> str:
    return "" if name.isdigit() else name


def _shape(building: Building, space: int) -> shapely.Geometry:
    """The ground that a space stands on, on the page."""
    frame, parts = building.frame(space), []
    for part in building.bodies.footprints(space):
        cloud = np.array([(x, y, 0.0) for x, y, *_ in part.exterior.coords])
        page = building.to_page(moved(frame, cloud))
        if len(page) > 3:
            parts.append(shapely.Polygon(page[:, :2]).buffer(SEAM_MM, join_style="mitre"))
    return _largest(shapely.union_all(parts).buffer(-SEAM_MM, join_style="mitre"))


SEAM_MM = 0.5


def _largest(shape: shapely.Geometry) -> shapely.Polygon:
    return max(shapely.get_parts(shape), key=lambda part: part.area, default=shapely.Polygon())


def read_columns(building: Building, storeys: Mapping[int, Storey], gathering: Gathering) -> None:
    """Gather the columns as boxes or cylinders; those in walls are walls already."""
    for number, column in enumerate(building.file.all(*COLUMNS)):
        place = f"solids/{in_place(building.name(column)) or number + 1}"
        cloud = building.page(column)
        hull = shapely.MultiPoint(cloud[:, :2]).convex_hull if len(cloud) > 2 else shapely.Point()
        box = hull.minimum_rotated_rectangle if isinstance(hull, shapely.Polygon) else hull
        if not isinstance(box, shapely.Polygon) or not in_range(*box.bounds):
            gathering.note(place, "no_body")
            continue
        storey = storey_of(building, storeys, column, float(cloud[:, 2].min()))
        p, q, r = box.exterior.coords[:3]
        wide, deep = dist(p, q), dist(q, r)
        is_round = ROUND[0] < hull.area / (wide * deep) < ROUND[1] and abs(wide - deep) < wide / 20
        values = {
            "level": storey.level,
            "kind": "column",
            "at": [whole(box.centroid.x), whole(box.centroid.y)],
            "size": [max(whole(wide), 1), max(whole(deep), 1)],
            "turn_mdeg": 0 if is_round else whole(atan2(q[1] - p[1], q[0] - p[0]) * 180_000 / pi) % 360_000,
            "round": is_round,
            "z_to": gathering.size(
                place, whole(float(cloud[:, 2].max()) - storey.floor), BLOCK["z_to"]["from"], BLOCK["z_to"]["to"]
            ),
        }
        gathering.add("solids", place, values)
