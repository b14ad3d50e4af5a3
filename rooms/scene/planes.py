"""What one sees inside a scene's openings, and its floors and ceilings.

The browser's twin is `static/js/model/scene/planes.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rooms.entities import Opening
from rooms.outline import Room, is_in
from rooms.scene.niches import niche_surfaces
from rooms.scene.overhead import ceiling_over_walls
from rooms.scene.site import Site, Surface, facets, near
from rooms.surfaces import Face
from rooms.surfaces.ceilings import ceiling_of, room_height
from rooms.surfaces.cells import triangles
from rooms.surfaces.dormers import cheeks
from rooms.surfaces.roof_windows import opened, skylights_of
from rooms.surfaces.slopes import Plane
from rooms.surfaces.stairwells import beside, floor_wells, stairwells
from rooms.walls import Solid
from rooms.walls.niches import Slab, is_niche
from rooms.walls.polygon import edges

WALKED_MM = 100
"""An opening with a lower sill has a floor in it."""


def opening_surfaces(site: Site, solid: Solid, faces: Sequence[Face]) -> Iterator[Surface]:
    """The jambs of a wall's openings, what lies over and under them, and the floor in its doorways."""
    for opening, (low, high, z_low, z_high) in site.holes[solid.wall]:
        if is_niche(opening):
            yield from niche_surfaces(site, solid, opening, (low, high, z_low, z_high))
            continue
        above = site.height(solid, solid.line.at((low + high) / 2))
        top = min(z_high, above)
        if z_low >= top:
            continue
        hole = _Hole(site, solid, opening, low, high)
        polygons = [hole.jamb(low, z_low, top), hole.jamb(high, z_low, top)]
        if z_high < above:
            polygons += hole.level(z_high, hole.slab, up=False)
        if z_low >= WALKED_MM:
            polygons += hole.level(z_low, hole.slab, up=True)
        yield site.surface("reveal", polygons, wall=solid.wall, opening=opening.id)
        if z_low < WALKED_MM:
            yield from _threshold(site, hole, faces)


def room_surfaces(site: Site, place: int, room: Room) -> Iterator[Surface]:
    """A room's floor, and its ceiling at the height of the level or of its lower walls, under the slopes."""
    pieces = beside(triangles(room.polygon, room.holes), floor_wells(site.plan, room.level))
    base = site.elevation
    yield site.plane("floor", place, [_flat([(x, y, base) for x, y in reversed(piece)]) for piece in pieces])
    ceiling = ceiling_of(site.plan, room, site.roofs)
    whole = [*ceiling, *ceiling_over_walls(site, place, room)]
    over = opened(whole, skylights_of(site.plan, site.roofs))
    sheets = [_flat([(x, y, one.height((x, y)) + base) for x, y in one.cell]) for one in over]
    yield site.plane("ceiling", place, [*sheets, *_cheeks(site, ceiling, room), *_well_sides(site, room)])


def _cheeks(site: Site, ceiling: Sequence[Plane], room: Room) -> Iterator[list[float]]:
    for cheek in cheeks(ceiling, room):
        yield _flat([(x, y, z + site.elevation) for x, y, z in cheek.spots])


def _well_sides(site: Site, room: Room) -> Iterator[list[float]]:
    """What the ceiling shows of the stairwells over the room: their sides, up to the floor above."""
    low = room_height(site.plan, room) + site.elevation
    for well in stairwells(site.plan):
        high = site.plan.levels[well.above[0]].elevation
        if well.below == room.level and low < high and is_in(room, well.item.at):
            yield from (_flat([(*p, low), (*q, low), (*q, high), (*p, high)]) for p, q in edges(well.outline))


@dataclass(frozen=True)
class _Hole:
    """A stretch of a wall, `low` to `high` mm along it from a."""

    site: Site
    solid: Solid
    opening: Opening
    low: float
    high: float

    def slab(self, along: float) -> Slab:
        return self.site.slab(self.solid.wall, self.opening, along)

    def jamb(self, along: float, z_low: float, z_high: float) -> list[float]:
        """The wall's section at one end of the hole."""
        ends = self.slab(along)[:: 1 if along == self.high else -1]
        one, other = self.solid.line.at(along, ends[0]), self.solid.line.at(along, ends[1])
        low, high = z_low + self.site.elevation, z_high + self.site.elevation
        return _flat([(*one, low), (*other, low), (*other, high), (*one, high)])

    def level(self, z: float, slab: Callable[[float], Slab], *, up: bool) -> list[list[float]]:
        """A level sheet across the wall that faces up or down."""
        places = [self.low, *(stop for stop in facets(self.solid) if self.low < stop < self.high), self.high]
        return [self._quad(start, end, slab, z, up=up) for start, end in pairwise(places)]

    def _quad(self, start: float, end: float, slab: Callable[[float], Slab], z: float, *, up: bool) -> list[float]:
        (left, right), (left_end, right_end) = slab(start), slab(end)
        corners = [(start, right), (end, right_end), (end, left_end), (start, left)]
        spots = [self.solid.line.at(*corner) for corner in (corners if up else corners[::-1])]
        return _flat([(x, y, z + self.site.elevation) for x, y in spots])


def _threshold(site: Site, hole: _Hole, faces: Sequence[Face]) -> Iterator[Surface]:
    """The floors of the two rooms meet in the middle of a doorway; to the outside the room's own runs through."""
    middle = (hole.low + hole.high) / 2
    left, right = (_seen_by(faces, side, middle) for side in ("left", "right"))
    stretches: list[tuple[int | None, Callable[[float], Slab]]] = [
        (left, lambda along: (hole.slab(along)[0], 0.0)),
        (right, lambda along: (0.0, hole.slab(along)[1])),
    ]
    if left == right or left is None or right is None:
        stretches = [(right if left is None else left, hole.slab)]
    for place, slab in stretches:
        polygons = hole.level(float(hole.opening.sill), slab, up=True)
        named = {"wall": hole.solid.wall, "opening": hole.opening.id}
        yield (
            site.surface("floor", polygons, **named) if place is None else site.plane("floor", place, polygons, **named)
        )


def _seen_by(faces: Sequence[Face], side: str, along: float) -> int | None:
    """The room that sees the place."""
    return next((face.room for face in faces if face.side == side and face.from_mm <= along <= face.to_mm), None)


def _flat(spots: Sequence[tuple[float, float, float]]) -> list[float]:
    return [near(value) for spot in spots for value in spot]
