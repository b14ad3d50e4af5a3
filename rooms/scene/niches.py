"""The insides of a scene's niches: back, jambs, sill and head, each with what covers it.

The browser's twin is `static/js/model/scene/niches.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rooms.entities import Opening
from rooms.scene.site import Polygons, Site, Surface, facets, near
from rooms.surfaces.cells import Area, Sheet, cells
from rooms.surfaces.heights import height_at
from rooms.surfaces.recesses import Recess
from rooms.walls import Solid
from rooms.walls.niches import is_niche, opens_on
from rooms.walls.vector import Vector

Spot = tuple[float, float, float]


def niche_surfaces(site: Site, solid: Solid, opening: Opening, area: Area) -> Iterator[Surface]:
    """One surface for each part that a room sees; of a niche that none sees, one that is bare."""
    inside = _Inside(site, solid, opening, area)
    seen = [one for one in site.surfaces.recesses if one.opening == opening.id]
    if not seen:
        yield site.surface("niche", inside.bare(), wall=solid.wall, side=opening.opens, opening=opening.id)
    rows = sorted({z for one in seen for z in (one.z_from, one.z_to)})
    for one in seen:
        yield site.surface(
            "niche",
            inside.part(one, rows),
            wall=solid.wall,
            side=opening.opens,
            opening=opening.id,
            room=site.places[one.room],
            label=site.found.rooms[one.room].label,
            run=inside.run(one),
            **site.looks("niche", one.finish),
        )


class _Inside:
    """A niche's faces as polygons, as one sees them who stands before it."""

    def __init__(self, site: Site, solid: Solid, opening: Opening, area: Area) -> None:
        self.is_right = opening.opens == "right"
        self.site, self.solid, self.opening = site, solid, opening
        self.low, self.high, self.z_low, self.z_high = area
        self.top = site.top(solid, self._mouth, self.low, self.high)
        self.holes = tuple(
            hole for one, hole in site.holes[solid.wall] if not is_niche(one) and opens_on(one, opening.opens)
        )

    def part(self, one: Recess, rows: Sequence[float]) -> Polygons:
        if one.face == "back":
            return self._back(one.from_mm, one.to_mm, one.z_from, one.z_to, rows)
        if one.face == "jambs":
            return [self._jamb(one.from_mm, one.z_from, one.z_to, is_low=one.from_mm < (self.low + self.high) / 2)]
        return self._level(one.from_mm, one.to_mm, one.z_from, up=one.face == "sill")

    def run(self, one: Recess) -> list[float] | None:
        """The foot of what stands upright, from left to right as one stands before it: flat x, y."""
        if one.face not in ("back", "jambs"):
            return None
        spots = [self._bottom(along) for along in self._places(one.from_mm, one.to_mm)]
        if one.face == "jambs":
            ends = [self._mouth(one.from_mm), self._bottom(one.from_mm)]
            is_left = (one.from_mm < (self.low + self.high) / 2) == self.is_right
            spots = ends if is_left else ends[::-1]
        elif not self.is_right:
            spots = spots[::-1]
        return [near(value) for spot in spots for value in spot]

    def bare(self) -> Polygons:
        """All of it, where no room sees it."""
        z_high = min(self.z_high, max(z for _along, z in self.top))
        found = self._back(self.low, self.high, self.z_low, z_high, ())
        for along, is_low in ((self.low, True), (self.high, False)):
            found.append(self._jamb(along, self.z_low, min(z_high, height_at(self.top, along)), is_low=is_low))
        found += self._level(self.low, self.high, self.z_low, up=True)
        return [*found, *(self._level(self.low, self.high, self.z_high, up=False) if z_high == self.z_high else [])]

    def _back(self, low: float, high: float, z_from: float, z_to: float, rows: Sequence[float]) -> Polygons:
        top = self.site.top(self.solid, self._mouth, low, high)
        found = cells(Sheet(top, self.holes), z_from, z_to, stops=facets(self.solid), rows=rows)
        return [
            self._flat([(*self._bottom(along), z) for along, z in (cell if self.is_right else cell[::-1])])
            for cell in found
        ]

    def _jamb(self, along: float, z_low: float, z_high: float, *, is_low: bool) -> list[float]:
        one, other = self._mouth(along), self._bottom(along)
        if is_low != self.is_right:
            one, other = other, one
        return self._flat([(*one, z_low), (*other, z_low), (*other, z_high), (*one, z_high)])

    def _level(self, low: float, high: float, z: float, *, up: bool) -> Polygons:
        left, right = (self._bottom, self._mouth) if self.is_right else (self._mouth, self._bottom)
        quads = []
        for start, end in pairwise(self._places(low, high)):
            corners = [right(start), right(end), left(end), left(start)]
            quads.append(self._flat([(*corner, z) for corner in (corners if up else corners[::-1])]))
        return quads

    def _places(self, low: float, high: float) -> list[float]:
        return [low, *(stop for stop in facets(self.solid) if low < stop < high), high]

    def _mouth(self, along: float) -> Vector:
        return self._edge(along, 1 if self.is_right else 0)

    def _bottom(self, along: float) -> Vector:
        return self._edge(along, 0 if self.is_right else 1)

    def _edge(self, along: float, end: int) -> Vector:
        return self.solid.line.at(along, self.site.slab(self.solid.wall, self.opening, along)[end])

    def _flat(self, spots: Sequence[Spot]) -> list[float]:
        return [near(value) for x, y, z in spots for value in (x, y, z + self.site.elevation)]
