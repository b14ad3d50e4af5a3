"""The floors of a plan: white, or in the colour of their paint or tiles, with the joints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing.coats import Paints, colour_of
from rooms.drawing.paper import WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import lines, region
from rooms.drawing.storey import Aperture, Storey
from rooms.drawing.svg import Svg
from rooms.drawing.tile_lines import tile_lines
from rooms.surfaces import Plane
from rooms.walls.niches import Slab, is_niche

LEAST_TILE = 1.0
"""Joints nearer to each other than this, in mm on paper, are left out: they would print as grey."""
BEYOND_MM = 20


def draw_floors(storey: Storey, pen: Pen, paints: Paints) -> Svg:
    """Each room's floor, and each doorway's, half of it either room's."""
    floors = [(floor, plane) for plane in storey.surfaces.planes if (floor := _floor_of(storey, plane))]
    return pen.layer(
        "floors", *(drawn for floor, plane in floors for drawn in _drawn(storey, floor, plane, pen, paints))
    )


def _floor_of(storey: Storey, plane: Plane) -> BaseGeometry | None:
    room = storey.found.rooms[plane.room]
    return storey.floor(room) if plane.face == "floor" and room.level == storey.level else None


def _drawn(storey: Storey, floor: BaseGeometry, plane: Plane, pen: Pen, paints: Paints) -> Iterator[Svg]:
    shown = shapely.union_all([floor, *_doorways(storey, plane.room)])
    yield pen.filled(region(shown), floor_colour(storey, plane, paints))
    if tile := shown_tile(storey, plane, pen):
        x, y = floor.bounds[:2]
        yield pen.hatch(lines(tile_lines(shown, tile, (x, y))))


def floor_colour(storey: Storey, plane: Plane, paints: Paints) -> str:
    finish = storey.plan.finishes[plane.finish] if plane.finish else None
    return (colour_of(finish, paints) if finish else None) or WHITE


def shown_tile(storey: Storey, plane: Plane, pen: Pen) -> Mapping[str, Any] | None:
    """The tile whose joints are drawn, if the plane has any wide enough apart."""
    tile = storey.plan.finishes[plane.finish].tile if plane.finish else None
    return tile if tile and min(tile["size"]) >= pen.paper.mm(LEAST_TILE) else None


def _doorways(storey: Storey, room: int) -> Iterator[BaseGeometry]:
    """The near half of each opening that one walks through; all of a niche, and of one that leads out of the house."""
    for one in storey.apertures:
        if is_niche(one.opening) and one.is_cut and one.opening.sill == 0:
            if room == _behind(storey, one, 1 if one.opening.opens == "right" else -1):
                yield shapely.Polygon(one.hole()).buffer(0)
        elif one.is_cut and one.opening.sill == 0:
            left, right = (_behind(storey, one, sign) for sign in (-1, 1))
            if room in (left, right) and left != right:
                alone = None in (left, right)
                taken = alone or room == left, alone or room == right
                yield shapely.Polygon(one.across(partial(_halves, one, taken))).buffer(0)


def _halves(one: Aperture, taken: tuple[bool, bool], along_mm: float) -> Slab:
    """As far as the wall's faces on the sides that are taken, else to its middle."""
    left, right = one.faces_at(along_mm)
    return left * taken[0], right * taken[1]


def _behind(storey: Storey, one: Aperture, sign: int) -> int | None:
    """The room behind the opening to the wall's left (-1) or right (1)."""
    middle = one.line.at((one.from_mm + one.to_mm) / 2, sign * (one.half_mm + BEYOND_MM))
    return storey.found.room_at(storey.level, middle)
