"""The paint of doors, windows and skirting, seen from the room."""

from __future__ import annotations

from collections.abc import Iterator

import shapely

from rooms.drawing.aperture import Aperture
from rooms.drawing.coats import Paints, colour_of
from rooms.drawing.paper import WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import region
from rooms.drawing.svg import Svg
from rooms.drawing.wall_view import WallView
from rooms.quantities.skirting import HIGH_MM, boards


def wood_colour(view: WallView, one: Aperture, paints: Paints) -> str:
    """#rrggbb of a door's or window's paint; white where it has none, and of every other opening."""
    return _colour(view, view.storey.surfaces.woodwork.openings.get(one.opening.id), paints) or WHITE


def draw_skirting(view: WallView, pen: Pen, paints: Paints) -> Svg:
    """Only where it is painted: bare, it is not drawn."""
    return pen.layer("skirting", *_boards(view, pen, paints))


def _boards(view: WallView, pen: Pen, paints: Paints) -> Iterator[Svg]:
    for face in view.faces:
        if colour := _colour(view, view.storey.surfaces.woodwork.skirting.get(face.room), paints):
            for start, end in boards(view.storey.plan, face):
                left, right = sorted((view.x(start), view.x(end)))
                yield pen.fine(region(shapely.box(left, -HIGH_MM, right, 0)), fill=colour)


def _colour(view: WallView, finish: str | None, paints: Paints) -> str | None:
    held = view.storey.plan.finishes.get(finish or "")
    return colour_of(held, paints) if held and held.paint else None
