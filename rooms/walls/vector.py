"""Plane vectors as pairs of floats; square roots and not hypot, so that the browser's twin gives the same bits."""

from __future__ import annotations

from math import sqrt

Vector = tuple[float, float]


def minus(p: Vector, q: Vector) -> Vector:
    return p[0] - q[0], p[1] - q[1]


def moved(p: Vector, direction: Vector, by: float) -> Vector:
    return p[0] + direction[0] * by, p[1] + direction[1] * by


def dot(p: Vector, q: Vector) -> float:
    return p[0] * q[0] + p[1] * q[1]


def across(p: Vector, q: Vector) -> float:
    """The cross product: positive when q is clockwise of p on the page."""
    return p[0] * q[1] - p[1] * q[0]


def length(p: Vector) -> float:
    return sqrt(p[0] * p[0] + p[1] * p[1])
