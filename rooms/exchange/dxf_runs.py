"""Stretches of wall in one line put together: over walls that meet them, and over gaps for doors and windows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, radians

import shapely

from rooms.exchange.dxf_drawing import Bow, Stroke
from rooms.exchange.dxf_faces import (
    LEAST_MM,
    SAME_LINE_MM,
    THICKEST_MM,
    Axis,
    Faces,
    Span,
    Strip,
    joined,
    without_twice,
)
from rooms.walls.vector import Vector, across, dot, length, minus

IN_LINE_MM = 15.0
AS_THICK_MM = 30.0
DOOR_MM = (500.0, 3000.0)
WIDEST_MM = 6000.0
PASSAGE_MM = 2000.0
ALONG_COSINE = cos(radians(5))
GLASS_SHARE = 0.6
FACE_MM = 8.0
"""What lies so near a face of the wall is the edge of what goes on overhead, and no glass."""
JAMB_MM = 160.0
"""How far a door's hinge may lie from the end of its wall: frames differ."""
LEAF_SHARE = 0.25
"""How much a leaf may differ from the gap that it closes."""
SLACK_MM = 40.0
CROSSING_SINE = 0.17
"""Walls that cross by less than ten degrees are taken for parallel."""


@dataclass(frozen=True)
class Gap:
    """A hole in a run. `hinge` is the end of it (0 or 1) at which a door turns, `opens_right` where to."""

    span: Span
    kind: str
    hinge: int = 0
    opens_right: bool = True


@dataclass(frozen=True)
class Run:
    """A straight wall with its holes, mm along its axis."""

    axis: Axis
    right: float
    thickness: float
    span: Span
    gaps: tuple[Gap, ...] = ()

    @property
    def a(self) -> Vector:
        return self.axis.point(self.span[0], self.right)

    @property
    def b(self) -> Vector:
        return self.axis.point(self.span[1], self.right)


@dataclass(frozen=True)
class Signs:
    """What tells doors and windows apart from nothing: arcs, and lines that are no wall's."""

    bows: Sequence[Bow]
    strokes: Sequence[Stroke]

    def of(self, axis: Axis, right: float, thickness: float, span: Span) -> Gap | None:
        """The door or window in the gap; None when nothing is drawn in it."""
        wide = span[1] - span[0]
        if DOOR_MM[0] <= wide <= DOOR_MM[1] and (found := self._door(axis, right, thickness, span)):
            return found
        offs = [off for one in self.strokes if (off := self._off(one, axis, right, span)) is not None]
        if any(abs(off) < thickness / 2 - FACE_MM for off in offs):
            return Gap(span, "window")
        return Gap(span, "passage") if any(abs(off) <= thickness / 2 + FACE_MM for off in offs) else None

    def _door(self, axis: Axis, right: float, thickness: float, span: Span) -> Gap | None:
        wide = span[1] - span[0]
        found = []
        for bow in self.bows:
            along, off = axis.along(bow.centre), axis.right(bow.centre) - right
            end = min((0, 1), key=lambda place: abs(along - span[place]))
            near = abs(along - span[end]) <= JAMB_MM and abs(off) <= thickness / 2 + JAMB_MM
            for leaves in (1, 2):
                if near and abs(bow.radius * leaves - wide) <= LEAF_SHARE * wide:
                    out = axis.right(bow.at(0.5)) - axis.right(bow.centre)
                    found.append((-leaves, Gap(span, "door" if leaves == 1 else "double_door", end, out > 0)))
        return max(found, key=lambda one: one[0])[1] if found else None

    @staticmethod
    def _off(one: Stroke, axis: Axis, right: float, span: Span) -> float | None:
        """How far right of the middle a line goes along most of the gap; None for any other line."""
        way = minus(one.b, one.a)
        if abs(dot(way, axis.direction)) < ALONG_COSINE * length(way):
            return None
        low, high = sorted((axis.along(one.a), axis.along(one.b)))
        shared = min(high, span[1]) - max(low, span[0])
        off = (axis.right(one.a) + axis.right(one.b)) / 2 - right
        return off if shared >= GLASS_SHARE * (span[1] - span[0]) else None


def runs_of(directions: Sequence[Faces], signs: Signs) -> list[Run]:
    """The walls between the faces, in one piece each."""
    strips = without_twice(strip for faces in directions for strip in faces.strips())
    solids = shapely.STRtree([strip.solid for strip in strips])
    found: list[Run] = []
    for faces in directions:
        for row in _rows([strip for strip in strips if strip.axis == faces.axis]):
            found += _put_together(row, faces, signs, solids)
    return joined_at_ends(_carried_on(found, signs))


