"""The measures of an elevation: openings above, things and the whole below, heights to the left and right."""

from __future__ import annotations

from collections.abc import Sequence

from rooms.drawing.chains import DOWN, LEFT, RIGHT, SAME_MM, UP, merged
from rooms.drawing.dimensions import Chain, stacked
from rooms.drawing.elevation_items import Standing
from rooms.drawing.figure_rows import Row
from rooms.drawing.lettering import Figures
from rooms.drawing.pen import Pen
from rooms.drawing.wall_view import WallView
from rooms.entities import Item
from rooms.walls.vector import dot

LEAST = 3.0
"""Heights nearer to that of a larger thing than this on paper are left out: their figures would lie on each other."""

Box = tuple[float, float, float, float]
Stops = tuple[float, ...]


def wall_chains(
    view: WallView, standing: Sequence[Standing], bounds: Box, pen: Pen, figures: Figures
) -> tuple[Chain, ...]:
    """Chains on the four sides of what is drawn; `bounds` is what they stay outside of."""
    sides = (
        (UP, _opening_widths(view)),
        (DOWN, [*_thing_widths(view, standing), (0.0, view.width_mm)]),
        (LEFT, [_wall_heights(view)]),
        (RIGHT, _right_heights(view, standing, pen.paper.mm(LEAST))),
    )
    left, top, right, bottom = bounds
    chains: list[Chain] = []
    for outwards, rows in sides:
        edge = max(dot(corner, outwards) for corner in ((left, top), (right, bottom)))
        chains += stacked([Row(stops) for stops in rows], outwards, edge, pen, figures)
    return tuple(chains)


def _opening_widths(view: WallView) -> list[Stops]:
    holes = [view.hole(one).bounds for one in view.apertures]
    return [merged([0.0, view.width_mm, *(x for left, _t, right, _b in holes for x in (left, right))])] if holes else []


def _thing_widths(view: WallView, standing: Sequence[Standing]) -> list[Stops]:
    """The middles of the installations' points and, apart, where the things that belong to the wall begin and end."""
    measured = [one for one in standing if one.is_measured]
    points = [(one.left + one.right) / 2 for one in measured if one.is_point]
    ends = [x for one in measured if not one.is_point for x in (one.left, one.right)]
    rows = [[x for x in stops if 0 <= x <= view.width_mm] for stops in (points, ends)]
    return [merged([0.0, view.width_mm, *stops]) for stops in rows if stops]


def _wall_heights(view: WallView) -> Stops:
    """The floor, the edges of openings and coats, and the wall's top at its left end and where it is highest."""
    stops = [0.0, -view.profile.bounds[1], view.height_mm(0)]
    stops += [z for one in view.apertures for z in (one.opening.sill, one.opening.sill + one.opening.height)]
    stops += [z for face in view.faces for band in face.bands if band.finish for z in (band.z_from, band.z_to)]
    return merged(stops)


def _right_heights(view: WallView, standing: Sequence[Standing], least_mm: float) -> list[Stops]:
    """The same of heights, and the top where it differs from the left end's."""
    measured = [one for one in standing if one.is_measured]
    points = [one.item.elevation + one.item.size[2] / 2 for one in measured if one.is_point]
    ends = _told_apart([one.item for one in measured if not one.is_point], least_mm)
    top = view.height_mm(view.width_mm)
    is_slanting = abs(top - view.height_mm(0)) > SAME_MM
    return [merged([0.0, top, *stops]) for stops in (points, ends) if stops or (stops is ends and is_slanting)]


def _told_apart(things: Sequence[Item], least_mm: float) -> list[float]:
    """Where the things begin and end in height, the larger first, without what lies too near to one before it."""
    ends: list[float] = []
    for item in sorted(things, key=lambda item: item.size[0] * item.size[2], reverse=True):
        for z in (item.elevation + item.size[2], item.elevation):
            if z <= SAME_MM or all(abs(z - other) >= least_mm for other in ends):
                ends.append(float(z))
    return ends
