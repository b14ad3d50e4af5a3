"""Wall faces drawn as lines, paired into walls: the nearest parallel lines first, each face used once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, pi, radians, sin

import shapely

from rooms.exchange.dxf_drawing import Bow, Stroke
from rooms.fault import Fault
from rooms.walls.vector import Vector, across, dot, length, minus

THINNEST_MM, THICKEST_MM = 40, 620
"""Of a wall: a glass partition to an old outer wall."""
PARALLEL_DEGREES = 0.5
SAME_LINE_MM = 3.0
LEAST_MM = 60
STUBBY = 0.5
"""A wall is at least half as long as it is thick: nearer than that, two ends face each other."""
COVERED = 0.9
"""A strip that others cover so far is the same wall seen across."""
MOST_PAIRS = 2_000_000
MOST_STRIPS = 4000
LEAST_SWEEP = radians(10)
QUARTER = pi / 2

Span = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """A direction of faces: points are told by how far along it they lie and how far to its right."""

    direction: Vector

    def along(self, point: Vector) -> float:
        return dot(point, self.direction)

    def right(self, point: Vector) -> float:
        return across(self.direction, point)

    def point(self, along: float, right: float) -> Vector:
        (x, y), normal = self.direction, (-self.direction[1], self.direction[0])
        return x * along + normal[0] * right, y * along + normal[1] * right


@dataclass(frozen=True)
class Face:
    """A straight line of wall: how far right of the axis, and from where to where along it."""

    right: float
    span: Span


@dataclass(frozen=True)
class Strip:
    """A stretch of straight wall, in mm."""

    axis: Axis
    right: float
    span: Span
    thickness: float

    @property
    def a(self) -> Vector:
        return self.axis.point(self.span[0], self.right)

    @property
    def b(self) -> Vector:
        return self.axis.point(self.span[1], self.right)

    @property
    def length(self) -> float:
        return self.span[1] - self.span[0]

    @property
    def solid(self) -> shapely.Polygon:
        near, far = self.right - self.thickness / 2, self.right + self.thickness / 2
        corners = [(self.span[0], near), (self.span[1], near), (self.span[1], far), (self.span[0], far)]
        return shapely.Polygon([self.axis.point(*corner) for corner in corners])


@dataclass(frozen=True)
class Ring:
    """A stretch of curved wall, clockwise on the page."""

    bow: Bow
    thickness: float

    @property
    def sagitta(self) -> float:
        return self.bow.radius * (1 - cos(self.bow.sweep / 2))


@dataclass(frozen=True)
class Faces:
    """The faces of one direction."""

    axis: Axis
    faces: tuple[Face, ...]

    def strips(self) -> Iterator[Strip]:
        """Walls between two faces, the thinnest first."""
        free = {place: [face.span] for place, face in enumerate(self.faces)}
        for one, other in self._pairs():
            thickness = self.faces[other].right - self.faces[one].right
            middle = (self.faces[other].right + self.faces[one].right) / 2
            for span in _shared(free[one], free[other]):
                if span[1] - span[0] >= max(LEAST_MM, STUBBY * thickness):
                    yield Strip(self.axis, middle, span, thickness)
                    free[one], free[other] = _without(free[one], span), _without(free[other], span)

    def covers(self, right: float, span: Span) -> bool:
        """Whether one line goes all along there."""
        return any(
            abs(face.right - right) <= SAME_LINE_MM
            and face.span[0] <= span[0] + SAME_LINE_MM
            and face.span[1] >= span[1] - SAME_LINE_MM
            for face in self.faces
        )

    def open_part(self, span: Span, sides: Iterable[float]) -> Span:
        """The gap without what a line of either side still shows of the wall at its ends."""
        low, high = span
        for face in self.faces:
            if any(abs(face.right - side) <= SAME_LINE_MM for side in sides):
                if face.span[0] <= low + SAME_LINE_MM and low < face.span[1] < high:
                    low = face.span[1]
                if face.span[1] >= high - SAME_LINE_MM and low < face.span[0] < high:
                    high = face.span[0]
        return low, high

    def _pairs(self) -> list[tuple[int, int]]:
        found = []
        for one, face in enumerate(self.faces):
            for other in range(one + 1, len(self.faces)):
                apart = self.faces[other].right - face.right
                if apart > THICKEST_MM:
                    break
                if apart >= THINNEST_MM and _overlap(face.span, self.faces[other].span) >= LEAST_MM:
                    found.append((apart, one, other))
            if len(found) > MOST_PAIRS:
                raise Fault("", "too_many", most=MOST_PAIRS)
        return [(one, other) for _, one, other in sorted(found)]


def faces_of(strokes: Iterable[Stroke]) -> list[Faces]:
    """The lines by direction, those that lie on one another as one."""
    lines = [(_angle(one), one) for one in strokes if length(minus(one.b, one.a)) > SAME_LINE_MM]
    groups: list[list[tuple[float, Stroke]]] = []
    for angle, one in sorted(lines, key=lambda line: line[0]):
        if groups and angle - groups[-1][-1][0] <= PARALLEL_DEGREES:
            groups[-1].append((angle, one))
        else:
            groups.append([(angle, one)])
    if len(groups) > 1 and groups[0][0][0] + 180 - groups[-1][-1][0] <= PARALLEL_DEGREES:
        groups[0] = groups.pop() + groups[0]
    return [_faces([one for _, one in group]) for group in groups]


def without_twice(strips: Iterable[Strip]) -> list[Strip]:
    """The strips, the longest first, but for those that lie within others."""
    kept: list[Strip] = []
    solids: list[shapely.Polygon] = []
    for strip in sorted(strips, key=lambda one: -one.length)[:MOST_STRIPS]:
        solid = strip.solid
        near = [one for one in solids if one.intersects(solid)]
        if shapely.union_all(near).intersection(solid).area < COVERED * solid.area:
            kept.append(strip)
            solids.append(solid)
    return kept


def rings_of(bows: Sequence[Bow]) -> Iterator[Ring]:
    """Walls between two arcs about one centre, in pieces of at most a quarter turn."""
    ordered = sorted(bows, key=lambda bow: bow.radius)
    used: set[int] = set()
    for one, inner in enumerate(ordered):
        for other, outer in enumerate(ordered[one + 1 :], one + 1):
            thickness = outer.radius - inner.radius
            if used & {one, other} or not THINNEST_MM <= thickness <= THICKEST_MM:
                continue
            if length(minus(inner.centre, outer.centre)) > SAME_LINE_MM:
                continue
            start, sweep = _shared_sweep(inner, outer)
            if sweep >= LEAST_SWEEP:
                used |= {one, other}
                yield from _quarters(inner, (inner.radius + outer.radius) / 2, start, sweep, thickness)


def _quarters(bow: Bow, radius: float, start: float, sweep: float, thickness: float) -> Iterator[Ring]:
    count = max(int(sweep / QUARTER + 0.999), 1)
    for place in range(count):
        yield Ring(Bow(bow.layer, bow.centre, radius, start + place * sweep / count, sweep / count), thickness)


def _shared_sweep(one: Bow, other: Bow) -> Span:
    """Where both arcs are: the start, and how far from there."""
    later = (other.start - one.start) % (2 * pi)
    if later > pi:
        later -= 2 * pi
    begin, end = max(0.0, later), min(one.sweep, later + other.sweep)
    return one.start + begin, end - begin


def _faces(strokes: Sequence[Stroke]) -> Faces:
    """The longest line gives the direction; each of the others is taken through its middle."""
    longest = max(strokes, key=lambda one: length(minus(one.b, one.a)))
    axis = Axis(_unit(_angle(longest)))
    lines = []
    for one in strokes:
        ends = axis.along(one.a), axis.along(one.b)
        lines.append(Face((axis.right(one.a) + axis.right(one.b)) / 2, (min(ends), max(ends))))
    return Faces(axis, tuple(_merged(sorted(lines, key=lambda face: face.right))))


def _merged(lines: Sequence[Face]) -> Iterator[Face]:
    """Lines that lie on one another as one face, by their distance from the axis."""
    rows: list[list[Face]] = []
    for line in lines:
        if rows and line.right - rows[-1][0].right <= SAME_LINE_MM:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        right = sum(line.right for line in row) / len(row)
        yield from (Face(right, span) for span in joined([line.span for line in row], SAME_LINE_MM))


def joined(spans: Iterable[Span], gap: float) -> list[Span]:
    """Spans that meet within the gap as one, in order."""
    found: list[Span] = []
    for low, high in sorted(spans):
        if found and low - found[-1][1] <= gap:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return found


def _shared(ones: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    pieces = [(max(one[0], other[0]), min(one[1], other[1])) for one in ones for other in others]
    return [piece for piece in pieces if piece[1] > piece[0]]


def _without(spans: Sequence[Span], gone: Span) -> list[Span]:
    pieces = [piece for low, high in spans for piece in ((low, min(high, gone[0])), (max(low, gone[1]), high))]
    return [piece for piece in pieces if piece[1] > piece[0]]


def _overlap(one: Span, other: Span) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


def _angle(stroke: Stroke) -> float:
    """Degrees, from 0 below 180."""
    x, y = minus(stroke.b, stroke.a)
    return degrees(atan2(y, x)) % 180


def _unit(angle_degrees: float) -> Vector:
    """Right angles are exact."""
    nearest = round(angle_degrees)
    if abs(angle_degrees - nearest) < 1e-6 and nearest % 90 == 0:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))[nearest // 90]
    return cos(radians(angle_degrees)), sin(radians(angle_degrees))
