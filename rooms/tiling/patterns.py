"""Laying patterns: where the tiles of each lie, as one small group that two steps repeat over the plane.

The frame has x to the right and y upwards; the lower left corner of the first tile lies at 0, 0. Joints run around
every tile. The browser's twin is `static/js/geometry/tile_pattern.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, radians, sin, sqrt
from typing import Any

Flat = tuple[float, float]
Ring = tuple[Flat, ...]
Spot = tuple[float, float, float]
"""A turn in degrees counter-clockwise, and where the tile's own lower left corner comes to lie."""


@dataclass(frozen=True)
class Lattice:
    """`blank` is a tile in its own frame, `cell` the tile with half a joint around it, both counter-clockwise.

    The tiles of a group lie at `spots`; groups repeat by any whole number of steps `u` and `v`.
    """

    blank: Ring
    cell: Ring
    spots: tuple[Spot, ...]
    u: Flat
    v: Flat


def lattice_of(tile: Mapping[str, Any]) -> Lattice:
    """Of a plan's tile: its size, joint and pattern."""
    width, height = tile["size"]
    return PATTERNS[tile["pattern"]](width, height, tile["joint"])


def straight(width: float, height: float, joint: float) -> Lattice:
    return _bonded(width, height, joint, 0.0)


def half(width: float, height: float, joint: float) -> Lattice:
    return _bonded(width, height, joint, 1 / 2)


def third(width: float, height: float, joint: float) -> Lattice:
    return _bonded(width, height, joint, 1 / 3)


def _bonded(width: float, height: float, joint: float, shift: float) -> Lattice:
    """Rows, each moved to the right by a share of the tile against the one below."""
    step = width + joint
    return Lattice(*_oblong(width, height, joint), ((0.0, 0.0, 0.0),), (step, 0.0), (shift * step, height + joint))


def diagonal(width: float, height: float, joint: float) -> Lattice:
    """The straight pattern turned by 45° about the first tile's corner."""
    u, v = turned((width + joint, 0.0), 45), turned((0.0, height + joint), 45)
    return Lattice(*_oblong(width, height, joint), ((45.0, 0.0, 0.0),), u, v)


def herringbone(width: float, height: float, joint: float) -> Lattice:
    """Pairs of a lying tile and one standing on its left end."""
    long, short = max(width, height) + joint, min(width, height) + joint
    quarter = 90.0 if width < height else 0.0
    lying = quarter, (long - joint) * (quarter > 0), 0.0
    standing = 90.0 - quarter, (short - joint) * (quarter == 0), short
    return Lattice(*_oblong(width, height, joint), (lying, standing), (short, short), (long, -long))


def hexagon(width: float, _height: float, joint: float) -> Lattice:
    """Hexagons so wide from flat to flat, standing on a corner; their box begins at 0, 0."""
    step = width + joint
    blank, cell = (_hexagon(across, width / 2, width / sqrt(3)) for across in (width, step))
    return Lattice(blank, cell, ((0.0, 0.0, 0.0),), (step, 0.0), (step / 2, step * sqrt(3) / 2))


def _oblong(width: float, height: float, joint: float) -> tuple[Ring, Ring]:
    return _box(0.0, 0.0, width, height), _box(-joint / 2, -joint / 2, width + joint / 2, height + joint / 2)


def _box(left: float, low: float, right: float, high: float) -> Ring:
    return (left, low), (right, low), (right, high), (left, high)


def _hexagon(across: float, x: float, y: float) -> Ring:
    """Around a middle, from the lowest corner on."""
    side, half_width = across / sqrt(3), across / 2
    right = ((x + half_width, y - side / 2), (x + half_width, y + side / 2))
    left = ((x - half_width, y + side / 2), (x - half_width, y - side / 2))
    return ((x, y - side), *right, (x, y + side), *left)


def turned(point: Flat, degrees: float) -> Flat:
    """About 0, 0, counter-clockwise."""
    if degrees == 90:
        return -point[1], point[0]
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return point[0] * c - point[1] * s, point[0] * s + point[1] * c


PATTERNS: Mapping[str, Callable[[float, float, float], Lattice]] = {
    "straight": straight,
    "half": half,
    "third": third,
    "diagonal": diagonal,
    "herringbone": herringbone,
    "hexagon": hexagon,
}
