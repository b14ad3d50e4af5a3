"""The drawing for tape on the floor: a room's things, numbered, with their distances from two walls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import atan2, cos, degrees, radians, sin

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.dimensions import readable, top_of_letters
from rooms.drawing.drawing import Drawing, Wishes
from rooms.drawing.items import draw_items
from rooms.drawing.labels import room_name
from rooms.drawing.lettering import Figures, text
from rooms.drawing.paper import FAINT, INK, WHITE, letters_width
from rooms.drawing.pen import Pen
from rooms.drawing.room_sketch import RoomSketch
from rooms.drawing.shapes import region
from rooms.drawing.svg import Point, Svg
from rooms.entities import Item
from rooms.tape import Distance, Taped
from rooms.things.footprint import footprint
from rooms.walls.vector import length, minus, moved

CAP, NUMBER_CAP, RADIUS, TICK = 1.9, 2.0, 2.1, 0.8
"""Heights of figures and numbers, a number's circle, half a tick, in mm on paper."""
AT_WALL_MM = 3
"""A thing so near to a wall stands at it: no line is drawn."""
STATIONS = (0.5, 0.35, 0.65, 0.2, 0.8)
ASIDE = ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (-1, -1), (1, -1))
"""Where a number may stand on its thing: in the middle, or so many thirds of its half sizes away."""


def tape_drawing(sketch: RoomSketch, things: tuple[Taped, ...], wishes: Wishes) -> Drawing:
    """The room with its numbered things and the lines to measure; a figure without a free place is left out."""
    pen = wishes.pen(sketch.frame)
    title = room_name(sketch.room, wishes.language)
    return Drawing(sketch.frame(pen), pen.paper, title, "", _Laid(sketch, things, pen, wishes.figures).layers())


@dataclass(frozen=True)
class _Laid:
    sketch: RoomSketch
    things: tuple[Taped, ...]
    pen: Pen
    figures: Figures

    def layers(self) -> tuple[Svg, ...]:
        floor, *around = self.sketch.layers(self.pen)
        return (
            floor,
            draw_items((one.item for one in self.things), Pen(self.pen.paper, ink=FAINT)),
            *around,
            self.pen.layer("outlines", *(self.pen.visible(svg.ring(footprint(one.item))) for one in self.things)),
            self.pen.layer("lines", *map(self._line, self._measured), *self._corners()),
            self.pen.layer("numbers", *self._numbered()),
            self.pen.layer("figures", *self._figures()),
        )

    @cached_property
    def _measured(self) -> tuple[Distance, ...]:
        """The distances that have a line, the shortest first: they have the least choice of places."""
        found = (one for thing in self.things for mark in thing.marks for one in mark.distances)
        return tuple(sorted((one for one in found if one.mm > AT_WALL_MM), key=lambda one: one.mm))

    def _line(self, distance: Distance) -> Svg:
        along = _along(distance)
        ticks = "".join(_tick(end, along, self.pen.paper.mm(TICK)) for end in (distance.foot, distance.spot))
        line = self.pen.fine(svg.line((distance.foot, distance.spot)))
        return svg.element("g", line, self.pen.visible(ticks))

    def _corners(self) -> Iterator[Svg]:
        """Letters at the two corners of what stands at a slant."""
        mm = self.pen.paper.mm
        for thing in self.things:
            for letter, mark in zip("ab", thing.marks if len(thing.marks) > 1 else (), strict=False):
                spot = moved(mark.point, _unit(minus(thing.item.at, mark.point)), mm(CAP * 1.3))
                yield text(letter, (spot[0], spot[1] + mm(CAP) * 0.35), mm(CAP), weight=600)

    @cached_property
    def _number_spots(self) -> tuple[Point, ...]:
        """A place on each thing, away from the numbers before it."""
        spots: list[Point] = []
        apart = self.pen.paper.mm(2 * RADIUS + 0.4)
        for thing in self.things:
            choices = [_on(thing.item, *aside) for aside in ASIDE]
            free = (spot for spot in choices if all(length(minus(spot, other)) >= apart for other in spots))
            spots.append(next(free, choices[0]))
        return tuple(spots)

    def _numbered(self) -> Iterator[Svg]:
        mm = self.pen.paper.mm
        for thing, (x, y) in zip(self.things, self._number_spots, strict=True):
            yield svg.element("circle", cx=x, cy=y, r=mm(RADIUS), fill=INK, stroke="none")
            base = y + mm(NUMBER_CAP) / 2
            yield text(str(thing.number), (x, base), mm(NUMBER_CAP), fill=WHITE, weight=600)

    def _figures(self) -> Iterator[Svg]:
        """Each distance on its line, where it covers neither a number nor another figure."""
        mm = self.pen.paper.mm
        taken: list[BaseGeometry] = [shapely.Point(spot).buffer(mm(RADIUS)) for spot in self._number_spots]
        for distance in self._measured:
            veils = [(middle, self._veil(distance, middle)) for middle in self._middles(distance)]
            free = ((middle, veil) for middle, veil in veils if not any(veil.intersects(one) for one in taken))
            if (place := next(free, None)) is not None:
                taken.append(place[1])
                yield self._figure(distance, *place)

    def _middles(self, distance: Distance) -> Iterator[Point]:
        """Where along the line its figure has room."""
        way = minus(distance.spot, distance.foot)
        half = self._half(distance)
        for share in STATIONS:
            if min(share, 1 - share) * length(way) >= half:
                yield distance.foot[0] + way[0] * share, distance.foot[1] + way[1] * share

    def _figure(self, distance: Distance, middle: Point, veil: shapely.Polygon) -> Svg:
        along, cap = _along(distance), self.pen.paper.mm(CAP)
        base = moved(middle, top_of_letters(along), -cap / 2)
        ground = self.pen.filled(region(veil), WHITE)
        said = self.figures.length(distance.mm)
        return svg.element("g", ground, text(said, base, cap, turn=degrees(atan2(along[1], along[0]))))

    def _veil(self, distance: Distance, middle: Point) -> shapely.Polygon:
        along, half, tall = _along(distance), self._half(distance), self.pen.paper.mm(CAP) * 0.75
        up = top_of_letters(along)
        return shapely.Polygon([moved(moved(middle, along, x * half), up, y * tall) for x, y in BOX])

    def _half(self, distance: Distance) -> float:
        cap = self.pen.paper.mm(CAP)
        return letters_width(self.figures.length(distance.mm), cap) / 2 + cap / 8


BOX = ((-1, -1), (1, -1), (1, 1), (-1, 1))


def _along(distance: Distance) -> Point:
    return readable(_unit(minus(distance.spot, distance.foot)))


def _unit(way: Point) -> Point:
    long = length(way) or 1.0
    return way[0] / long, way[1] / long


def _tick(middle: Point, along: Point, half: float) -> str:
    up = top_of_letters(along)
    slant = along[0] + up[0], along[1] + up[1]
    return svg.line((moved(middle, slant, -half), moved(middle, slant, half)))


def _on(item: Item, right: int, front: int) -> Point:
    """The point of the thing so many thirds of its half width to the right and of its half depth to the front."""
    turn = radians(item.turn_mdeg / 1000)
    x, y = right * item.size[0] / 3, front * item.size[1] / 3
    return item.at[0] + x * cos(turn) - y * sin(turn), item.at[1] + x * sin(turn) + y * cos(turn)
