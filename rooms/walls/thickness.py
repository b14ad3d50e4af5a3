"""How thick a wall is along itself: a straight one may taper, its faces then straight but not parallel.

The browser's twin is `static/js/geometry/thickness.js`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rooms.walls.centreline import CentreLine
from rooms.walls.vector import Vector, length, minus

if TYPE_CHECKING:
    from rooms.entities import Wall


def is_tapered(wall: Wall) -> bool:
    """Whether the wall is thicker at one end; an arc is not, nor is a wall of no length."""
    return wall.bulge == 0 and wall.thickness_b not in (None, wall.thickness) and wall.a != wall.b


def at_b_mm(wall: Wall) -> int:
    """The thickness at b."""
    return wall.thickness_b if is_tapered(wall) and wall.thickness_b else wall.thickness


def half_mm(wall: Wall, along_mm: float) -> float:
    """Half the thickness so far along from a; past the ends the faces go straight on, until they meet."""
    if not is_tapered(wall):
        return wall.thickness / 2
    more = at_b_mm(wall) - wall.thickness
    return max(wall.thickness + more * along_mm / length(minus(wall.b, wall.a)), 0.0) / 2


def middle_mm(wall: Wall) -> float:
    """The thickness in the middle of the wall."""
    return (wall.thickness + at_b_mm(wall)) / 2


def thickest_mm(wall: Wall) -> int:
    """The thickness at the thicker end."""
    return max(wall.thickness, at_b_mm(wall))


def face_line(wall: Wall, line: CentreLine, side: str) -> tuple[Vector, ...]:
    """The line of a side from a to b, square at both ends, as if no other wall met it."""
    sign = 1 if side == "right" else -1
    if not is_tapered(wall):
        return line.side(sign * wall.thickness / 2)
    return tuple(line.at(along, sign * half_mm(wall, along)) for along in (0.0, line.length_mm))


def measured_by(wall: Wall, line: CentreLine, side: str) -> tuple[CentreLine, float]:
    """The line by which a side's face is measured, and how far before it the face lies, mm.

    A tapered wall's face is turned from the centre line, so it is measured by itself.
    """
    if not is_tapered(wall):
        return line, wall.thickness / 2
    start, end = face_line(wall, line, side)
    way, reach = minus(end, start), length(minus(end, start))
    normal = -way[1] / reach, way[0] / reach
    return CentreLine((start, end), (normal, normal), reach), 0.0
