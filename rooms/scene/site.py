"""What the surfaces of a scene's level are made from, and what they look like.

A surface names what it belongs to, so that it can be painted and picked. Its polygons are convex, flat x, y, z (mm, at
most one decimal), and run so that the outward normal of corners a, b, c is (c - a) × (b - a), as in
`rooms.things.mesh`. The browser's twin is `static/js/model/scene/site.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import Any

from rooms.entities import Opening
from rooms.outline import Found, Room
from rooms.plan import Plan
from rooms.surfaces import SIDES, Surfaces
from rooms.surfaces.ceilings import roofs_by_rooms
from rooms.surfaces.cells import Area
from rooms.surfaces.heights import top_of
from rooms.surfaces.roofs import Roof
from rooms.surfaces.slopes import lowered, lowered_top
from rooms.walls import Solid, opening_span
from rooms.walls.niches import Slab, slab_of, takes_wall
from rooms.walls.polygon import TIE
from rooms.walls.thickness import half_mm
from rooms.walls.vector import Vector, minus

Surface = dict[str, Any]
Polygons = list[list[float]]
PaintOf = Callable[[str], str | None]
Spot = Callable[[float], Vector]
"""The point of the page at a place along a wall, mm from a."""

BARE = {
    "face": "#f3f3f2",
    "outer": "#e2e2e1",
    "top": "#cbcbc9",
    "reveal": "#f7f7f6",
    "niche": "#f3f3f2",
    "floor": "#d8d8d6",
    "ceiling": "#fbfbfa",
    "bulkhead": "#fbfbfa",
}
"""What is not painted: plaster, and the section that a cut wall shows."""


HIGHEST_MM = 100_000.0
LEAST_OPENING_MM = 50
"""Of an opening of which slopes leave less nothing is shown."""


@dataclass(frozen=True)
class Site:
    """One level: `places` numbers the found rooms among the scene's, `holes` are the openings of each wall."""

    plan: Plan
    found: Found
    surfaces: Surfaces
    level: str
    paint_of: PaintOf
    places: Mapping[int, int]
    holes: Mapping[str, Sequence[tuple[Opening, Area]]]
    roofs: Sequence[Roof]

    @classmethod
    def of(
        cls, plan: Plan, found: Found, surfaces: Surfaces, level: str, paint_of: PaintOf, places: Mapping[int, int]
    ) -> Site:
        sloping = roofs_by_rooms(plan, found).get(level, ())
        site = cls(plan, found, surfaces, level, paint_of, places, {}, sloping)
        return replace(site, holes={id_: list(site._holes(solid)) for id_, solid in site.solids.items()})

    @property
    def elevation(self) -> int:
        return self.plan.levels[self.level].elevation

    @property
    def solids(self) -> Mapping[str, Solid]:
        return self.found.solids[self.level]

    @property
    def rooms(self) -> list[tuple[int, Room]]:
        return [(place, room) for place, room in enumerate(self.found.rooms) if room.level == self.level]

    def top(self, solid: Solid, spot: Spot, low: float, high: float) -> tuple[Vector, ...]:
        """The wall's upper edge over a stretch of a line along it, which lies at `spot`, cut by the slopes."""
        whole_top = top_of(self.plan, self.plan.bodies[solid.wall], solid.line, low, high)
        if solid.line.centre is not None or not self.roofs:
            return whole_top
        return self._under_slopes(whole_top, spot)

    def height(self, solid: Solid, point: Vector, beside: Vector | None = None) -> float:
        """The wall's height above the floor at a point of the page, under the slopes; it may step: as `beside`."""
        at_a, at_b = self.plan.wall_heights(self.plan.bodies[solid.wall])
        share = min(max(solid.line.along(point) / solid.line.length_mm, 0.0), 1.0)
        return lowered(at_a + (at_b - at_a) * share, point, self.roofs, beside)

    def face(self, solid: Solid, side: str) -> Spot:
        """Where the face of a wall's side lies."""
        wall, sign = self.plan.bodies[solid.wall], 1 if side == "right" else -1
        return lambda along: solid.line.at(along, sign * half_mm(wall, along))

    def slab(self, wall_id: str, opening: Opening, along_mm: float) -> Slab:
        """What an opening takes of its wall's thickness there, mm to the right of the centre line."""
        return slab_of(self.plan.walls[wall_id], opening, self.plan.niches.get(wall_id, ()), along_mm)

    def _holes(self, solid: Solid) -> Iterator[tuple[Opening, Area]]:
        """The wall's openings, each only so high as the slopes over it leave room."""
        wall = self.plan.walls.get(solid.wall)
        niches = self.plan.niches.get(solid.wall, ())
        for opening in self.plan.openings.values():
            span = opening_span(wall, opening) if wall and opening.wall == wall.id else None
            if wall and span and takes_wall(wall, opening, niches):
                height = min(opening.height, floor(self._lowest(solid, *span)) - opening.sill)
                if height >= LEAST_OPENING_MM:
                    yield replace(opening, height=height), (*span, float(opening.sill), float(opening.sill + height))

    def _lowest(self, solid: Solid, low: float, high: float) -> float:
        """How high the slopes let a straight wall be between two places along it."""
        if not self.roofs or solid.line.centre is not None:
            return HIGHEST_MM
        level = ((low, HIGHEST_MM), (high, HIGHEST_MM))
        return min(z for side in SIDES for _along, z in self._under_slopes(level, self.face(solid, side)))

    def _under_slopes(self, top: Sequence[Vector], spot: Spot) -> tuple[Vector, ...]:
        """An upper edge, (mm from a, mm above the floor) each, over the line at `spot`, cut by the slopes."""
        start = spot(0.0)
        return lowered_top(top, start, minus(spot(1.0), start), self.roofs)

    def looks(self, of: str, finish_id: str | None) -> Surface:
        """The colour of a surface, and the paint or tile that it has it from."""
        finish = self.plan.finishes.get(finish_id or "")
        if finish is None:
            return {"finish": None, "paint": None, "tile": None, "colour": BARE[of]}
        tile = dict(finish.tile) if finish.tile else None
        colour = tile["tint"] if tile else self.paint_of(finish.paint or "")
        return {"finish": finish.id, "paint": finish.paint, "tile": tile, "colour": colour or BARE[of]}

    def coat(self, finish_id: str | None) -> Surface:
        """The paint on a door or on skirting; no colour where there is none, or nobody knows it."""
        finish = self.plan.finishes.get(finish_id or "")
        if finish is None or finish.paint is None:
            return {"finish": None, "paint": None, "colour": None}
        return {"finish": finish.id, "paint": finish.paint, "colour": self.paint_of(finish.paint)}

    def surface(self, of: str, polygons: Polygons, **fields: Any) -> Surface:
        """A surface of this level; fields that are not named are of nothing."""
        bare = {"wall": None, "side": None, "opening": None, "room": None, "label": None}
        looks = {"run": None, "origin": None} | self.looks(of, None)
        return {"of": of, "level": self.level} | bare | looks | fields | {"polygons": polygons}

    def plane(self, of: str, place: int, polygons: Polygons, **fields: Any) -> Surface:
        """A surface of the floor or ceiling of a room."""
        room = self.found.rooms[place]
        finish = next(plane.finish for plane in self.surfaces.planes if (plane.room, plane.face) == (place, of))
        origin = [near(min(point[axis] for point in room.polygon)) for axis in (0, 1)]
        named = {"room": self.places[place], "label": room.label, "origin": origin}
        return self.surface(of, polygons, **named, **self.looks(of, finish), **fields)


def facets(solid: Solid) -> tuple[float, ...]:
    """Where along an arc its facets meet, mm from a; none on a straight wall."""
    count = len(solid.line.points) - 1
    return tuple(solid.line.length_mm * place / count for place in range(1, count)) if solid.line.centre else ()


def near(value: float) -> float:
    """A tenth of a millimetre, as a whole number where it is one, so that both languages write it alike."""
    tenths = floor(value * 10 + 0.5 + TIE)
    return tenths // 10 if tenths % 10 == 0 else tenths / 10
