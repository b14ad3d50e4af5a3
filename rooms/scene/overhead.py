"""A room's ceiling over the walls and columns that end below it: half walls, low partitions, knee walls within a room.

The browser's twin is `static/js/model/scene/overhead.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import inf

from rooms.outline import Room
from rooms.scene.site import Site
from rooms.scene.walls import beside, strip_of
from rooms.surfaces import Face
from rooms.surfaces.ceilings import room_height
from rooms.surfaces.cells import Cell, clipped, triangles
from rooms.surfaces.slopes import Plane, ceiling_planes, clear_of_edges
from rooms.walls import Solid
from rooms.walls.vector import Vector

LEAST_MM = 1.0
"""What lies nearer to its wall's top is no gap."""


def ceiling_over_walls(site: Site, place: int, room: Room) -> Iterator[Plane]:
    """The parts of the ceiling that lie over walls; of a wall between two rooms each covers its own half."""
    height = room_height(site.plan, room)
    for wall in dict.fromkeys(edge.wall for edge in room.boundary):
        if min(site.plan.wall_heights(site.plan.bodies[wall])) < height - LEAST_MM:
            solid = site.solids[wall]
            cells = clear_of_edges(_share(site, solid, place), site.roofs)
            for plane in ceiling_planes(cells, height, site.roofs):
                if gap := clipped(plane.cell, _gap(site, solid, plane)):
                    yield plane.cut(gap)


def _gap(site: Site, solid: Solid, plane: Plane) -> Callable[[Vector], float]:
    """How far the ceiling lies over the wall's top at a point; an arc counts as high as its lower end."""
    at_a, at_b = site.plan.wall_heights(site.plan.bodies[solid.wall])
    low, rise = (at_a, (at_b - at_a) / solid.line.length_mm) if solid.line.centre is None else (min(at_a, at_b), 0.0)
    return lambda point: plane.height(point) - low - rise * solid.line.along(point) - LEAST_MM


def _share(site: Site, solid: Solid, place: int) -> list[Cell]:
    """What of the wall's footprint lies under this room's ceiling."""
    pieces = [piece for ring, _sides in solid.pieces for piece in triangles(ring)]
    faces = [face for face in site.surfaces.faces if face.wall == solid.wall]
    if all(face.room == place for face in faces):
        return pieces
    stops = sorted({along for face in faces for along in (face.from_mm, face.to_mm)})
    found: list[Cell] = []
    for low, high in pairwise([-inf, *stops[1:-1], inf]):
        middle = (max(low, stops[0]) + min(high, stops[-1])) / 2
        strip = [part for piece in pieces if (part := strip_of(solid, piece, low, high))]
        left, right = (_seen_by(faces, side, middle) for side in ("left", "right"))
        if place in (left, right) and None not in (left, right) and left != right:
            strip = beside(solid, strip, lambda _along: 0.0, -1 if left == place else 1)
        elif place != next((one for one in (left, right) if one is not None), faces[0].room):
            continue
        found += strip
    return found


def _seen_by(faces: Sequence[Face], side: str, along: float) -> int | None:
    return next((face.room for face in faces if face.side == side and face.from_mm <= along <= face.to_mm), None)
