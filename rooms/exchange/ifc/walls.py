"""A building model's walls: along their axes, or along their bodies' longer side where they have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist
from typing import Any

import numpy as np
import shapely

from rooms.description import COLLECTIONS
from rooms.entities import Point
from rooms.exchange.corners import Line, join
from rooms.exchange.gathering import Gathering, in_place
from rooms.exchange.ifc.building import WALLS, Building, Storey, in_range, storey_of
from rooms.exchange.ifc.frames import Doubles, moved
from rooms.walls.niches import Slab
from rooms.walls.polygon import whole
from rooms.walls.vector import Vector, length, minus
from rooms.walls.vector import moved as shifted

FIELDS: Mapping[str, Any] = COLLECTIONS["walls"]["fields"]
STRAIGHT_MM = 2
"""A top that bends by less is straight, and a foot that is as little above the floor stands on it."""
FLOATING_MM = 600
"""A wall that begins higher above its floor is a lintel, a parapet or a gable, and no wall to walk round."""
LEAST_LONG_MM = 20
LONG_SIDE = 0.6
"""A side of a body counts as one of the wall's two when it is at least this share of its axis."""
NEAR_MM = 300.0
"""Corners so near to a wall's end tell how high it is there."""


@dataclass(frozen=True)
class Drawn:
    """A wall on the page, mm: its ends, the middle of its arc, how thick, how high at both ends, how thick at b."""

    place: str
    storey: Storey
    ends: tuple[Point, Point]
    bulge: int
    thickness: float
    heights: tuple[float, float]
    thickness_b: float | None = None


def read_walls(building: Building, storeys: Mapping[int, Storey], gathering: Gathering) -> None:
    """Gather the walls, ends that nearly touch joined."""
    drawn = list(_drawn(building, storeys, gathering))
    lines = join([Line(wall.storey.level, wall.ends, not wall.bulge) for wall in drawn], ())
    for number, _side in lines.moved:
        gathering.note(drawn[number].place, "ends_joined")
    for wall, line in zip(drawn, lines.lines, strict=True):
        a, b = line.ends
        if a == b:
            gathering.note(wall.place, "no_length")
            continue
        high, high_b = (_size(gathering, wall.place, "height", value) for value in wall.heights)
        values = {
            "level": wall.storey.level,
            "a": list(a),
            "b": list(b),
            "thickness": _size(gathering, wall.place, "thickness", wall.thickness),
            "height": None if _follows(wall, high, high_b) else high,
            "height_b": None if abs(high - high_b) <= STRAIGHT_MM else high_b,
            "bulge": _size(gathering, wall.place, "bulge", wall.bulge),
        }
        if wall.thickness_b is not None and abs(wall.thickness_b - wall.thickness) > STRAIGHT_MM:
            values["thickness_b"] = _size(gathering, wall.place, "thickness_b", wall.thickness_b)
        gathering.add("walls", wall.place, values)


def _follows(wall: Drawn, *heights: int) -> bool:
    """Whether the wall is as high as its level."""
    return all(abs(height - wall.storey.height) <= STRAIGHT_MM for height in heights)


def _size(gathering: Gathering, place: str, field: str, value: float) -> int:
    return gathering.size(place, whole(value), FIELDS[field]["from"], FIELDS[field]["to"])


def _drawn(building: Building, storeys: Mapping[int, Storey], gathering: Gathering) -> Iterator[Drawn]:
    for number, wall in enumerate(building.file.all(*WALLS)):
        place = f"walls/{in_place(building.name(wall)) or number + 1}"
        cloud = building.page(wall)
        if not len(cloud):
            gathering.note(place, "no_body")
            continue
        storey = storey_of(building, storeys, wall, float(cloud[:, 2].min()))
        if cloud[:, 2].min() - storey.floor > FLOATING_MM:
            gathering.note(place, "floating")
        elif found := _wall(building, wall, place, storey, cloud, gathering):
            yield found


def _wall(
    building: Building, wall: int, place: str, storey: Storey, cloud: Doubles, gathering: Gathering
) -> Drawn | None:
    axis = _axis(building, wall)
    if len(axis) == 3 and (bent := _arc(place, storey, axis, cloud)):
        return bent
    a, b = (axis[0], axis[-1]) if len(axis) >= 2 else _longer_side(cloud)
    if not in_range(*a, *b) or dist(a, b) < LEAST_LONG_MM:
        gathering.note(place, "no_length" if in_range(*a, *b) else "out_of_range")
        return None
    way = _way(a, b)
    right = (-way[1], way[0])
    heights, is_straight = _heights(cloud, a, way, storey.floor)
    if not is_straight:
        gathering.note(place, "top_bends")
    at_a, at_b = _slabs(cloud, a, b)
    ends = (_whole(shifted(a, right, sum(at_a) / 2)), _whole(shifted(b, right, sum(at_b) / 2)))
    return Drawn(place, storey, ends, 0, at_a[1] - at_a[0], heights, at_b[1] - at_b[0])


