"""The outer edges of a building on plan: what somebody who walks around it sees of its walls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing.shapes import corners, polygons
from rooms.drawing.svg import Point
from rooms.walls.polygon import edges, signed_area
from rooms.walls.vector import across, dot, length, minus, moved

LEAST_EDGE_MM = 50
FAR_MM = 1_000_000


@dataclass(frozen=True)
class Edge:
    """A straight outer edge of the building that nothing else of it hides, and the direction that it faces."""

    start: Point
    stop: Point
    outwards: Point

    @property
    def length_mm(self) -> float:
        return length(minus(self.stop, self.start))

    @property
    def out_mm(self) -> float:
        """How far outwards it lies from the plan's origin."""
        return dot(self.start, self.outwards)

    @property
    def middle(self) -> Point:
        return (self.start[0] + self.stop[0]) / 2, (self.start[1] + self.stop[1]) / 2


def outer_edges(outline: BaseGeometry) -> Iterator[Edge]:
    for piece in polygons(outline):
        ring = corners(piece.exterior)
        for start, stop in edges(ring if signed_area(ring) > 0 else ring[::-1]):
            way = minus(stop, start)
            long = length(way)
            if long >= LEAST_EDGE_MM:
                edge = Edge(start, stop, (way[1] / long, -way[0] / long))
                if is_free(edge.middle, edge.outwards, outline):
                    yield edge


def outline_points(outline: BaseGeometry) -> list[Point]:
    return [corner for piece in polygons(outline) for corner in corners(piece.exterior)]


def same_way(one: Point, other: Point) -> bool:
    return dot(one, other) > 0 and abs(across(one, other)) < 1e-3


def is_free(point: Point, outwards: Point, outline: BaseGeometry) -> bool:
    ray = shapely.LineString([moved(point, outwards, 1), moved(point, outwards, FAR_MM)])
    return not shapely.intersects(ray, outline)
