"""Flights of stairs as their kinds build them: how wide they are, how high and deep a step is, how far they climb."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from rooms.checking.body import Body
from rooms.surfaces.stairwells import RAIL_MM
from rooms.vocabulary.shape import Scope

STRING_MM = 36
"""The boards at both sides of a straight flight."""
HANDRAIL_MM = 45
"""A spiral's handrail, from its outer edge inwards."""
POST_MM = 55
TURN_DEGREES = 24
"""From one step of a spiral to the next."""
Step = tuple[float, float, float]


@dataclass(frozen=True)
class Flight:
    """In mm; a spiral has no going, for its steps are as deep as one walks far from its post.

    `steps` are the middles of the treads in the thing's own frame, and how high they lie.
    """

    width: float
    riser: float
    going: float | None
    climbs: float
    steps: tuple[Step, ...]

    @property
    def stride(self) -> float | None:
        """Two risers and a going: what one step of a person makes."""
        return None if self.going is None else 2 * self.riser + self.going


def flight_of(body: Body) -> Flight | None:
    """The flight that the thing is, or None."""
    if body.kind is None or body.item.kind not in FLIGHTS:
        return None
    return FLIGHTS[body.item.kind](body.kind.scope(body.kind.nearest(body.item.size)))


def _straight(scope: Scope) -> Flight:
    count, climbs, depth = scope["n"], float(scope["size.h"]), scope["size.d"]
    steps = [(0.0, depth / 2 - depth * (one + 0.5) / count, climbs * (one + 1) / count) for one in range(count)]
    return Flight(scope["size.w"] - 2 * STRING_MM, climbs / count, depth / count, climbs, tuple(steps))


def _winding(scope: Scope) -> Flight:
    """The shallower of its two straight parts counts; its three winders turn about the middle of their corner."""
    width, depth, wide = scope["size.w"], scope["size.d"], scope["g"]
    before, after = scope["a"], max(scope["b"], 1)
    goings = (depth - wide) / before, (width - wide) / after
    climbs, corner = float(scope["size.h"]), ((width - wide) / 2, (wide - depth) / 2)
    spots = [
        *((corner[0], depth / 2 - goings[0] * (one + 0.5)) for one in range(before)),
        *(corner for _winder in range(3)),
        *((width / 2 - wide - goings[1] * (one + 0.5), corner[1]) for one in range(after)),
    ]
    steps = ((*spot, climbs * (place + 1) / scope["n"]) for place, spot in enumerate(spots))
    return Flight(float(wide), climbs / scope["n"], min(goings), climbs, tuple(steps))


def _spiral(scope: Scope) -> Flight:
    climbs, count = float(scope["size.h"] - RAIL_MM["spiral_stairs"]), scope["n"]
    middle = (scope["r"] - HANDRAIL_MM + POST_MM) / 2
    turns = [radians(TURN_DEGREES * (one + 0.5)) for one in range(count)]
    steps = ((middle * cos(turn), middle * sin(turn), climbs * (one + 1) / count) for one, turn in enumerate(turns))
    return Flight(scope["r"] - HANDRAIL_MM - POST_MM, climbs / count, None, climbs, tuple(steps))


FLIGHTS = {"stairs": _straight, "winding_stairs": _winding, "spiral_stairs": _spiral}
