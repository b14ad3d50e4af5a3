"""One room cut out of its storey: its walls as far as they are its own, doors and windows, and its walls' letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.aperture import Aperture
from rooms.drawing.drawing import MARGIN, Drawing, Frame, Wishes
from rooms.drawing.labels import room_name
from rooms.drawing.lettering import text
from rooms.drawing.openings import MARKS, swept
from rooms.drawing.paper import POCHE, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import region
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Point, Svg
from rooms.outline import Room
from rooms.outline.wall_letters import LetteredSide, edge_length_mm, lettered
from rooms.plan import Plan
from rooms.walls.vector import length, minus, moved

SHOWN_WALL_MM = 140
"""Of a thicker wall no more is drawn."""
BESIDE_MM = 5
RADIUS, CAP, AWAY = 2.3, 2.2, 1.2
"""Of a letter's circle: its radius, the height of the letter, its distance from the wall, in mm on paper."""
STATIONS = (0.5, 0.3, 0.7, 0.15, 0.85)
"""Where along a wall its letter may stand, the best place first."""
ROWS = 3
"""How many letters may stand behind each other, outwards, where walls are shorter than letters."""


@dataclass(frozen=True)
class RoomSketch:
    storey: Storey
    place: int

    @classmethod
    def of(cls, plan: Plan, place: int) -> RoomSketch:
        """The room of this index among the rooms found in the plan."""
        storey = Storey.of(plan)
        room = storey.found.rooms[place]
        return cls(Storey(plan, room.level, storey.found, storey.surfaces), place)

    def layers(self, pen: Pen) -> tuple[Svg, ...]:
        """From below: floor, walls, doors and windows, letters."""
        return (
            pen.layer("floors", pen.filled(region(self.floor), WHITE)),
            pen.layer("walls", pen.visible(region(self._walls), fill=POCHE)),
            pen.layer("openings", *(mark for one in self.apertures for mark in MARKS[one.opening.kind](one, pen))),
            pen.layer("letters", *(_circled(letter, at, pen) for letter, at in self._letters(pen))),
        )

    def frame(self, pen: Pen) -> Frame:
        reach = pen.paper.mm(RADIUS)
        around = [(x + dx, y + dy) for _, (x, y) in self._letters(pen) for dx, dy in ((-reach, -reach), (reach, reach))]
        swings = [corner for one in self.apertures for corner in swept(one)]
        left, top, right, bottom = shapely.union(self._walls, self.floor).bounds
        return Frame.around([(left, top), (right, bottom), *around, *swings], pen.paper.mm(MARGIN / 2))

    @property
    def room(self) -> Room:
        return self.storey.found.rooms[self.place]

    @cached_property
    def sides(self) -> tuple[LetteredSide, ...]:
        return lettered(self.room)

    @cached_property
    def floor(self) -> BaseGeometry:
        return self.storey.floor(self.room)

    @cached_property
    def apertures(self) -> tuple[Aperture, ...]:
        """The openings in this room's own walls, at any height: who measured a high window looks for it here."""
        edge = self.floor.boundary
        return tuple(
            one
            for one in self.storey.apertures
            if shapely.distance(edge, shapely.Point(one.middle)) < one.half_mm + BESIDE_MM
        )

    @cached_property
    def _walls(self) -> BaseGeometry:
        near = self.floor.buffer(SHOWN_WALL_MM, join_style="mitre")
        uncut = [shapely.Polygon(one.hole()).buffer(0) for one in self.apertures if not one.is_cut]
        free = shapely.union_all([self.floor, *uncut])
        return shapely.difference(shapely.intersection(self.storey.poche, near), free)

    @cached_property
    def _swings(self) -> BaseGeometry:
        return shapely.union_all([shapely.Polygon(ring) for one in self.apertures if (ring := swept(one))])

    def _letters(self, pen: Pen) -> list[tuple[str, Point]]:
        """Each wall's letter and where it stands: outside, apart from the others, where no door swings if it can."""
        swings, wide = self._swings.buffer(pen.paper.mm(RADIUS)), pen.paper.mm(2 * RADIUS)
        placed: list[tuple[str, Point]] = []
        for side in self.sides:
            spots = list(self._spots(side, pen))
            apart = [spot for spot in spots if all(length(minus(spot, at)) > wide for _, at in placed)] or spots[:1]
            still = (spot for spot in apart if not swings.contains(shapely.Point(spot)))
            placed.append((side.letter, next(still, apart[0])))
        return placed

    def _spots(self, side: LetteredSide, pen: Pen) -> Iterator[Point]:
        """Behind the wall, or before it where the same room lies on both its sides; the farther rows come last."""
        edge = max(side.edges, key=edge_length_mm)
        line = shapely.LineString(edge.points)
        way = minus(edge.points[-1], edge.points[0])
        outwards = way[1] / (length(way) or 1), -way[0] / (length(way) or 1)
        for row, share in product(range(ROWS), STATIONS):
            away = pen.paper.mm(AWAY + RADIUS + 2.2 * RADIUS * row)
            foot = shapely.line_interpolate_point(line, share, normalized=True)
            spot = moved((foot.x, foot.y), outwards, SHOWN_WALL_MM + away)
            inside = self.floor.contains(shapely.Point(spot))
            yield moved((foot.x, foot.y), outwards, -away) if inside else spot


def key_drawing(sketch: RoomSketch, wishes: Wishes) -> Drawing:
    """The room and the letters of its walls alone."""
    pen = wishes.pen(sketch.frame)
    return Drawing(sketch.frame(pen), pen.paper, room_name(sketch.room, wishes.language), "", sketch.layers(pen))


def _circled(letter: str, spot: Point, pen: Pen) -> Svg:
    mm = pen.paper.mm
    circle = svg.element("circle", cx=spot[0], cy=spot[1], r=mm(RADIUS), stroke_width=pen.paper.visible, fill=WHITE)
    return svg.element("g", circle, text(letter, (spot[0], spot[1] + mm(CAP) / 2), mm(CAP), weight=600))
