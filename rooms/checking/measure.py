"""Extents of shapes along the directions of bodies."""

from __future__ import annotations

from collections.abc import Iterable

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.checking.body import Body
from rooms.walls.vector import Vector

LEAST_MM2 = 100


def extent(shape: BaseGeometry, way: Vector) -> float:
    """How long the shape is along a unit direction."""
    points = shapely.get_coordinates(shape)
    along = points[:, 0] * way[0] + points[:, 1] * way[1]
    return float(along.max() - along.min())


def across_of(shape: BaseGeometry) -> float:
    """How wide the shape is where it is widest: the diameter of the largest circle in it."""
    areas = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and part.area > LEAST_MM2]
    return max((2 * float(shapely.maximum_inscribed_circle(area, tolerance=2).length) for area in areas), default=0.0)


def narrowest(shape: BaseGeometry, bodies: Iterable[Body]) -> tuple[float, Vector]:
    """The least extent along the sides of the bodies, and its direction: the way that parts them soonest."""
    ways = [body.way(*axis) for body in bodies for axis in ((1, 0), (0, 1))]
    return min((extent(shape, way), way) for way in ways)
