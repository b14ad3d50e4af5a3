"""The centre line of a wall, straight or an arc: points along it, and where along it a point lies."""

from __future__ import annotations

from dataclasses import dataclass
from math import acos, atan, atan2, ceil, cos, pi, sin
from typing import Protocol

from rooms.walls.vector import Vector, across, dot, length, minus, moved

FACET_MM = 0.5
"""How far, at most, a facet's chord lies from its arc."""

TIGHTEST = 0.9
"""The inner side of an arc comes at most this share of the way to its centre."""


class CurvedSegment(Protocol):
    """What a centre line is made of: a wall is one."""

    @property
    def a(self) -> tuple[int, int]: ...
    @property
    def b(self) -> tuple[int, int]: ...
    @property
    def bulge(self) -> int: ...


@dataclass(frozen=True)
class CentreLine:
    """From a to b: `points` (mm, floats) of its facets, the unit `normals` to the right there, the true length.

    `centre` and `radius_mm` are of the arc, and None and infinity when straight. Walking from a to b as seen on the
    page (y down), right is (-dy, dx).
    """

    points: tuple[Vector, ...]
    normals: tuple[Vector, ...]
    length_mm: float
    centre: Vector | None = None
    radius_mm: float = float("inf")
    turn: int = 0

    def at(self, along_mm: float, right_mm: float = 0.0) -> Vector:
        """The plan point so far along from a and so far to the right; beyond the ends it goes straight on."""
        inside = min(max(along_mm, 0.0), self.length_mm)
        foot, normal = self._foot(inside)
        return moved(moved(foot, normal, right_mm), heading(normal), along_mm - inside)

    def along(self, point: Vector) -> float:
        """How far from a, in mm along the line, the foot of the point lies; beyond the ends as if it went straight."""
        if self.centre is None:
            return dot(minus(point, self.points[0]), heading(self.normals[0]))
        swept = self._swept(point, self.centre)
        if swept < 0:
            return min(dot(minus(point, self.points[0]), heading(self.normals[0])), 0.0)
        if swept * self.radius_mm > self.length_mm:
            return self.length_mm + max(dot(minus(point, self.points[-1]), heading(self.normals[-1])), 0.0)
        return swept * self.radius_mm

    def right(self, point: Vector) -> float:
        """How far to the right of the line, in mm, the point lies; negative to the left."""
        foot, normal = self._foot(min(max(self.along(point), 0.0), self.length_mm))
        return dot(minus(point, foot), normal)

    def side(self, right_mm: float) -> tuple[Vector, ...]:
        """The parallel line so far to the right, square at both ends; a tight arc's stops short of its own centre."""
        most = TIGHTEST * self.radius_mm if right_mm * self.turn < 0 else abs(right_mm)
        offset = max(min(right_mm, most), -most)
        return tuple(moved(point, normal, offset) for point, normal in zip(self.points, self.normals, strict=True))

    def _foot(self, along_mm: float) -> tuple[Vector, Vector]:
        if self.centre is None:
            return moved(self.points[0], heading(self.normals[0]), along_mm), self.normals[0]
        first = minus(self.points[0], self.centre)
        outwards = _turned(
            (first[0] / self.radius_mm, first[1] / self.radius_mm), -self.turn * along_mm / self.radius_mm
        )
        return moved(self.centre, outwards, self.radius_mm), (outwards[0] * self.turn, outwards[1] * self.turn)

    def _swept(self, point: Vector, centre: Vector) -> float:
        """The angle from a to the point about the centre; what is nearer to a than to b, past the ends, is negative."""
        first, now = minus(self.points[0], centre), minus(point, centre)
        swept = (-self.turn * atan2(across(first, now), dot(first, now))) % (2 * pi)
        return swept if swept <= pi + self.length_mm / self.radius_mm / 2 else swept - 2 * pi


def heading(normal: Vector) -> Vector:
    """The unit direction of travel whose right-hand normal this is."""
    return normal[1], -normal[0]


def centre_line(segment: CurvedSegment) -> CentreLine | None:
    """The centre line from a to b, or None when it has no length.

    `bulge` is the sagitta in mm: positive when the arc's middle lies to the right of the chord from a to b.
    """
    chord_mm = length(minus(segment.b, segment.a))
    if chord_mm == 0:
        return None
    normal = (-(segment.b[1] - segment.a[1]) / chord_mm, (segment.b[0] - segment.a[0]) / chord_mm)
    if segment.bulge == 0:
        return CentreLine((_float(segment.a), _float(segment.b)), (normal, normal), chord_mm)
    return _arc(_float(segment.a), _float(segment.b), normal, chord_mm, segment.bulge)


def _arc(a: Vector, b: Vector, normal: Vector, chord_mm: float, bulge: int) -> CentreLine:
    turn = 1 if bulge > 0 else -1
    radius = (chord_mm * chord_mm / 4 + bulge * bulge) / (2 * abs(bulge))
    sweep = 4 * atan(2 * abs(bulge) / chord_mm)
    centre = moved(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), normal, bulge - turn * radius)
    first = ((a[0] - centre[0]) / radius, (a[1] - centre[1]) / radius)
    facets = facet_count(radius, sweep)
    outwards = [_turned(first, -turn * sweep * place / facets) for place in range(facets + 1)]
    inner = tuple(moved(centre, direction, radius) for direction in outwards[1:-1])
    normals = tuple((direction[0] * turn, direction[1] * turn) for direction in outwards)
    return CentreLine((a, *inner, b), normals, radius * sweep, centre, radius, turn)


def facet_count(radius_mm: float, sweep: float) -> int:
    """How many equal chords stay within FACET_MM of an arc of so many radians."""
    widest = 2 * acos(max(1 - FACET_MM / radius_mm, -0.5))
    return max(ceil(sweep / widest - 1e-9), 2)


def _turned(vector: Vector, radians: float) -> Vector:
    c, s = cos(radians), sin(radians)
    return vector[0] * c - vector[1] * s, vector[0] * s + vector[1] * c


def _float(point: tuple[int, int]) -> Vector:
    return float(point[0]), float(point[1])
