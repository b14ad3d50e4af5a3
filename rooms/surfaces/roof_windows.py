"""Roof windows: where each lies in its slope, and the ceiling with the windows cut out of it.

The browser's twin is `static/js/geometry/roof_windows.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from rooms.entities import RoofWindow
from rooms.plan import Plan
from rooms.surfaces.cells import clipped
from rooms.surfaces.roofs import Roof
from rooms.surfaces.slopes import Plane, negative
from rooms.walls.vector import Vector


@dataclass(frozen=True)
class Skylight:
    """A window in its slope: from and to along the slope's line, and from and to leftwards of it on the plan, mm."""

    window: RoofWindow
    roof: Roof
    from_mm: float
    to_mm: float
    low_mm: float
    high_mm: float

    @property
    def corners(self) -> tuple[Vector, ...]:
        """On the plan: along the lower edge, then back along the upper one."""
        spots = ((self.from_mm, self.low_mm), (self.to_mm, self.low_mm), (self.to_mm, self.high_mm))
        return tuple(self.at(*spot) for spot in (*spots, (self.from_mm, self.high_mm)))

    @property
    def middle(self) -> Vector:
        return self.at((self.from_mm + self.to_mm) / 2, (self.low_mm + self.high_mm) / 2)

    def at(self, along: float, left: float) -> Vector:
        return self.roof.at(along, left)

    def height(self, left: float) -> float:
        return self.roof.knee + left * self.roof.rise


def skylights_of(plan: Plan, over: Sequence[Roof]) -> list[Skylight]:
    """The windows in these slopes, in the document's order; one whose sill is under the knee begins at the knee."""
    by_slope = {roof.slope: roof for roof in over}
    windows = (window for window in plan.skylights.values() if window.slope in by_slope)
    return [_lying(window, by_slope[window.slope]) for window in windows]


def _lying(window: RoofWindow, roof: Roof) -> Skylight:
    low = max(window.sill - roof.knee, 0) / roof.rise
    high = low + window.height / sqrt(1 + roof.rise * roof.rise)
    return Skylight(window, roof, float(window.offset), float(window.offset + window.width), low, high)


def opened(ceiling: Sequence[Plane], windows: Sequence[Skylight]) -> list[Plane]:
    """The ceiling without what its windows take of it, still in convex pieces."""
    planes = list(ceiling)
    for one in windows:
        planes = [part for plane in planes for part in _beside(plane, one)]
    return planes


def _beside(plane: Plane, one: Skylight) -> Iterator[Plane]:
    """The plane's parts around the window, when it lies in the same slope."""
    if plane.roof != one.roof:
        yield plane
        return
    cell, roof = plane.cell, one.roof
    for border in (
        lambda point: roof.along(point) - one.from_mm,
        lambda point: one.to_mm - roof.along(point),
        lambda point: roof.left(point) - one.low_mm,
        lambda point: one.high_mm - roof.left(point),
    ):
        if outside := clipped(cell, negative(border)):
            yield plane.cut(outside)
        if not (cell := clipped(cell, border)):
            return
