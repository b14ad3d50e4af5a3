"""The walls and rooms that a line just inside a building's side passes."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing.outer_edges import FAR_MM
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Point
from rooms.walls.vector import dot, moved

INTO_ROOM_MM = 150
PROBE_MM = 40
ON_FACE_MM = 1.0


def through_rooms(storey: Storey, outline: BaseGeometry, outwards: Point, along: Point) -> tuple[float, ...]:
    """Where (mm along) a line just inside the rooms that lie outermost passes faces; nothing when one is at a slant."""
    depths = [max(dot(point, outwards) for point in room.polygon) for room in storey.rooms]
    if not depths:
        return ()
    middle = outwards[0] * (max(depths) - INTO_ROOM_MM), outwards[1] * (max(depths) - INTO_ROOM_MM)
    line = shapely.LineString([moved(middle, along, -FAR_MM), moved(middle, along, FAR_MM)])
    passed = shapely.get_parts(shapely.intersection(line, outline.boundary))
    points = [(part.x, part.y) for part in passed if isinstance(part, shapely.Point)]
    if len(points) < len(passed) or not all(_is_square(point, outwards, outline) for point in points):
        return ()
    return tuple(sorted(dot(point, along) for point in points))


def _is_square(point: Point, outwards: Point, outline: BaseGeometry) -> bool:
    """Whether the wall's face at the point runs straight away from the side."""
    probes = (shapely.Point(moved(point, outwards, step)) for step in (-PROBE_MM, PROBE_MM))
    return all(shapely.distance(outline.boundary, probe) < ON_FACE_MM for probe in probes)
