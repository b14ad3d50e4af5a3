"""Roof windows of a scene: the shaft through the roof, and the window that leans in it.

The browser's twin is `static/js/model/scene/skylights.js`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, floor, pi, sqrt
from typing import Any

from rooms.scene.joinery import Hole, joinery
from rooms.scene.site import Site, Surface, near
from rooms.surfaces.roof_windows import Skylight, skylights_of

ROOF_MM = 250
"""How thick a roof is taken to be, from the ceiling's face to the tiles."""
KIND = "roof_window"

Spot = tuple[float, float, float]


def skylights_in(site: Site) -> list[tuple[Skylight, int]]:
    """The level's roof windows that lie over a room, with the room's place in the scene."""
    found = ((one, site.found.room_at(site.level, one.middle)) for one in skylights_of(site.plan, site.roofs))
    return [(one, site.places[room]) for one, room in found if room is not None]


def skylight_surfaces(site: Site) -> Iterator[Surface]:
    """The four sides of each shaft, square to the slope."""
    for one, _room in skylights_in(site):
        inner, outer = _rim(site, one, 0.0), _rim(site, one, float(ROOF_MM))
        sides = [(inner[place - 3], inner[place], outer[place], outer[place - 3]) for place in range(4)]
        yield site.surface(
            "reveal",
            [[near(value) for spot in side for value in spot] for side in sides],
            opening=one.window.id,
        )


def skylight_openings(site: Site) -> Iterator[dict[str, Any]]:
    """Each window as the openings of walls are, leaning back by `lean_mdeg`; its room is to its left."""
    for one, room in skylights_in(site):
        window, angle_mdeg = one.window, site.plan.slopes[one.window.slope].angle_mdeg
        boxes, leaves = joinery(Hole(KIND, window.width, window.height, ROOF_MM, "left", -1, -1))
        way = one.roof.way
        x, y, z = _spot(site, one, (one.from_mm + one.to_mm) / 2, one.low_mm, ROOF_MM / 2)
        yield {
            "id": window.id,
            "wall": None,
            "level": site.level,
            "kind": KIND,
            "at": [near(x), near(y), near(z)],
            "turn_mdeg": floor(atan2(way[1], way[0]) * 180_000 / pi + 0.5) % 360_000,
            "lean_mdeg": 90_000 - angle_mdeg,
            "width": window.width,
            "height": window.height,
            "thickness": ROOF_MM,
            "sill": near(one.height(one.low_mm)),
            "inside": -1,
            "rooms": [room, None],
            "boxes": boxes,
            "leaves": leaves,
        } | site.coat(None)


def _rim(site: Site, one: Skylight, out_mm: float) -> list[Spot]:
    """The window's corners so far outwards of the ceiling's face."""
    edges = ((one.from_mm, one.low_mm), (one.to_mm, one.low_mm), (one.to_mm, one.high_mm), (one.from_mm, one.high_mm))
    return [_spot(site, one, along, left, out_mm) for along, left in edges]


def _spot(site: Site, one: Skylight, along: float, left: float, out_mm: float) -> Spot:
    """A place of the slope, so far outwards along its normal."""
    steep = sqrt(1 + one.roof.rise * one.roof.rise)
    aside, up = out_mm * one.roof.rise / steep, out_mm / steep
    x, y = one.at(along, left - aside)
    return x, y, one.height(left) + up + site.elevation
