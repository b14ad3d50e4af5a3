"""Dimension chains: lines with oblique ticks and extension lines, stacked outside of what they measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, degrees

from rooms.drawing import svg
from rooms.drawing.figure_rows import CAP, Figure, Row, depth, lift, placed
from rooms.drawing.lettering import Figures, text
from rooms.drawing.pen import Pen
from rooms.drawing.svg import Point, Svg
from rooms.walls.vector import dot, moved

FIRST, NEXT = 9.0, 7.5
"""From what is measured to the first chain, and at least from chain to chain, in mm on paper as all here."""
GAP = 2.0
"""Between what is measured and the extension lines."""
CLEAR = 1.6
"""Between one chain's figures and the next chain's, whose ticks reach in between."""
TICK = 1.1
OVERSHOOT = 1.4


@dataclass(frozen=True)
class Chain:
    """A row of stops (mm along the unit direction `along`, from the origin) with its figures in their places.

    `outwards` is the unit direction away from what is measured; extension lines come from `reach_mm` nearer to it.
    """

    origin: Point
    along: Point
    outwards: Point
    stops: tuple[float, ...]
    figures: tuple[Figure, ...]
    reach_mm: float

    def at(self, stop: float, outwards_mm: float = 0.0) -> Point:
        return moved(moved(self.origin, self.along, stop), self.outwards, outwards_mm)

    @property
    def up(self) -> Point:
        return top_of_letters(self.along)


def readable(along: Point) -> Point:
    """The direction, or its opposite, in which writing is read: to the right, or up the page."""
    x, y = along
    return (x, y) if x > 1e-9 or (abs(x) <= 1e-9 and y < 0) else (-x, -y)


def top_of_letters(along: Point) -> Point:
    """Up the page for letters on a level line, to the left for those on an upright one."""
    return along[1], -along[0]


def stacked(rows: Sequence[Row], outwards: Point, edge_mm: float, pen: Pen, figures: Figures) -> Iterator[Chain]:
    """Chains for the rows, each outside the one before; `edge_mm`: how far outwards that which they measure reaches.

    The rows' stops are read along the writing's direction from the drawing's own origin.
    """
    along = readable((-outwards[1], outwards[0]))
    up_is_out = dot(top_of_letters(along), outwards) > 0
    away, before = 0.0, 0.0
    for row in rows:
        written = placed(row, figures, pen.paper, up_is_out=up_is_out)
        inner, outer = (depth(written, upwards=up_is_out == is_outer) for is_outer in (False, True))
        step = max(NEXT, before + inner + CLEAR) if away else FIRST
        reach = step - (max(before, OVERSHOOT) + CLEAR / 2 if away else GAP)
        away, before = away + step, outer
        distance = edge_mm + pen.paper.mm(away)
        origin = outwards[0] * distance, outwards[1] * distance
        yield Chain(origin, along, outwards, row.stops, written, pen.paper.mm(reach))


def draw_chain(chain: Chain, pen: Pen) -> Svg:
    past, half = pen.paper.mm(OVERSHOOT), pen.paper.mm(TICK)
    line = svg.line((chain.at(chain.stops[0]), chain.at(chain.stops[-1])))
    extensions = "".join(svg.line((chain.at(stop, -chain.reach_mm), chain.at(stop, past))) for stop in chain.stops)
    ticks = "".join(_tick(chain, stop, half) for stop in chain.stops)
    written = (_written(chain, figure, pen) for figure in chain.figures)
    return svg.element("g", pen.fine(line + extensions), pen.visible(ticks), *written)


def room_for(chain: Chain, pen: Pen) -> tuple[Point, ...]:
    """Corners of the strip that the chain and its figures take."""
    up_is_out = dot(chain.up, chain.outwards) > 0
    outer = max(pen.paper.mm(depth(chain.figures, upwards=up_is_out)), pen.paper.mm(OVERSHOOT))
    spans = [figure.span(pen.paper) for figure in chain.figures]
    low = min([chain.stops[0], *(span[0] for span in spans)])
    high = max([chain.stops[-1], *(span[1] for span in spans)])
    return tuple(chain.at(end, out) for end in (low, high) for out in (0, outer))


def _tick(chain: Chain, stop: float, half: float) -> str:
    middle = chain.at(stop)
    slant = chain.along[0] + chain.up[0], chain.along[1] + chain.up[1]
    return svg.line((moved(middle, slant, -half), moved(middle, slant, half)))


def _written(chain: Chain, figure: Figure, pen: Pen) -> Svg:
    spot = moved(chain.at(figure.middle), chain.up, pen.paper.mm(lift(figure.row)))
    return text(figure.said, spot, pen.paper.mm(CAP), turn=degrees(atan2(chain.along[1], chain.along[0])))