def _slabs(cloud: Doubles, a: Vector, b: Vector) -> tuple[Slab, Slab]:
    """What the body takes across the axis at a and at b: the same at both unless it has two long sides that diverge."""
    way, far = _way(a, b), dist(a, b)
    away = cloud[:, :2] - a
    along, across = away @ np.array(way), away @ np.array((-way[1], way[0]))
    whole_slab = float(across.min()), float(across.max())
    hull = shapely.MultiPoint(np.column_stack([along, across])).convex_hull
    sides = [_long_side(hull, sign, far) for sign in (-1, 1)] if isinstance(hull, shapely.Polygon) else []
    found = [side for side in sides if side]
    if len(found) < 2:
        return whole_slab, whole_slab
    at_a, at_b = ((found[0](place), found[1](place)) for place in (0.0, far))
    thick = at_a[1] - at_a[0], at_b[1] - at_b[0]
    return (at_a, at_b) if min(thick) > 0 and abs(thick[0] - thick[1]) > STRAIGHT_MM else (whole_slab, whole_slab)


def _long_side(hull: shapely.Polygon, sign: int, far: float) -> Callable[[float], float] | None:
    """Where the hull's side to the right (1) or left (-1) lies at a place along; None where it has no long one."""
    corners = shapely.simplify(shapely.orient_polygons(hull), STRAIGHT_MM / 2).exterior.coords
    ways = ((p, q) for p, q in pairwise(corners) if abs(q[0] - p[0]) >= LONG_SIDE * far)
    found = [way for way in ways if (way[1][0] < way[0][0]) == (sign > 0)]
    if len(found) != 1:
        return None
    ((x, y), (to_x, to_y)) = found[0]
    return lambda place: y + (to_y - y) * (place - x) / (to_x - x)


def _axis(building: Building, wall: int) -> list[Vector]:
    points = building.bodies.line(wall)
    if len(points) < 2:
        return []
    cloud = np.array([(x, y, 0.0) for x, y in points])
    return [(x, y) for x, y, _z in building.to_page(moved(building.frame(wall), cloud)).tolist()]


def _arc(place: str, storey: Storey, axis: Sequence[Vector], cloud: Doubles) -> Drawn | None:
    """A wall about an arc, as thick as its body is from the arc's centre; None where the three points lie in line."""
    a, m, b = axis
    way = _way(a, b)
    bulge = (m[0] - a[0]) * -way[1] + (m[1] - a[1]) * way[0]
    if abs(bulge) < 1 or not in_range(*a, *b):
        return None
    half = dist(a, b) / 2
    radius = (half * half + bulge * bulge) / (2 * abs(bulge))
    right = (-way[1], way[0])
    centre = shifted(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), right, bulge - radius * (1 if bulge > 0 else -1))
    off = abs(np.hypot(*(cloud[:, :2] - centre).T) - radius)
    top = float(cloud[:, 2].max()) - storey.floor
    return Drawn(place, storey, (_whole(a), _whole(b)), whole(bulge), 2 * float(np.median(off)), (top, top))


def _heights(cloud: Doubles, a: Vector, way: Vector, floor: float) -> tuple[tuple[float, float], bool]:
    """How high the wall's top is at its two ends, and whether it is straight between them, else its highest twice."""
    along = (cloud[:, :2] - a) @ np.array(way)
    z = cloud[:, 2] - floor
    low, high = float(along.min()), float(along.max())
    near = min((high - low) / 4, NEAR_MM)
    first, last = (float(z[part].max()) for part in (along <= low + near, along >= high - near))
    line = first + (last - first) * (along - low) / max(high - low, 1.0)
    is_straight = bool((z <= line + STRAIGHT_MM).all())
    top = float(z.max())
    return ((first, last) if is_straight else (top, top)), is_straight


def _longer_side(cloud: Doubles) -> tuple[Vector, Vector]:
    """The middle line of the body's footprint along its longer side."""
    box = shapely.MultiPoint(cloud[:, :2]).minimum_rotated_rectangle
    if not isinstance(box, shapely.Polygon):
        return (0.0, 0.0), (0.0, 0.0)
    p, q, r, s = box.exterior.coords[:4]
    if dist(p, q) < dist(q, r):
        p, q, r, s = q, r, s, p
    return ((p[0] + s[0]) / 2, (p[1] + s[1]) / 2), ((q[0] + r[0]) / 2, (q[1] + r[1]) / 2)


def _way(a: Vector, b: Vector) -> Vector:
    apart = minus(b, a)
    far = length(apart) or 1.0
    return apart[0] / far, apart[1] / far


def _whole(point: Vector) -> Point:
    return whole(point[0]), whole(point[1])
