"""Where the ends of walls meet: mitres between ends at one place, tees onto another wall, caps on free ends."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, floor, pi

from rooms.walls.ends import Body, Corner, End, Joint, capped, crossing, square_corner
from rooms.walls.tee import run_into
from rooms.walls.vector import Vector, across, dot, length, minus

MEET_MM = 2
"""Ends nearer to each other than this are one corner: as much as rounding to whole millimetres leaves."""
MITRE_LIMIT = 4.0
"""A mitre or a tee runs at most so many half thicknesses past the end; a sharper corner is bevelled."""
SAME_WAY = 1e-3
"""Ends that leave a corner within this angle (radians) lie on one another and make no mitre together."""


def joints(ends: Sequence[End], bodies: Sequence[Body]) -> list[Joint]:
    """One joint for each end."""
    met: dict[tuple[int, int], tuple[Corner, Corner] | None] = {}
    made: list[Joint | None] = [None] * len(ends)
    for node, places in _nodes(ends):
        for place in places:
            made[place] = _joint(ends, place, node, places, met)
    return [joint or run_into(end, bodies) or capped(end) for end, joint in zip(ends, made, strict=True)]


def _nodes(ends: Sequence[End]) -> list[tuple[Vector, list[int]]]:
    """The places where ends meet: each where its first end is, with all that end there."""
    nodes: list[tuple[Vector, list[int]]] = []
    cells: dict[tuple[int, int], list[int]] = {}
    for place, end in enumerate(ends):
        x, y = floor(end.at[0] / MEET_MM), floor(end.at[1] / MEET_MM)
        near = (node for dx in (-1, 0, 1) for dy in (-1, 0, 1) for node in cells.get((x + dx, y + dy), ()))
        node = min((node for node in near if length(minus(nodes[node][0], end.at)) < MEET_MM), default=len(nodes))
        if node == len(nodes):
            nodes.append((end.at, []))
            cells.setdefault((x, y), []).append(node)
        nodes[node][1].append(place)
    return nodes


def _joint(
    ends: Sequence[End],
    place: int,
    node: Vector,
    partners: Sequence[int],
    met: dict[tuple[int, int], tuple[Corner, Corner] | None],
) -> Joint | None:
    """The mitres of an end with the ends next to it; None when it has the place for itself.

    Two ends meet from corner to corner, which on walls that taper or bend is not quite through where they end.
    """
    if (beside := _beside(ends, place, partners)) is None:
        return None
    end = ends[place]
    before, after, reflex = beside
    with_before = _meeting(ends, before, place, met)
    with_after = _meeting(ends, place, after, met)
    left = with_before[1] if with_before else square_corner(end.left)
    right = with_after[0] if with_after else square_corner(end.right)
    if before == after and with_before and with_after:
        return Joint(left, right)
    bevel = (ends[after].left[0],) if reflex and not with_after else ()
    return Joint(left, right, (*bevel, node))


def _beside(ends: Sequence[End], place: int, partners: Sequence[int]) -> tuple[int, int, bool] | None:
    """The ends next before and next after this one, turning clockwise, and whether the next leaves a reflex angle.

    Of ends that go the same way the thickest counts.
    """
    turns = [
        (turn, -ends[other].half_mm, other)
        for other in partners
        if ends[other].wall != ends[place].wall
        for turn in [_clockwise(ends[place].into, ends[other].into)]
        if SAME_WAY < turn < 2 * pi - SAME_WAY
    ]
    if not turns:
        return None
    widest, least = max(turns)[0], min(turns)[0]
    _half, before = min(turn[1:] for turn in turns if turn[0] > widest - SAME_WAY)
    _half, after = min(turn[1:] for turn in turns if turn[0] < least + SAME_WAY)
    return before, after, least > pi


def _clockwise(one: Vector, other: Vector) -> float:
    return atan2(across(one, other), dot(one, other)) % (2 * pi)


def _meeting(
    ends: Sequence[End], one: int, after: int, met: dict[tuple[int, int], tuple[Corner, Corner] | None]
) -> tuple[Corner, Corner] | None:
    """The mitre of the right side of one end and the left side of the next."""
    if (one, after) not in met:
        reach = MITRE_LIMIT * max(ends[one].half_mm, ends[after].half_mm)
        met[one, after] = _mitre(ends[one].right, ends[after].left, reach)
    return met[one, after]


def _mitre(right: tuple[Vector, ...], left: tuple[Vector, ...], reach_mm: float) -> tuple[Corner, Corner] | None:
    """Where two side lines meet, each run on by at most the reach before its start; None when they do not."""
    for facet in range(len(right) - 1):
        for other in range(len(left) - 1):
            hit = crossing(right[facet], right[facet + 1], left[other], left[other + 1])
            if hit and _on(right, facet, hit[1], reach_mm) and _on(left, other, hit[2], reach_mm):
                return Corner(hit[0], facet + hit[1], hit[0]), Corner(hit[0], other + hit[2], hit[0])
    return None


def _on(line: tuple[Vector, ...], facet: int, share: float, reach_mm: float) -> bool:
    least = 0.0 if facet else -reach_mm / length(minus(line[1], line[0]))
    return least <= share <= 1
