"""Flights of stairs as their kinds build them: how wide they are, how high and deep a step is, how far they climb."""

from __future__ import annotations

from dataclasses import dataclass

from rooms.checking.body import Body
from rooms.vocabulary.shape import Scope

STRING_MM = 36
"""The boards at both sides of a straight flight."""
RAIL_MM = 45
"""A spiral's handrail, from its outer edge inwards."""
POST_MM = 55
RAIL_HIGH_MM = 900
"""A spiral's height counts its railing."""


@dataclass(frozen=True)
class Flight:
    """In mm; a spiral has no going, for its steps are as deep as one walks far from its post."""

    width: float
    riser: float
    going: float | None
    climbs: float

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
    count, climbs = scope["n"], float(scope["size.h"])
    return Flight(scope["size.w"] - 2 * STRING_MM, climbs / count, scope["size.d"] / count, climbs)


def _winding(scope: Scope) -> Flight:
    """The shallower of its two straight parts counts."""
    goings = ((scope["size.d"] - scope["g"]) / scope["a"], (scope["size.w"] - scope["g"]) / max(scope["b"], 1))
    climbs = float(scope["size.h"])
    return Flight(float(scope["g"]), climbs / scope["n"], min(goings), climbs)


def _spiral(scope: Scope) -> Flight:
    climbs = float(scope["size.h"] - RAIL_HIGH_MM)
    return Flight(scope["r"] - RAIL_MM - POST_MM, climbs / scope["n"], None, climbs)


FLIGHTS = {"stairs": _straight, "winding_stairs": _winding, "spiral_stairs": _spiral}
