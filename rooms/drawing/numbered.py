"""A plan of a level's things by their numbers in a list: walls grey, each thing with its number in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from rooms.drawing import svg
from rooms.drawing.drawing import MARGIN, Drawing, Frame, Wishes
from rooms.drawing.items import draw_items, is_overhead
from rooms.drawing.lettering import text
from rooms.drawing.openings import draw_openings, swept
from rooms.drawing.outer_edges import outline_points
from rooms.drawing.paper import INK, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Point, Svg
from rooms.drawing.wall_lines import draw_walls
from rooms.entities import Item
from rooms.plan import Plan
from rooms.things.footprint import footprint
from rooms.walls.vector import length, minus

TITLES = {"pl": "Wyposażenie", "en": "Furniture"}
GREY = "#b9b9b9"
RADIUS, CAP, APART = 2.2, 1.9, 0.4
"""Of a number's circle, of its figures, and between two circles, in mm on paper."""
ASIDE = sorted(product((0, -1, 1, -2, 2), repeat=2), key=lambda step: step[0] ** 2 + step[1] ** 2)
"""Where a number goes when its thing's middle is taken: steps of a circle's width."""


def numbered_drawing(plan: Plan, level: str | None, numbers: Mapping[str, int], wishes: Wishes) -> Drawing:
    """The numbers are by the items' ids; what has none is drawn without."""
    return _Numbered(Storey.of(plan, level), numbers, wishes).drawn()


@dataclass(frozen=True)
class _Numbered:
    storey: Storey
    numbers: Mapping[str, int]
    wishes: Wishes

    def drawn(self) -> Drawing:
        pen = self.wishes.pen(self._frame)
        return Drawing(self._frame(pen), pen.paper, TITLES[self.wishes.language], "", self._layers(pen))

    def _layers(self, pen: Pen) -> tuple[Svg, ...]:
        storey = self.storey
        return (
            draw_items([item for item in storey.items if not is_overhead(item)], pen),
            draw_walls(storey, pen, GREY),
            draw_openings(storey, pen),
            draw_items([item for item in storey.items if is_overhead(item)], pen, "overhead"),
            pen.layer("numbers", *(_mark(number, spot, pen) for number, spot in self._spots(pen))),
        )

    def _frame(self, pen: Pen) -> Frame:
        swings = [corner for one in self.storey.apertures for corner in swept(one)]
        own = [corner for item in self.storey.items for corner in footprint(item)]
        return Frame.around([*outline_points(self.storey.outline), *swings, *own], pen.paper.mm(MARGIN))

    def _spots(self, pen: Pen) -> Iterator[tuple[int, Point]]:
        """Each number in the middle of its thing, or beside where another number is already."""
        taken: list[Point] = []
        step, apart = pen.paper.mm(RADIUS), pen.paper.mm(2 * RADIUS + APART)
        for item in self._listed:
            choices = [(item.at[0] + x * step, item.at[1] + y * step) for x, y in ASIDE]
            free = (spot for spot in choices if all(length(minus(spot, other)) >= apart for other in taken))
            spot = next(free, choices[0])
            taken.append(spot)
            yield self.numbers[item.id], spot

    @cached_property
    def _listed(self) -> list[Item]:
        return sorted(
            (item for item in self.storey.items if item.id in self.numbers), key=lambda item: self.numbers[item.id]
        )


def _mark(number: int, spot: Point, pen: Pen) -> Svg:
    mm = pen.paper.mm
    x, y = spot
    circle = svg.element("circle", cx=x, cy=y, r=mm(RADIUS), fill=WHITE, stroke=INK, stroke_width=pen.paper.visible)
    return svg.element("g", circle, text(str(number), (x, y + mm(CAP) / 2), mm(CAP), weight=600))
