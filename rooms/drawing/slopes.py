"""Sloping ceilings on plan: lines of equal height with their heights, what is too low to count hatched, ridges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, degrees

import shapely
from shapely.affinity import rotate
from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.lettering import Figures, text
from rooms.drawing.paper import QUIET, letters_width
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import hatching, lines
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Point, Svg
from rooms.entities import Dormer
from rooms.surfaces.ceilings import LOW_MM, SEAM_MM, ceiling_of, cells_below, roofs_of
from rooms.surfaces.cells import Cell, middle_of
from rooms.surfaces.contours import Stretch, contour, creases
from rooms.surfaces.dormers import outlines
from rooms.surfaces.roof_windows import Skylight, skylights_of
from rooms.surfaces.roofs import Roof
from rooms.surfaces.slopes import Plane
from rooms.walls.vector import length, minus, moved

HEIGHTS_MM = (1400, LOW_MM, 2200)
"""What does not count, counts half and counts in full by the norms in use."""
HATCH, CAP, RISE = 2.5, 1.8, 0.6
"""Between hatch lines, height of the figures, from a line up to its figure: mm on paper."""
LABEL_SHARE = 0.3
"""Where along its line a figure stands: beside the middle, where a room's name mostly is."""


def draw_slopes(storey: Storey, pen: Pen, figures: Figures) -> Svg:
    """Nothing on a level without slopes."""
    if not (over := roofs_of(storey.plan).get(storey.level, ())):
        return svg.NOTHING
    ceilings = [ceiling_of(storey.plan, room, over) for room in storey.rooms]
    return pen.layer("slopes", *(mark for ceiling in ceilings for mark in _marks(ceiling, over, pen, figures)))


def draw_roof_windows(storey: Storey, pen: Pen, figures: Figures) -> Svg:
    """Those of the level's slopes."""
    found = skylights_of(storey.plan, roofs_of(storey.plan).get(storey.level, ()))
    return pen.layer("roof_windows", *(_window(one, pen, figures) for one in found)) if found else svg.NOTHING


def draw_dormers(storey: Storey, pen: Pen, figures: Figures) -> Svg:
    """Those of the level's slopes: they lie over the cut, so they are dashed, a gable's ridge too."""
    parts: dict[str, list[Cell]] = {}
    for lift, cell in outlines(roofs_of(storey.plan).get(storey.level, ()), storey.plan.level_height(storey.level)):
        parts.setdefault(lift.dormer, []).append(cell)
    drawn = (_dormer(storey.plan.dormers[id_], cells, pen, figures) for id_, cells in parts.items())
    return pen.layer("dormers", *drawn) if parts else svg.NOTHING


def low_ground(ceiling: Sequence[Plane]) -> BaseGeometry:
    """Where the ceiling is too low to count; on a grid, without which slivers may take their neighbours with them."""
    return shapely.union_all([shapely.Polygon(cell) for cell in cells_below(ceiling, LOW_MM)], grid_size=SEAM_MM)


def written_heights(storey: Storey, pen: Pen, figures: Figures) -> BaseGeometry:
    """What the heights of sloping ceilings take of the plan: their lines and figures."""
    over = roofs_of(storey.plan).get(storey.level, ())
    ceilings = [ceiling_of(storey.plan, room, over) for room in storey.rooms] if over else []
    found = [line for ceiling in ceilings for line in _height_lines(ceiling)]
    told = ((stretches, height) for roof, stretches, height in found if roof in over)
    written = [figure for line in told if (figure := _figure(*line, pen, figures))]
    drawn = shapely.MultiLineString([stretch for _roof, stretches, _height in found for stretch in stretches])
    return shapely.union_all([drawn.buffer(pen.paper.mm(RISE) / 2), *(figure.box(pen) for figure in written)])


