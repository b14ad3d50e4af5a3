"""The walls of a plan: cut ones filled, low ones seen from above, and the colours of their faces as thin bands."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing.coats import Paints, widest_colour
from rooms.drawing.paper import POCHE, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import region
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Svg
from rooms.surfaces import Face

BAND = 0.9
"""Width on paper, in mm, of the colour along a painted face."""


def draw_walls(storey: Storey, pen: Pen, fill: str = POCHE) -> Svg:
    """Low walls under the cut ones."""
    low, cut = pen.visible(region(storey.low_walls), fill=WHITE), pen.cut(region(storey.poche), fill=fill)
    return pen.layer("walls", low, cut)


def draw_coats(storey: Storey, pen: Pen, paints: Paints) -> Svg:
    """The colour of each painted or tiled face inside its room, broken where the cut goes through an opening."""
    holes = _holes(storey, pen)
    return pen.layer(
        "coats",
        *(pen.filled(region(shapely.difference(band, holes)), colour) for band, colour in _bands(storey, pen, paints)),
    )


def _bands(storey: Storey, pen: Pen, paints: Paints) -> Iterator[tuple[BaseGeometry, str]]:
    for face in storey.surfaces.faces:
        room = storey.found.rooms[face.room]
        if room.level == storey.level and (colour := widest_colour(storey.plan, face.bands, paints)):
            yield shapely.intersection(_along(face, pen.paper.mm(BAND)), storey.floor(room)), colour


def _along(face: Face, width_mm: float) -> BaseGeometry:
    return shapely.LineString(face.points).buffer(width_mm, cap_style="square", join_style="mitre")


def _holes(storey: Storey, pen: Pen) -> BaseGeometry:
    reach = pen.paper.mm(BAND) + 1
    return shapely.union_all([shapely.Polygon(one.hole(reach)).buffer(0) for one in storey.apertures if one.is_cut])
