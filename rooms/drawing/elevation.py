"""The elevation of a wall: one side unfolded, with openings, coats, tiles, what stands before it, and its measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rooms.drawing import svg
from rooms.drawing.coats import Paints, no_paints
from rooms.drawing.dimensions import Chain, draw_chain, room_for
from rooms.drawing.drawing import MARGIN, Drawing, Frame, Wishes
from rooms.drawing.elevation_chains import Box, wall_chains
from rooms.drawing.elevation_coats import draw_marks, draw_wall_coats
from rooms.drawing.elevation_items import Standing, draw_items_before, standing_before
from rooms.drawing.elevation_openings import draw_openings_of
from rooms.drawing.elevation_slopes import SlopeAbove, draw_slope_above
from rooms.drawing.elevation_woodwork import draw_skirting
from rooms.drawing.labels import room_name
from rooms.drawing.lettering import text
from rooms.drawing.paper import POCHE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import region
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Svg
from rooms.drawing.wall_view import WallView
from rooms.plan import Plan
from rooms.walls.niches import is_niche

TITLES = {"pl": "Widok ściany", "en": "Wall elevation"}
DEPTH = {"pl": "gł.", "en": "depth"}
DEPTH_CAP = 1.8
"""How high those letters are, in mm on paper."""
PAST = 4.0
"""How far the floor's line runs on past the room, in mm on paper, where no wall is cut there."""


def draw_elevation(
    plan: Plan,
    wall: str,
    side: str | None = None,
    *,
    paints: Paints = no_paints,
    language: str = "pl",
    unit: str = "cm",
    scale: int | None = None,
    dimensions: bool = True,
) -> str:
    """An SVG document of one side of a wall, by default the one with more room before it.

    Options, units and scale are those of `draw_plan`; x runs to the viewer's right from the
    side's left end, y is minus the height above the level's floor. Raises Fault for an unknown wall or side.
    """
    wishes = Wishes(paints=paints, language=language, unit=unit, scale=scale, dimensions=dimensions)
    return elevation_drawing(plan, wall, side, wishes).document()


def elevation_drawing(plan: Plan, wall: str, side: str | None, wishes: Wishes) -> Drawing:
    """The same as a value that can also be laid out on pages (`sheet.py`)."""
    return _Side(WallView.of(plan, wall, side), wishes).drawn()


def room_elevation(storey: Storey, room: int, wall: str, side: str, wishes: Wishes) -> Drawing:
    """Of as much of the side as the room of this place sees, from a storey that is known already."""
    return _Side(WallView.in_room(storey, room, wall, side), wishes).drawn()


@dataclass(frozen=True)
class _Side:
    """What is drawn of a wall's side, at whatever scale."""

    view: WallView
    wishes: Wishes

    def drawn(self) -> Drawing:
        pen = self.wishes.pen(self._frame)
        return Drawing(self._frame(pen), pen.paper, self._title, self._about, self._layers(pen))

    def _layers(self, pen: Pen) -> tuple[Svg, ...]:
        view = self.view
        return (
            draw_slope_above(self._slope, pen),
            draw_wall_coats(view, pen, self.wishes.paints),
            draw_skirting(view, pen, self.wishes.paints),
            draw_openings_of(view, pen, self.wishes.paints),
            pen.layer("labels", *_depths(view, pen, self.wishes)),
            draw_items_before(view, self._standing, pen, self.wishes.bodies),
            pen.layer("walls", *_section(view, pen)),
            draw_marks(view, self._standing, pen, self.wishes.mark_of),
            pen.layer("dimensions", *(draw_chain(chain, pen) for chain in self._chains(pen))),
        )

    def _frame(self, pen: Pen) -> Frame:
        left, top, right, bottom = self._bounds
        strips = [corner for chain in self._chains(pen) for corner in room_for(chain, pen)]
        past = pen.paper.mm(PAST)
        return Frame.around([(left - past, top), (right + past, bottom), *strips], pen.paper.mm(MARGIN))

    def _chains(self, pen: Pen) -> tuple[Chain, ...]:
        return (
            wall_chains(self.view, self._standing, self._bounds, pen, self.wishes.figures)
            if self.wishes.dimensions
            else ()
        )

    @cached_property
    def _standing(self) -> tuple[Standing, ...]:
        return standing_before(self.view)

    @cached_property
    def _slope(self) -> SlopeAbove:
        return SlopeAbove(self.view)

    @cached_property
    def _bounds(self) -> Box:
        """What the side, the walls cut beside it and the things before it take of the drawing."""
        left, top, right, bottom = self.view.profile.bounds
        walls = list(self.view.crossing_walls())
        items = [one.item for one in self._standing]
        above = [] if self._slope.region.is_empty else [self._slope.region.bounds[1]]
        return (
            min([left, *(wall[0] for wall in walls), *(one.left for one in self._standing)]),
            min([top, *above, *(-(item.elevation + item.size[2]) for item in items)]),
            max([right, *(wall[1] for wall in walls), *(one.right for one in self._standing)]),
            max([bottom, *(-item.elevation for item in items)]),
        )

    @property
    def _title(self) -> str:
        rooms = self.view.storey.found.rooms
        names = dict.fromkeys(room_name(rooms[face.room], self.wishes.language) for face in self.view.faces)
        return ", ".join(filter(None, (TITLES[self.wishes.language], *names)))

    @property
    def _about(self) -> str:
        left, top, right, bottom = self.view.profile.bounds
        return self.wishes.figures.sides(right - left, bottom - top)


def _depths(view: WallView, pen: Pen, wishes: Wishes) -> Iterator[Svg]:
    """How deep each niche goes, told at its foot, where a window in it would not be."""
    for one in view.apertures:
        if is_niche(one.opening):
            left, _top, right, bottom = view.hole(one).bounds
            cap = pen.paper.mm(DEPTH_CAP)
            said = f"{DEPTH[wishes.language]} {wishes.figures.length(one.depth_mm)}"
            yield text(said, ((left + right) / 2, bottom - cap), cap)


def _section(view: WallView, pen: Pen) -> Iterator[Svg]:
    """What the cut goes through: the walls at both ends and between, filled, and the outline of floor and ceiling."""
    left, _top, right, _bottom = view.profile.bounds
    past = pen.paper.mm(PAST)
    walls = list(view.crossing_walls())
    for start, stop in walls:
        top = -view.height_mm((start + stop) / 2)
        yield pen.cut(svg.ring(((start, top), (stop, top), (stop, 0), (start, 0))), fill=POCHE)
    yield pen.cut(region(view.profile))
    ends = min([left, *(wall[0] for wall in walls)]) - past, max([right, *(wall[1] for wall in walls)]) + past
    yield pen.cut(svg.line(((ends[0], 0), (ends[1], 0))))
