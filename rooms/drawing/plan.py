"""The plan of a level as a draughtsman draws it: SVG whose unit is the millimetre of reality, at a true scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.arcs import draw_arcs
from rooms.drawing.chains import plan_chains
from rooms.drawing.coats import Paints, no_paints
from rooms.drawing.dimensions import Chain, draw_chain, room_for
from rooms.drawing.drawing import MARGIN, Drawing, Frame, Wishes
from rooms.drawing.floors import draw_floors
from rooms.drawing.items import draw_items, is_overhead
from rooms.drawing.labels import Labels, room_name
from rooms.drawing.north import draw_north, north_corners
from rooms.drawing.openings import draw_openings, swept
from rooms.drawing.outer_edges import outline_points
from rooms.drawing.pen import Pen
from rooms.drawing.remarks import corners, draw_dimensions, draw_notes
from rooms.drawing.slopes import draw_dormers, draw_roof_windows, draw_slopes, written_heights
from rooms.drawing.stairwells import draw_stairwells
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Point, Svg
from rooms.drawing.wall_lines import draw_coats, draw_walls
from rooms.plan import Plan
from rooms.things.footprint import footprint

TITLES = {"pl": "Rzut", "en": "Plan"}
NEAR_MM = 2000
"""What stands further from the walls than this keeps no dimension chain away."""


def draw_plan(
    plan: Plan,
    level: str | None = None,
    *,
    paints: Paints = no_paints,
    language: str = "pl",
    unit: str = "cm",
    scale: int | None = None,
    dimensions: bool = True,
) -> str:
    """An SVG document of one level, the lowest by default, at 1 : scale, by default the largest that fits an A4 page.

    The viewBox counts millimetres of the plan; `width` and `height` are millimetres on paper. `unit` ("cm" or "mm")
    is that of the lengths written on it. Looks are given by presentation attributes alone. Raises Fault at `level`
    when the plan has no such level.
    """
    wishes = Wishes(paints=paints, language=language, unit=unit, scale=scale, dimensions=dimensions)
    return plan_drawing(plan, level, wishes).document()


def plan_drawing(plan: Plan, level: str | None, wishes: Wishes) -> Drawing:
    """The same as a value that can also be laid out on pages (`sheet.py`)."""
    return _Floor(Storey.of(plan, level), wishes).drawn()


@dataclass(frozen=True)
class _Floor:
    """What is drawn of a storey, at whatever scale."""

    storey: Storey
    wishes: Wishes

    def drawn(self) -> Drawing:
        pen = self.wishes.pen(self._frame)
        return Drawing(self._frame(pen), pen.paper, self._title, self._about, self._layers(pen))

    def _layers(self, pen: Pen) -> tuple[Svg, ...]:
        storey, paints, figures = self.storey, self.wishes.paints, self.wishes.figures
        return (
            draw_floors(storey, pen, paints),
            draw_stairwells(storey, pen),
            draw_slopes(storey, pen, figures),
            draw_items(
                [item for item in storey.items if not is_overhead(item)], pen, bodies=self.wishes.bodies, tinted=True
            ),
            draw_coats(storey, pen, paints),
            draw_walls(storey, pen),
            draw_openings(storey, pen),
            draw_items(
                [item for item in (*storey.items, *storey.bulkheads) if is_overhead(item)],
                pen,
                "overhead",
                self.wishes.bodies,
                tinted=True,
            ),
            draw_roof_windows(storey, pen, figures),
            draw_dormers(storey, pen, figures),
            pen.layer("dimensions", *(draw_chain(chain, pen) for chain in self._chains(pen))),
            draw_arcs(storey, figures, pen) if self.wishes.dimensions else svg.NOTHING,
            Labels(storey, self._covered(pen), pen, paints, figures).drawn(),
            draw_dimensions(storey.dimensions, figures, pen),
            draw_notes(storey.notes, pen),
            self._north(pen),
        )

    def _frame(self, pen: Pen) -> Frame:
        tight = self._tight(pen)
        north = north_corners(tight.upper_right, pen) if self.storey.plan.north_mdeg else ()
        return Frame.around([*tight.corners, *north], pen.paper.mm(MARGIN))

    def _tight(self, pen: Pen) -> Frame:
        """About the plan and its dimensions."""
        strips = [corner for chain in self._chains(pen) for corner in room_for(chain, pen)]
        remarks = corners(self.storey.notes, self.storey.dimensions, self.wishes.figures, pen)
        return Frame.around([*self._corners, *strips, *remarks], 0)

    def _north(self, pen: Pen) -> Svg:
        """Drawn where north has been set: it is nought, up the page, as long as nobody has said anything."""
        north_mdeg = self.storey.plan.north_mdeg
        return draw_north(north_mdeg, self._tight(pen).upper_right, pen) if north_mdeg else svg.NOTHING

    def _chains(self, pen: Pen) -> tuple[Chain, ...]:
        return plan_chains(self.storey, self._beside, pen, self.wishes.figures) if self.wishes.dimensions else ()

    @cached_property
    def _corners(self) -> tuple[Point, ...]:
        """Of everything drawn but the dimensions."""
        of_items = (corner for item in self.storey.items for corner in footprint(item))
        return (*outline_points(self.storey.outline), *self._swung, *of_items)

    @cached_property
    def _swung(self) -> tuple[Point, ...]:
        return tuple(corner for one in self.storey.apertures for corner in swept(one))

    @cached_property
    def _beside(self) -> tuple[Point, ...]:
        """What the dimension chains stay outside of, besides the walls."""
        near = self.storey.outline.envelope.buffer(NEAR_MM)
        beside = [ring for ring in map(footprint, self.storey.items) if near.contains(shapely.Polygon(ring))]
        return (*self._swung, *(corner for ring in beside for corner in ring))

    def _covered(self, pen: Pen) -> BaseGeometry:
        return shapely.union(self._furniture, written_heights(self.storey, pen, self.wishes.figures))

    @cached_property
    def _furniture(self) -> BaseGeometry:
        """What labels avoid: things, the floor that doors sweep, and openings over stairs."""
        swings = [corners for one in self.storey.apertures if (corners := swept(one))]
        wells = [well.outline for well in self.storey.stairwells]
        rings = (*map(footprint, self.storey.items), *swings, *wells)
        return shapely.union_all([shapely.Polygon(ring) for ring in rings])

    @property
    def _title(self) -> str:
        level = self.storey.plan.levels.get(self.storey.level)
        named = (TITLES[self.wishes.language], self.storey.plan.name, level.name if level else "")
        return ", ".join(filter(None, named))

    @property
    def _about(self) -> str:
        """The rooms and their areas in words, for whoever cannot see the drawing."""
        figures = self.wishes.figures
        rooms = (f"{room_name(room, figures.language)} {figures.area(room.area_mm2)}" for room in self.storey.rooms)
        return "; ".join(room.strip() for room in rooms)
