"""Which dimension chains a plan needs: openings, walls and rooms, and the whole, on each side that faces outwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import shapely

from rooms.drawing.dimensions import Chain, readable, room_for, stacked
from rooms.drawing.figure_rows import Row
from rooms.drawing.lettering import Figures
from rooms.drawing.outer_edges import Edge, is_free, outer_edges, outline_points, same_way
from rooms.drawing.pen import Pen
from rooms.drawing.sections import through_rooms
from rooms.drawing.storey import Aperture, Storey
from rooms.drawing.svg import Point
from rooms.walls.niches import opens_on
from rooms.walls.vector import dot, length, minus, moved

SAME_MM = 1.0
SQUARE_ENOUGH = 1.4e-3
"""The cosine of the angle to its normal under which a face still looks that way."""
LEAST_SLANTING_MM = 600
ONE_LINE_MM = 100
"""Slanting edges whose lines lie so near to each other share one chain."""

DOWN, LEFT, UP, RIGHT = (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)
SQUARE = (DOWN, LEFT, UP, RIGHT)


@dataclass(frozen=True)
class Side:
    """What is seen of a building from one direction; stops are mm along the direction in which writing is read."""

    outwards: Point
    edges: tuple[Edge, ...]
    apertures: tuple[Aperture, ...]

    @property
    def along(self) -> Point:
        return readable((-self.outwards[1], self.outwards[0]))

    def stop(self, point: Point) -> float:
        return dot(point, self.along)

    def ends(self, one: Aperture) -> tuple[float, float]:
        first, last = sorted(self.stop(point) for point in one.face(_sign(one, self.outwards)))
        return first, last

    @property
    def seen(self) -> tuple[float, ...]:
        """Where the edges begin and end."""
        return merged(self.stop(point) for edge in self.edges for point in (edge.start, edge.stop))

    def openings_in(self, stops: Iterable[float], figures: Figures) -> Row:
        """The stops with the openings' ends among them, and the openings' heights under their widths."""
        ends = [self.ends(one) for one in self.apertures]
        whole = merged([*stops, *(end for pair in ends for end in pair)])
        taken = [(round(low), round(high)) for low, high in ends]
        heights = dict(zip(taken, (one.opening.height for one in self.apertures), strict=True))
        stretches = [(round(start), round(stop)) for start, stop in pairwise(whole)]
        return Row(whole, tuple(figures.length(heights[one]) if one in heights else "" for one in stretches))


def plan_chains(storey: Storey, drawn: Sequence[Point], pen: Pen, figures: Figures) -> tuple[Chain, ...]:
    """Every chain of the level's plan; `drawn` are points that the chains must stay outside of."""
    outline = shapely.simplify(storey.outline, 0.1)
    edges = tuple(outer_edges(outline))
    slanting = tuple(_slanting(storey, edges, pen, figures))
    clear = [*drawn, *outline_points(outline), *(corner for chain in slanting for corner in room_for(chain, pen))]
    sides = {outwards: _side(storey, edges, outwards) for outwards in SQUARE}
    walls = {
        one.outwards: through_rooms(storey, outline, one.outwards, one.along) for one in sides.values() if one.edges
    }
    found = list(slanting)
    for outwards, side in sides.items():
        rows = [*_near(side, walls, figures), *_whole(side, sides, outline_points(outline))]
        found += stacked(rows, outwards, max((dot(point, outwards) for point in clear), default=0), pen, figures)
    return tuple(found)


def merged(stops: Iterable[float]) -> tuple[float, ...]:
    """The stops in order, those within a millimetre of the one before left out."""
    kept: list[float] = []
    for stop in sorted(stops):
        if not kept or stop - kept[-1] > SAME_MM:
            kept.append(stop)
    return tuple(kept)


def _side(storey: Storey, edges: Sequence[Edge], outwards: Point) -> Side:
    facing = tuple(edge for edge in edges if same_way(edge.outwards, outwards))
    apertures = tuple(one for one in storey.apertures if facing and _faces(one, outwards, storey))
    return Side(outwards, facing, apertures)


def _faces(one: Aperture, outwards: Point, storey: Storey) -> bool:
    """Whether the opening lies in a straight wall across this direction with nothing before it."""
    sign = _sign(one, outwards)
    if one.wall.bulge or not opens_on(one.opening, "right" if sign > 0 else "left"):
        return False
    face = one.face(sign)
    if abs(dot(minus(face[-1], face[0]), outwards)) > SQUARE_ENOUGH * length(minus(face[-1], face[0])):
        return False
    return is_free(moved(one.middle, outwards, one.half_mm), outwards, storey.outline)


def _sign(one: Aperture, outwards: Point) -> int:
    """Whether its wall's right face (1) or left face (-1) looks that way."""
    return 1 if dot(one.line.normals[0], outwards) > 0 else -1


def _near(side: Side, walls: dict[Point, tuple[float, ...]], figures: Figures) -> Iterator[Row]:
    """The openings between the walls they stand between, then walls and rooms alone where that says more."""
    if not side.edges:
        return
    through, opposite = walls[side.outwards], walls.get((-side.outwards[0], -side.outwards[1]), ())
    openings = side.openings_in([*side.seen, *through], figures)
    is_told = False
    if side.apertures or len(side.seen) > 2:
        yield openings
        is_told = bool(through) and _alike([s for s in openings.stops if through[0] <= s <= through[-1]], through)
    is_first = side.outwards in (DOWN, LEFT)
    if len(through) > 3 and not is_told and (is_first or not _alike(through, opposite)):
        yield Row(through)


def _whole(side: Side, sides: dict[Point, Side], corners: Sequence[Point]) -> Iterator[Row]:
    """The whole length, below and to the left, or opposite where nothing faces that way."""
    other = sides[-side.outwards[0], -side.outwards[1]]
    if side.edges and (side.outwards in (DOWN, LEFT) or not other.edges):
        stops = [side.stop(corner) for corner in corners]
        yield Row((min(stops), max(stops)))


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(p - q) <= SAME_MM for p, q in zip(one, other, strict=True))


def _slanting(storey: Storey, edges: Sequence[Edge], pen: Pen, figures: Figures) -> Iterator[Chain]:
    """A chain along each line of long outer edges that is not square to the page, with the openings in it."""
    rest = [edge for edge in edges if edge.length_mm >= LEAST_SLANTING_MM]
    rest = [edge for edge in rest if not any(same_way(edge.outwards, way) for way in SQUARE)]
    while rest:
        outwards, out_mm = rest[0].outwards, rest[0].out_mm
        line = [edge for edge in rest if same_way(edge.outwards, outwards) and abs(edge.out_mm - out_mm) < ONE_LINE_MM]
        rest = [edge for edge in rest if edge not in line]
        side = _side(storey, line, outwards)
        on_line = tuple(
            one for one in side.apertures if abs(dot(one.middle, outwards) + one.half_mm - out_mm) < ONE_LINE_MM
        )
        row = Side(outwards, side.edges, on_line).openings_in(side.seen, figures)
        yield from stacked([row], outwards, max(edge.out_mm for edge in line), pen, figures)
