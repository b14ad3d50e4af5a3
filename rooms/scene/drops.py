"""What covers the lowered ceilings of a scene: a skin a hair outside the plain boxes that they are drawn as.

The browser's twin is `static/js/model/scene/drops.js`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rooms.entities import Block
from rooms.scene.site import Polygons, Site, Surface, near
from rooms.surfaces.drops import corners_of, reach_of

OUT_MM = 1.0


def drop_surfaces(site: Site) -> Iterator[Surface]:
    """Of each bulkhead its painted sides and its painted underside, each one surface."""
    seen: set[tuple[str, str]] = set()
    for one in site.surfaces.drops:
        block = site.plan.solids[one.block]
        if one.finish and block.level == site.level and (block.id, one.face) not in seen:
            seen.add((block.id, one.face))
            polygons = _sides(site, block) if one.face == "sides" else [_underside(site, block)]
            named = {"wall": block.id, "room": site.places[one.room], "label": site.found.rooms[one.room].label}
            yield site.surface("bulkhead", polygons, **named, **site.looks("bulkhead", one.finish))


def _sides(site: Site, block: Block) -> Polygons:
    low, high = (z + site.elevation for z in reach_of(site.plan, block))
    corners = corners_of(block, OUT_MM)
    ways = pairwise([*corners, corners[0]])
    return [[near(value) for value in (*q, low, *p, low, *p, high, *q, high)] for p, q in ways]


def _underside(site: Site, block: Block) -> list[float]:
    low = reach_of(site.plan, block)[0] + site.elevation - OUT_MM
    return [near(value) for corner in corners_of(block, OUT_MM) for value in (*corner, low)]
