"""A plan so tangled that finding its rooms would take minutes is refused before anyone has to find them."""

from __future__ import annotations

import numpy as np
import shapely

from rooms.fault import Fault
from rooms.plan import Plan
from rooms.walls.centreline import centre_line

MOST_MEETINGS = 20_000
"""Pairs of walls that touch or cross; a house of 500 walls has under 2 000, a grid of 60 by 60 walls 3 600."""


def check_tangle(plan: Plan) -> None:
    """Raise Fault `too_tangled` when more than MOST_MEETINGS pairs of walls of a level touch or cross."""
    met = 0
    for level in plan.levels:
        lines = [centre_line(wall) for wall in plan.walls.values() if wall.level == level]
        shapes = np.array([shapely.LineString(line.points) for line in lines if line], dtype=object)
        one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
        met += int((one < other).sum())
        if met > MOST_MEETINGS:
            raise Fault("walls", "too_tangled", most=MOST_MEETINGS)
