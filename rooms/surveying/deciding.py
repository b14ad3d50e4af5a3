"""The one length across a room that tells most: between explanations that fit alike, or before anything is wrong."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import numpy as np
import shapely

from rooms.surveying.adjustment import Adjusted
from rooms.surveying.measured import CROSSING_MM, Measured, tape_mm

LEAST_MM = 400
"""A shorter length across tells little."""
PLAIN = 4.0
"""So many standard deviations apart two explanations are plainly told apart; more is no better."""
NOMINAL_MM = 100.0
ALONG = 0.05
"""A tape this nearly along a wall (sine) says what the wall says."""
SLACK_MM = 2.0
TRIANGLE = 3


def deciding(measured: Measured, solved: Adjusted, rows: list[int]) -> tuple[int, int] | None:
    """The corners between which the explanations `rows` differ most; None where no length across differs."""

    def tells(start: int, end: int) -> float:
        lengths, spread = solved.across(start, end), solved.spread_across(start, end)
        noise = np.hypot(spread, tape_mm(float(lengths[0]), CROSSING_MM))
        apart = (
            abs(lengths[one] - lengths[other]) / hypot(noise[one], noise[other]) for one, other in combinations(rows, 2)
        )
        return sum(min(float(one), PLAIN) for one in apart)

    best = max(_across(measured, solved), key=lambda ends: tells(*ends), default=None)
    return best if best and tells(*best) >= 1.0 else None


def first_check(measured: Measured, solved: Adjusted) -> tuple[int, int] | None:
    """The length across after which a wall wrong by ten centimetres would best be noticed and told from every other.

    By Baarda's reliability: what a wrong wall adds to the square sum, and after Förstner how much of it is left when
    another wall is blamed instead.
    """

    def tells(ends: tuple[int, int]) -> float:
        noticed, apart = solved.reliability(measured, ends, NOMINAL_MM)
        return float(np.minimum(noticed, PLAIN**2).sum() + np.minimum(apart, PLAIN**2).sum())

    return max(
        _across(measured, solved), key=lambda ends: (round(tells(ends)), -float(solved.across(*ends)[0])), default=None
    )


def loosest(measured: Measured, solved: Adjusted) -> tuple[int, int] | None:
    """Where no angle is known: the length across that is known least, until all triangles are fixed (n - 3 lengths)."""
    if len(measured.checks) >= len(measured.walls) - TRIANGLE:
        return None
    return max(_across(measured, solved), key=lambda ends: float(solved.spread_across(*ends)[0]), default=None)


def _across(measured: Measured, solved: Adjusted) -> list[tuple[int, int]]:
    """The corners between which a tape can be held inside the room, and has not been."""
    many, corners = len(measured.walls), solved.corners[0]
    room = shapely.Polygon(corners)
    if not room.is_valid:
        return []
    done = {frozenset((check.start, check.end)) for check in measured.checks}
    inside = room.buffer(SLACK_MM, join_style="mitre")
    shapely.prepare(inside)
    return [
        (start, end)
        for start, end in combinations(range(many), 2)
        if (end - start) % many not in (1, many - 1)
        and frozenset((start, end)) not in done
        and np.hypot(*(corners[end] - corners[start])) >= LEAST_MM
        and inside.covers(shapely.LineString([corners[start], corners[end]]))
        and not _runs_along(corners, start, end)
    ]


def _runs_along(corners: np.ndarray, start: int, end: int) -> bool:
    """Whether the tape would lie along a wall at either end, so that it says what the walls say."""
    gap = (corners[end] - corners[start]) / np.hypot(*(corners[end] - corners[start]))
    many = len(corners)
    for place, nearby in ((start, (start - 1, start + 1)), (end, (end - 1, end + 1))):
        for other in nearby:
            wall = corners[other % many] - corners[place]
            long = np.hypot(*wall)
            if long > 0 and abs(gap[0] * wall[1] - gap[1] * wall[0]) / long < ALONG:
                return True
    return False
