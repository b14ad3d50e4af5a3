"""Path data of the regions that geometry leaves: polygons with holes, in one or several pieces."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing import svg
from rooms.drawing.svg import Point


def region(shape: BaseGeometry) -> str:
    """Closed outlines of every piece and hole, for the even-odd rule; empty when there is nothing."""
    return "".join(svg.ring(corners(ring)) for piece in polygons(shape) for ring in (piece.exterior, *piece.interiors))


def corners(ring: shapely.LinearRing) -> list[Point]:
    """The ring's corners, the first not said twice."""
    return [(x, y) for x, y in ring.coords][:-1]


def lines(shape: BaseGeometry) -> str:
    """Open lines of whatever lines there are in the shape."""
    return "".join(
        svg.line([(x, y) for x, y in part.coords])
        for part in shapely.get_parts(shape)
        if isinstance(part, shapely.LineString)
    )


def polygons(shape: BaseGeometry) -> Iterator[shapely.Polygon]:
    yield from (part for part in shapely.get_parts(shape) if isinstance(part, shapely.Polygon) and not part.is_empty)


def hatching(shape: BaseGeometry, step_mm: float) -> BaseGeometry:
    """Lines at 45° across the shape."""
    return shapely.intersection(_aslant(shape, step_mm), shape)


def _aslant(shape: BaseGeometry, step_mm: float) -> shapely.MultiLineString:
    """Lines at 45° over the shape's box."""
    if shape.is_empty:
        return shapely.MultiLineString()
    left, top, right, bottom = shape.bounds
    marks = range(int((left + top) // step_mm), int((right + bottom) // step_mm) + 1)
    return shapely.MultiLineString([((mark * step_mm - top, top), (mark * step_mm - bottom, bottom)) for mark in marks])
