"""A block of lettering and the place for it: within a room, over as little of the furniture as can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from rooms.drawing.lettering import text
from rooms.drawing.paper import letters_width
from rooms.drawing.svg import Point, Svg

LEADING = 1.75
STATIONS = 21
"""How many places are tried along each side of a room."""


@dataclass(frozen=True)
class Line:
    """`cap` is the height of its capitals in mm of the plan."""

    words: str
    cap: float
    fill: str
    weight: int | None = None


@dataclass(frozen=True)
class Block:
    """Lines under one another about a common middle, in mm of the plan."""

    lines: tuple[Line, ...]

    @property
    def width(self) -> float:
        return max(letters_width(line.words, line.cap) for line in self.lines)

    @property
    def height(self) -> float:
        return self.lines[0].cap + sum(line.cap * LEADING for line in self.lines[1:])

    def shrunk(self, share: float) -> Block:
        return Block(tuple(replace(line, cap=line.cap * share) for line in self.lines))

    def box(self, middle: Point, margin: float) -> BaseGeometry:
        x, y, half_width, half_height = *middle, self.width / 2 + margin, self.height / 2 + margin
        return shapely.box(x - half_width, y - half_height, x + half_width, y + half_height)

    def drawn(self, middle: Point) -> Iterator[Svg]:
        base = middle[1] - self.height / 2
        for place, line in enumerate(self.lines):
            base += line.cap * LEADING if place else line.cap
            yield text(line.words, (middle[0], base), line.cap, fill=line.fill, weight=line.weight)


@dataclass(frozen=True)
class Spot:
    """A block's place and how much of what it should avoid it covers there."""

    block: Block
    middle: Point
    covered_mm2: float


def best_spot(blocks: Iterator[Block], floor: BaseGeometry, furniture: BaseGeometry, margin: float) -> Spot:
    """The first block that finds a free place; else the one that covers clearly less than those before it.

    Where none fits between the walls at all the last one stands in the middle of the room.
    """
    free = shapely.difference(floor, furniture)
    best: Spot | None = None
    for block in blocks:
        spot = _spot(block, floor, free, margin)
        if spot and (best is None or spot.covered_mm2 < best.covered_mm2 / 2):
            best = spot
        if best and best.covered_mm2 == 0:
            return best
    if best:
        return best
    middle = shapely.point_on_surface(floor)
    return Spot(block, (middle.x, middle.y), 1)


def _spot(block: Block, floor: BaseGeometry, free: BaseGeometry, margin: float) -> Spot | None:
    """Where in the room the block covers least, nearest to the room's middle; None where it runs into walls."""
    x_from, y_from, x_to, y_to = floor.bounds
    half_width, half_height = block.width / 2 + margin, block.height / 2 + margin
    xs, ys = (
        grid.ravel() for grid in np.meshgrid(_stations(x_from, x_to, half_width), _stations(y_from, y_to, half_height))
    )
    boxes = shapely.box(xs - half_width, ys - half_height, xs + half_width, ys + half_height)
    shapely.prepare(floor)
    within = shapely.covers(floor, boxes)
    if not within.any():
        return None
    covered = np.round(4 * half_width * half_height - shapely.area(shapely.intersection(boxes[within], free)))
    away = shapely.distance(floor.centroid, shapely.points(xs[within], ys[within]))
    best = np.lexsort((away, covered))[0]
    return Spot(block, (float(xs[within][best]), float(ys[within][best])), float(covered[best]))


def _stations(start: float, stop: float, half: float) -> NDArray[np.float64]:
    """Places for a middle along a side."""
    if start + half >= stop - half:
        return np.array([(start + stop) / 2])
    return np.linspace(start + half, stop - half, STATIONS)