def _height_lines(ceiling: Sequence[Plane]) -> Iterator[tuple[Roof, list[Stretch], int]]:
    """Slope by slope the stretches that are so high."""
    for height in HEIGHTS_MM:
        found = list(contour(ceiling, height))
        for roof in dict.fromkeys(roof for roof, _stretch in found):
            yield roof, [stretch for one, stretch in found if one == roof], height


def _marks(ceiling: Sequence[Plane], over: Sequence[Roof], pen: Pen, figures: Figures) -> Iterator[Svg]:
    yield pen.hatch(lines(hatching(low_ground(ceiling), pen.paper.mm(HATCH))))
    yield pen.dashed("".join(svg.line(stretch) for stretch in creases(ceiling, over)))
    for roof, stretches, height in _height_lines(ceiling):
        yield from _height_line(stretches, height, pen, figures if roof in over else None)


def _window(one: Skylight, pen: Pen, figures: Figures) -> Svg:
    """A roof window lies over the cut: dashed, its size beside it, how high it begins under that."""
    window, size = one.window, pen.paper.mm(CAP)
    bar = (one.low_mm + one.high_mm) / 2
    x, y = one.middle
    sill = max(one.window.sill, one.roof.knee)
    said = (f"{figures.length(window.width)}/{figures.length(window.height)}", f"p {figures.length(sill)}")
    return svg.element(
        "g",
        pen.dashed(svg.ring(one.corners)),
        pen.dashed(svg.line((one.at(one.from_mm, bar), one.at(one.to_mm, bar)))),
        *(text(line, (x, y + size * row), size) for line, row in zip(said, (-0.5, 1.5), strict=True)),
        data_id=window.id,
    )


def _dormer(dormer: Dormer, cells: Sequence[Cell], pen: Pen, figures: Figures) -> Svg:
    """Its outline with its width and how high its ceiling is."""
    size = pen.paper.mm(CAP)
    x, y = middle_of([middle_of(cell) for cell in cells])
    said = (figures.length(dormer.width), f"h {figures.length(dormer.height)}")
    return svg.element(
        "g",
        *(pen.dashed(svg.ring(cell)) for cell in cells),
        *(text(line, (x, y + size * row), size) for line, row in zip(said, (-0.5, 1.5), strict=True)),
        data_id=dormer.id,
    )


def _height_line(stretches: Sequence[Stretch], height: int, pen: Pen, figures: Figures | None) -> Iterator[Svg]:
    """Its height is told once, on the slope; a dormer's ceiling tells its own."""
    d = "".join(svg.line(stretch) for stretch in stretches)
    yield pen.visible(d) if height == LOW_MM else pen.dashed(d)
    if figures and (figure := _figure(stretches, height, pen, figures)):
        yield text(figure.said, figure.at, pen.paper.mm(CAP), turn=figure.turn, fill=QUIET)


@dataclass(frozen=True)
class _Figure:
    """A height as it is written: the middle of its foot, and its turn in degrees."""

    said: str
    at: Point
    turn: float

    def box(self, pen: Pen) -> BaseGeometry:
        cap = pen.paper.mm(CAP)
        half = letters_width(self.said, cap) / 2
        level = shapely.box(self.at[0] - half, self.at[1] - cap, self.at[0] + half, self.at[1])
        return rotate(level, self.turn, origin=self.at)


def _figure(stretches: Sequence[Stretch], height: int, pen: Pen, figures: Figures) -> _Figure | None:
    """On the longest stretch, where that is long enough."""
    p, q = max(stretches, key=lambda stretch: length(minus(stretch[1], stretch[0])))
    way = minus(q, p)
    if length(way) <= pen.paper.mm(8 * CAP):
        return None
    turn = degrees(atan2(way[1], way[0]))
    upright = turn + 180 if turn > 90.5 or turn <= -89.5 else turn
    up = (way[1], -way[0]) if upright == turn else (-way[1], way[0])
    at = moved(moved(p, way, LABEL_SHARE), up, pen.paper.mm(RISE) / length(way))
    return _Figure(f"{figures.length(height)} {figures.unit}", at, upright)