def _rows(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Those in one line and about as thick."""
    rows: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda one: one.right):
        fitting = next((row for row in reversed(rows) if _is_in_line(row[0], strip)), None)
        if fitting is None:
            rows.append([strip])
        else:
            fitting.append(strip)
    yield from rows


def _is_in_line(one: Strip, other: Strip) -> bool:
    return abs(one.right - other.right) <= IN_LINE_MM and abs(one.thickness - other.thickness) <= AS_THICK_MM


def _put_together(row: Sequence[Strip], faces: Faces, signs: Signs, solids: shapely.STRtree) -> Iterator[Run]:
    weight = sum(strip.length for strip in row)
    right = sum(strip.right * strip.length for strip in row) / weight
    thickness = sum(strip.thickness * strip.length for strip in row) / weight
    spans = joined([strip.span for strip in row], SAME_LINE_MM)
    now = Run(faces.axis, right, thickness, spans[0])
    for before, after in pairwise(spans):
        span = before[1], after[0]
        if _goes_on(span, row[0], faces, solids):
            now = replace(now, span=(now.span[0], after[1]))
        elif gap := _gap(now, faces.open_part(span, _sides(row[0])), signs):
            now = replace(now, span=(now.span[0], after[1]), gaps=(*now.gaps, gap))
        else:
            yield now
            now = replace(now, span=after, gaps=())
    yield now


def _goes_on(span: Span, strip: Strip, faces: Faces, solids: shapely.STRtree) -> bool:
    """Whether the wall goes on where another meets or crosses it."""
    if span[1] - span[0] > THICKEST_MM:
        return False
    if any(faces.covers(side, span) for side in _sides(strip)):
        return True
    middle = shapely.Point(strip.axis.point((span[0] + span[1]) / 2, strip.right))
    return bool(len(solids.query(middle, predicate="intersects")))


def _sides(strip: Strip) -> Span:
    return strip.right - strip.thickness / 2, strip.right + strip.thickness / 2


def _gap(run: Run, span: Span, signs: Signs) -> Gap | None:
    wide = span[1] - span[0]
    if not LEAST_MM < wide <= WIDEST_MM:
        return None
    found = signs.of(run.axis, run.right, run.thickness, span)
    return found or (Gap(span, "passage") if DOOR_MM[0] <= wide <= PASSAGE_MM else None)


def _carried_on(runs: Sequence[Run], signs: Signs) -> list[Run]:
    """The runs, those that end in a door or window carried over it to the wall beyond."""
    return [_carried(_carried(run, 0, runs, signs), 1, runs, signs) for run in runs]


def _carried(run: Run, place: int, runs: Sequence[Run], signs: Signs) -> Run:
    """The wall beyond stands across: its near face ends the gap."""
    here, away = run.span[place], (-1, 1)[place]
    if any(_crossing(run, place, other) is not None for other in runs):
        return run
    for other in runs:
        if (met := _met(run, other)) is None:
            continue
        wide = (met - here) * away
        if DOOR_MM[0] <= wide <= WIDEST_MM:
            span = (met, here) if place == 0 else (here, met)
            if gap := signs.of(run.axis, run.right, run.thickness, span):
                gaps = (gap, *run.gaps) if place == 0 else (*run.gaps, gap)
                return replace(run, span=(met, run.span[1]) if place == 0 else (run.span[0], met), gaps=gaps)
    return run


def _met(run: Run, other: Run) -> float | None:
    """Where along the run's line the nearer face of a wall across it lies."""
    sine = across(run.axis.direction, other.axis.direction)
    if abs(sine) < CROSSING_SINE:
        return None
    along = _along_of_crossing(run, other, sine)
    on_other = other.axis.along(run.axis.point(along, run.right))
    if not other.span[0] - SLACK_MM <= on_other <= other.span[1] + SLACK_MM:
        return None
    side = -1 if along > run.span[1] else 1
    return along + side * other.thickness / 2 / abs(sine)


def _along_of_crossing(run: Run, other: Run, sine: float) -> float:
    away = minus(other.axis.point(0.0, other.right), run.axis.point(0.0, run.right))
    return across(away, other.axis.direction) / sine


def joined_at_ends(runs: Sequence[Run]) -> list[Run]:
    """The runs, each end carried to the middle of the wall that it meets."""
    return [replace(run, span=(_end(run, 0, runs), _end(run, 1, runs))) for run in runs]


def _end(run: Run, place: int, runs: Iterable[Run]) -> float:
    here = run.span[place]
    found = [crossing for other in runs if (crossing := _crossing(run, place, other)) is not None]
    return min(found, key=lambda along: abs(along - here), default=here)


def _crossing(run: Run, place: int, other: Run) -> float | None:
    """Where along the run its line meets the other's, when that is at the run's end and on the other."""
    sine = across(run.axis.direction, other.axis.direction)
    if abs(sine) < CROSSING_SINE:
        return None
    along = _along_of_crossing(run, other, sine)
    reach = other.thickness / 2 / abs(sine) + run.thickness / 2 + SLACK_MM
    on_other = other.axis.along(run.axis.point(along, run.right))
    reach_other = run.thickness / 2 / abs(sine) + other.thickness / 2 + SLACK_MM
    is_near = abs(along - run.span[place]) <= reach
    return along if is_near and other.span[0] - reach_other <= on_other <= other.span[1] + reach_other else None
