"""The mark that tells where north is: a circle with an arrow, beside the plan."""

from __future__ import annotations

from math import cos, radians, sin

from rooms.drawing import svg
from rooms.drawing.lettering import text
from rooms.drawing.paper import INK
from rooms.drawing.pen import Pen
from rooms.drawing.svg import Point, Svg
from rooms.walls.vector import moved

RADIUS, AWAY, CAP = 4.0, 4.0, 2.2
"""In mm on paper: the circle, its distance from the drawing, the letter."""
BARB_DEGREES = 150


def north_corners(corner: Point, pen: Pen) -> tuple[Point, Point]:
    """The box that the mark takes to the right of a drawing's upper right corner, its letter included."""
    taken = 2 * pen.paper.mm(RADIUS + CAP) + pen.paper.mm(1)
    left = corner[0] + pen.paper.mm(AWAY)
    return (left, corner[1]), (left + taken, corner[1] + taken)


def draw_north(north_mdeg: int, corner: Point, pen: Pen) -> Svg:
    """`north_mdeg`: how far north lies clockwise from the top of the page."""
    (left, top), (right, bottom) = north_corners(corner, pen)
    middle, radius = ((left + right) / 2, (top + bottom) / 2), pen.paper.mm(RADIUS)
    ways = [radians(north_mdeg / 1000 + turn) for turn in (0, BARB_DEGREES, -BARB_DEGREES)]
    tip, one, other = (moved(middle, (sin(way), -cos(way)), radius) for way in ways)
    letter = moved(middle, (sin(ways[0]), -cos(ways[0])), radius + pen.paper.mm(CAP * 1.1))
    return pen.layer(
        "north",
        pen.fine(_circle(middle, radius)),
        pen.filled(svg.ring((tip, one, middle)), INK),
        pen.fine(svg.ring((tip, other, middle))),
        text("N", (letter[0], letter[1] + pen.paper.mm(CAP / 2)), pen.paper.mm(CAP)),
    )


def _circle(middle: Point, radius: float) -> str:
    left, right = (middle[0] - radius, middle[1]), (middle[0] + radius, middle[1])
    return svg.arc(left, right, radius, clockwise=True) + svg.arc(right, left, radius, clockwise=True)
