"""What a wall is finished with, seen from the room: bands in their colour, joints, the first tile, and their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.coats import Marks, Paints, colour_of
from rooms.drawing.elevation_items import Standing
from rooms.drawing.floors import LEAST_TILE
from rooms.drawing.label_block import Block, Line, best_spot
from rooms.drawing.paper import INK, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import lines, polygons, region
from rooms.drawing.svg import Point, Svg
from rooms.drawing.tile_lines import first_on_wall, tile_lines
from rooms.drawing.wall_view import WallView
from rooms.entities import Finish

CAP, AIR, DOT = 2.2, 0.9, 1.2
"""Height of a mark's letters, the white around them, and the dot on the first tile's corner, in mm on paper."""
LEAST_MARKED = 40.0
"""A piece of so many mm² on paper gets a mark of its own."""


def draw_wall_coats(view: WallView, pen: Pen, paints: Paints) -> Svg:
    return pen.layer("coats", pen.filled(region(view.profile), WHITE), *_coats(view, pen, paints))


def draw_marks(view: WallView, standing: Sequence[Standing], pen: Pen, mark_of: Marks) -> Svg:
    """Each band's mark, where it covers as little as can be of openings and of what stands before the wall."""
    taken = shapely.union_all(
        [*(view.hole(one) for one in view.apertures), *(_box(one) for one in standing if not one.is_point)]
    )
    return pen.layer(
        "marks",
        *(
            _marked(mark, piece, taken, pen)
            for finish, shown, _start in view.coats()
            if (mark := mark_of(finish))
            for piece in _pieces(shown, pen)
        ),
    )


def _coats(view: WallView, pen: Pen, paints: Paints) -> Iterator[Svg]:
    """Every band in its colour, and tiles large enough to show with their joints and the first one crossed."""
    for finish, shown, start in view.coats():
        if colour := colour_of(finish, paints):
            yield pen.filled(region(shown), colour)
        if finish.tile and not shown.is_empty and min(finish.tile["size"]) >= pen.paper.mm(LEAST_TILE):
            yield pen.hatch(lines(tile_lines(shown, finish.tile, start, is_wall=True)))
            yield from _first(finish, shown, start, pen)
        yield pen.fine(region(shown))


def _first(finish: Finish, shown: BaseGeometry, start: Point, pen: Pen) -> Iterator[Svg]:
    """The tile from which all is laid: outlined, crossed, with a dot on its corner."""
    tile, corner = first_on_wall(finish.tile or {}, start)
    corners = shapely.get_coordinates(tile)[:-1]
    half = len(corners) // 2
    crosses = shapely.MultiLineString([[corners[place], corners[place + half]] for place in (0, 1)])
    yield pen.fine(lines(shapely.intersection(crosses, shown)))
    yield pen.visible(region(shapely.intersection(tile, shown)))
    if shown.buffer(1).covers(shapely.Point(corner)):
        yield svg.element("circle", cx=corner[0], cy=corner[1], r=pen.paper.mm(DOT / 2), fill=pen.ink, stroke="none")


def _pieces(shown: BaseGeometry, pen: Pen) -> list[shapely.Polygon]:
    """Those large enough, or else the largest."""
    found = sorted(polygons(shown), key=lambda piece: -piece.area)
    least = pen.paper.mm(1) ** 2 * LEAST_MARKED
    return [piece for piece in found if piece.area >= least] or found[:1]


def _marked(mark: str, piece: BaseGeometry, taken: BaseGeometry, pen: Pen) -> Svg:
    mm = pen.paper.mm
    spot = best_spot(iter([Block((Line(mark, mm(CAP), INK, 600),))]), piece, taken, mm(AIR))
    box = spot.block.box(spot.middle, mm(AIR))
    return svg.element("g", pen.fine(region(box), fill=WHITE), *spot.block.drawn(spot.middle))


def _box(one: Standing) -> BaseGeometry:
    return shapely.box(one.left, -(one.item.elevation + one.item.size[2]), one.right, -one.item.elevation)
