"""A wall that runs into another one: its end goes on, or is cut back, to the other's centre line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rooms.walls.ends import Body, Corner, End, Joint, crossing, square_corner
from rooms.walls.vector import Vector, across, dot, length, minus, moved

Halves = tuple[float, float]
"""Half the thickness of a wall at a and b."""

FLATTEST_TEE = 0.2588
"""The sine of the angle (15 degrees) under which a wall that runs into another is simply left square."""
ON_FACET_MM = 1e-6
"""Rounding that a foot beyond a facet's end is forgiven."""


def run_into(end: End, bodies: Sequence[Body]) -> Joint | None:
    """The end run on, or cut back, to the centre line of the nearest wall that it reaches with its cap."""
    best: tuple[float, Vector, Vector, Halves] | None = None
    for place, body in enumerate(bodies):
        if place != end.wall and _within(body.box, end.at, max(body.halves_mm) * 4 + end.half_mm):
            for start, stop in pairwise(body.points):
                reach = _reach(end, start, stop, body.halves_mm)
                if reach is not None and (best is None or abs(reach) < abs(best[0])):
                    best = reach, start, stop, body.halves_mm
    return _joined(end, *best[1:]) if best else None


def _within(box: tuple[float, float, float, float], point: Vector, margin: float) -> bool:
    return (
        box[0] - margin <= point[0] <= box[2] + margin and box[1] - margin <= point[1] <= box[3] + margin
    )  # fmt: skip


def _reach(end: End, start: Vector, stop: Vector, halves_mm: Halves) -> float | None:
    """How far the end still has to go to the facet's line; None when it does not touch that wall, even capped."""
    facet = minus(stop, start)
    facet_mm = length(facet)
    sine = abs(across(end.into, facet)) / facet_mm
    if sine < FLATTEST_TEE:
        return 0.0 if _inside(end.at, start, facet, facet_mm, halves_mm) else None
    missing = -across(minus(start, end.at), facet) / across(end.into, facet)
    foot = dot(minus(moved(end.at, end.into, -missing), start), facet) / facet_mm
    half_mm = _half_at(foot / facet_mm, halves_mm)
    touches = -half_mm / sine <= missing <= half_mm / sine + end.half_mm and -missing < end.length_mm
    return missing if touches and -ON_FACET_MM <= foot <= facet_mm + ON_FACET_MM else None


def _inside(point: Vector, start: Vector, facet: Vector, facet_mm: float, halves_mm: Halves) -> bool:
    apart = minus(point, start)
    share = dot(apart, facet) / (facet_mm * facet_mm)
    return 0 <= share <= 1 and abs(across(apart, facet)) <= _half_at(share, halves_mm) * facet_mm


def _half_at(share: float, halves_mm: Halves) -> float:
    return halves_mm[0] + (halves_mm[1] - halves_mm[0]) * share


def _joined(end: End, start: Vector, stop: Vector, halves_mm: Halves) -> Joint:
    facet = minus(stop, start)
    facet_mm = length(facet)
    square = Joint(square_corner(end.left), square_corner(end.right))
    if abs(across(end.into, facet)) / facet_mm < FLATTEST_TEE:
        return square
    near = 1 if across(facet, end.into) > 0 else -1
    out = -facet[1] / facet_mm, facet[0] / facet_mm
    face, face_to = (moved(at, out, near * half) for at, half in zip((start, stop), halves_mm, strict=True))
    left, right = (_run_to(line, start, stop, face_to, face) for line in (end.left, end.right))
    return Joint(left, right) if left and right else square


def _run_to(line: tuple[Vector, ...], start: Vector, stop: Vector, face_to: Vector, face: Vector) -> Corner | None:
    centre = crossing(line[0], line[1], start, stop)
    seen = crossing(line[0], line[1], face, face_to)
    return Corner(centre[0], centre[1], seen[0]) if centre and seen and centre[1] <= 1 else None
