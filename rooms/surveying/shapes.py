"""The outlines that a room not drawn yet is measured by: walls as vectors, clockwise on the page from wall A."""

from __future__ import annotations

from collections.abc import Mapping

from rooms.walls.vector import Vector

RECTANGLE = "rectangle"
SHAPES: Mapping[str, tuple[Vector, ...]] = {
    RECTANGLE: ((4000, 0), (0, 3000), (-4000, 0), (0, -3000)),
    "l": ((4000, 0), (0, 1700), (-2000, 0), (0, 1700), (-2000, 0), (0, -3400)),
    "u": ((1300, 0), (0, 2000), (1800, 0), (0, -2000), (1300, 0), (0, 3600), (-4400, 0), (0, -3600)),
    "t": ((4400, 0), (0, 1600), (-1400, 0), (0, 1800), (-1600, 0), (0, -1800), (-1400, 0), (0, -1600)),
    "z": ((2600, 0), (0, 1500), (1800, 0), (0, 2000), (-2600, 0), (0, -1500), (-1800, 0), (0, -2000)),
    "s": ((2600, 0), (0, 2000), (-1800, 0), (0, 1500), (-2600, 0), (0, -2000), (1800, 0), (0, -1500)),
}


def corners_of(walls: tuple[Vector, ...]) -> tuple[Vector, ...]:
    """Where each wall begins, the first at 0, 0."""
    x = y = 0.0
    found = []
    for dx, dy in walls:
        found.append((x, y))
        x, y = x + dx, y + dy
    return tuple(found)
