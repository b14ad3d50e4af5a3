"""The sheet of a tiled surface: every joint, cut tiles hatched, the first tile marked, the first cuts measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.chains import DOWN, LEFT, merged
from rooms.drawing.dimensions import Chain, draw_chain, room_for, stacked
from rooms.drawing.drawing import MARGIN, Drawing, Frame, Wishes
from rooms.drawing.figure_rows import Row
from rooms.drawing.paper import SHADE, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import hatching, lines, region
from rooms.drawing.svg import Svg
from rooms.tiling.boards import is_board
from rooms.tiling.ends import ends_of
from rooms.tiling.layout import Layout
from rooms.tiling.surface import Tiled

TITLES = {"pl": "Układ płytek", "en": "Tile layout"}
BOARD_TITLES = {"pl": "Układ desek", "en": "Board layout"}
DOT_MM, HATCH = 1.2, 2.0
"""The mark on the first tile's corner, and how far apart the lines over cut tiles run, in mm on paper."""


def tile_sheet(one: Tiled, wishes: Wishes) -> Drawing:
    """At the scale wished; x and y as the surface's own, but y downwards. Fault where there are too many tiles."""
    return _Sheet(one, wishes).drawn()


@dataclass(frozen=True)
class _Sheet:
    one: Tiled
    wishes: Wishes

    def drawn(self) -> Drawing:
        pen = self.wishes.pen(self._frame)
        left, low, right, high = self._outline.bounds
        about = self.wishes.figures.sides(right - left, high - low)
        title = (BOARD_TITLES if is_board(self.one.tile) else TITLES)[self.wishes.language]
        return Drawing(self._frame(pen), pen.paper, title, about, tuple(self._layers(pen)))

    def _layers(self, pen: Pen) -> Iterator[Svg]:
        layout = self._layout
        cut = self._drawn(shapely.multipolygons([p for p in shapely.get_parts(layout.parts[~layout.whole]) if p.area]))
        yield pen.layer(
            "tiles",
            pen.filled(region(self._outline), WHITE),
            pen.filled(region(cut), SHADE),
            pen.hatch(lines(hatching(cut, pen.paper.mm(HATCH)))),
            pen.hatch(lines(self._drawn(layout.seams))),
            pen.visible(region(self._outline)),
        )
        yield pen.layer("first", *self._first(pen))
        yield pen.layer("dimensions", *(draw_chain(chain, pen) for chain in self._chains(pen)))

    def _first(self, pen: Pen) -> Iterator[Svg]:
        """A heavy outline, a cross through the tile, and a dot on the corner from which all is laid."""
        first = self._drawn(self._layout.first)
        corners = shapely.get_coordinates(first)[:-1]
        half = len(corners) // 2
        crosses = [shapely.LineString([corners[place], corners[place + half]]) for place in (0, 1)]
        shown = shapely.intersection(shapely.MultiLineString(crosses), self._outline)
        yield pen.fine(lines(shown))
        yield pen.cut(region(shapely.intersection(first, self._outline)))
        x, y = self._drawn(shapely.Point(self._layout.origin)).coords[0]
        yield svg.element("circle", cx=x, cy=y, r=pen.paper.mm(DOT_MM / 2), fill=pen.ink, stroke="none")

    def _frame(self, pen: Pen) -> Frame:
        left, top, right, bottom = self._outline.bounds
        strips = [corner for chain in self._chains(pen) for corner in room_for(chain, pen)]
        return Frame.around([(left, top), (right, bottom), *strips], pen.paper.mm(MARGIN))

    def _chains(self, pen: Pen) -> tuple[Chain, ...]:
        left, _top, _right, bottom = self._outline.bounds
        across, up = self._rows
        figures = self.wishes.figures
        below = stacked([Row(stops) for stops in across], DOWN, bottom, pen, figures)
        beside = stacked([Row(stops) for stops in up], LEFT, -left, pen, figures)
        return (*below, *beside)

    @cached_property
    def _rows(self) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
        """The stops below and beside the drawing: the first cuts, and the whole."""
        left, top, right, bottom = self._outline.bounds
        across, up = [merged([left, right])], [merged([-bottom, -top])]
        if ends := ends_of(self._layout, self.one.tile):
            sign = 1 if self.one.is_wall else -1
            across.insert(0, merged([left, *ends.row, right]))
            up.insert(0, merged([-bottom, *(sign * stop for stop in ends.column), -top]))
        return across, up

    @cached_property
    def _layout(self) -> Layout:
        return self.one.layout

    @cached_property
    def _outline(self) -> BaseGeometry:
        return self._drawn(self.one.outline)

    def _drawn(self, shape: BaseGeometry) -> BaseGeometry:
        """In the drawing's frame: a wall's heights run upwards, a page's y downwards."""
        if not self.one.is_wall:
            return shape
        flipped: BaseGeometry = shapely.transform(shape, lambda points: points * (1, -1))
        return flipped
