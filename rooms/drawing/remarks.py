"""What people set down on a plan: the lengths they measured, and the numbers of their notes."""

from __future__ import annotations

from collections.abc import Sequence

from rooms.drawing import svg
from rooms.drawing.dimensions import Chain, draw_chain, readable, room_for, top_of_letters
from rooms.drawing.figure_rows import Figure
from rooms.drawing.lettering import Figures, text
from rooms.drawing.pen import Pen
from rooms.drawing.svg import Point, Svg
from rooms.entities import Dimension, Note
from rooms.walls.vector import length, minus

RADIUS, CAP = 2.6, 2.2
"""Of a note's circle, and of the number in it, in mm on paper."""


def numbered(notes: Sequence[Note]) -> list[tuple[int, Note]]:
    """The notes of a level by the numbers they have on its drawing, from 1, in the order they were written."""
    return list(enumerate(notes, 1))


def draw_notes(notes: Sequence[Note], pen: Pen) -> Svg:
    return pen.layer("notes", *(_note(number, note, pen) for number, note in numbered(notes)))


def draw_dimensions(dimensions: Sequence[Dimension], figures: Figures, pen: Pen) -> Svg:
    return pen.layer("measured", *(draw_chain(chain, pen) for chain in chains(dimensions, figures)))


def corners(notes: Sequence[Note], dimensions: Sequence[Dimension], figures: Figures, pen: Pen) -> list[Point]:
    """Of all that is drawn of them."""
    reach = pen.paper.mm(RADIUS)
    about = [
        (x + dx, y + dy) for note in notes for x, y in [note.at] for dx in (-reach, reach) for dy in (-reach, reach)
    ]
    return about + [corner for chain in chains(dimensions, figures) for corner in room_for(chain, pen)]


def chains(dimensions: Sequence[Dimension], figures: Figures) -> list[Chain]:
    """Each as a chain of one stretch; of no length, none."""
    return [_chain(one, figures) for one in dimensions if one.a != one.b]


def _chain(dimension: Dimension, figures: Figures) -> Chain:
    way = minus(dimension.b, dimension.a)
    long = length(way)
    along = readable((way[0] / long, way[1] / long))
    start = dimension.a if along[0] * way[0] + along[1] * way[1] > 0 else dimension.b
    return Chain(start, along, top_of_letters(along), (0.0, long), (Figure(figures.length(long), long / 2, 1),), 0.0)


def _note(number: int, note: Note, pen: Pen) -> Svg:
    x, y = note.at
    radius, cap = pen.paper.mm(RADIUS), pen.paper.mm(CAP)
    circle = svg.element("circle", cx=x, cy=y, r=radius, fill="#ffffff", stroke_width=pen.paper.visible)
    return svg.element("g", circle, text(str(number), (x, y + cap / 2), cap, weight=600))
