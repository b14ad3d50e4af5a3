"""How high a face reaches along its wall, and how much of it lies between two heights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf

from rooms.entities import Wall
from rooms.plan import Plan
from rooms.walls.centreline import CentreLine

Top = tuple[tuple[float, float], ...]
"""The upper edge of a face: (mm along the wall from a, mm above the floor), from the lesser to the greater along."""
Rectangle = tuple[float, float, float, float]
"""From and to along the wall, from and to above the floor, mm."""


def top_of(plan: Plan, wall: Wall, line: CentreLine, from_mm: float, to_mm: float) -> Top:
    """The wall's own upper edge over a stretch: straight between its two ends, level beyond them."""
    at_a, at_b = plan.wall_heights(wall)
    inner = (end for end in (0.0, line.length_mm) if from_mm < end < to_mm)
    shares = ((at, min(max(at / line.length_mm, 0.0), 1.0)) for at in (from_mm, *inner, to_mm))
    return tuple((at, at_a + (at_b - at_a) * share) for at, share in shares)


def height_at(top: Top, at_mm: float) -> float:
    """The height of the upper edge so far along the wall."""
    for (x, z), (to_x, to_z) in pairwise(top):
        if x <= at_mm <= to_x and x < to_x:
            return z + (to_z - z) * (at_mm - x) / (to_x - x)
    return top[0][1] if at_mm < top[0][0] else top[-1][1]


def lowest_between(top: Top, low_mm: float, high_mm: float) -> float:
    """The least height of the upper edge between two places along the wall; infinite where it has none there."""
    found = inf
    for (x, z), (to_x, to_z) in pairwise(top):
        start, end = max(x, low_mm), min(to_x, high_mm)
        if start < end:
            found = min(found, *(z + (to_z - z) * (at - x) / (to_x - x) for at in (start, end)))
    return found


def area_between(top: Top, z_from: float, z_to: float) -> float:
    """How much lies under the upper edge between two heights, mm² on the centre line's length."""
    pieces = ((to_x - x) * _mean_within(z, to_z, z_from, z_to) for (x, z), (to_x, to_z) in pairwise(top))
    return sum(pieces) if z_from < z_to else 0.0


def covered_area(top: Top, rectangles: Sequence[Rectangle], z_from: float, z_to: float) -> float:
    """How much of that the rectangles cover together, what two of them cover counted once."""
    edges = {x for low, high, _z, _to in rectangles for x in (low, high)}
    bends = {x for x, _z in top if edges and min(edges) < x < max(edges)}
    stops = sorted(edges | bends)
    total = 0.0
    for x, to_x in pairwise(stops):
        middle = (x + to_x) / 2
        heights = [(low, high) for start, stop, low, high in rectangles if start < middle < stop]
        stretch = _straight_over(top, x, to_x)
        total += sum(area_between(stretch, max(low, z_from), min(high, z_to)) for low, high in _merged(heights))
    return total


def _straight_over(top: Top, low: float, high: float) -> Top:
    """The upper edge over a stretch in which it does not bend; beyond its ends it runs on level."""
    middle = (low + high) / 2
    for (x, z), (to_x, to_z) in pairwise(top):
        if x <= middle <= to_x and x < to_x:
            return tuple((at, z + (to_z - z) * (min(max(at, x), to_x) - x) / (to_x - x)) for at in (low, high))
    return (low, height_at(top, low)), (high, height_at(top, high))


def _merged(intervals: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for low, high in sorted(intervals):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return merged


def _mean_within(z: float, to_z: float, low: float, high: float) -> float:
    """The mean, over an edge that rises evenly, of how far it reaches above `low` and at most up to `high`."""
    if z == to_z:
        return min(max(z, low), high) - low
    return (_below(to_z, low, high) - _below(z, low, high)) / (to_z - z)


def _below(z: float, low: float, high: float) -> float:
    inside = min(max(z, low), high) - low
    return inside * inside / 2 + (high - low) * max(z - high, 0.0)
