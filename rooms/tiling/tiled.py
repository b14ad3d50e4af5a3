"""Every tiled surface of a plan as a flat outline: walls without their openings and under slopes, floors, ceilings.

What stands before a wall or on a floor is tiled behind and below, unless `skip_covered` asks otherwise: then baths,
shower trays and fitted cabinets are left out. Reveals are told apart and tiled only when `reveals` asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.entities import Item, Wall
from rooms.outline import Found, Room
from rooms.plan import Plan
from rooms.quantities.worktops import UNDER
from rooms.surfaces import SIDES, Band, Face, Plane, Surfaces
from rooms.surfaces.ceilings import roofs_of, unfolded_ceiling
from rooms.surfaces.cuts import Cut
from rooms.surfaces.roofs import Roof
from rooms.surfaces.stairwells import ceiling_wells, floor_wells
from rooms.things.footprint import footprint
from rooms.tiling.niches import niche_tiles
from rooms.tiling.patterns import Flat
from rooms.tiling.surface import Tiled, Unrolled
from rooms.walls.niches import is_niche
from rooms.walls.thickness import half_mm
from rooms.walls.vector import dot, length, minus

COVERING = UNDER | {"bath", "corner_bath", "shower", "tall_cabinet", "tall_oven_cabinet"}
"""Kinds with an apron, a tray or a plinth, behind and below which nobody sees a tile."""
GLASS = frozenset(("shower",))
"""Of those the ones that hide the floor but not the wall."""
AT_WALL_MM = 60
ON_FLOOR_MM = 150
REACH_MM = 50_000


def tiled_of(
    plan: Plan, found: Found, surfaces: Surfaces, *, skip_covered: bool = False, reveals: bool = False
) -> tuple[Tiled, ...]:
    """In the order of the plan's faces and planes; what is left of a surface after everything is cut out of it."""
    site = _Site(plan, found, skip_covered)
    walls = [one for face in surfaces.faces for one in site.wall(face)]
    jambs = [reveal for one in walls for reveal in _reveals(one)] if reveals else []
    planes = [one for plane in surfaces.planes for one in site.plane(plane)]
    niches = niche_tiles(plan, surfaces.faces, surfaces.recesses)
    return tuple(one for one in (*walls, *niches, *jambs, *planes) if one.outline.area > 1)


@dataclass(frozen=True)
class _Site:
    plan: Plan
    found: Found
    skip_covered: bool

    @cached_property
    def roofs(self) -> Mapping[str, Sequence[Roof]]:
        return roofs_of(self.plan)

    def wall(self, face: Face) -> Iterator[Tiled]:
        if not any(self._tile(band.finish) for band in face.bands):
            return
        side = _Side(self, face)
        for band in face.bands:
            if tile := self._tile(band.finish):
                yield side.tiled(band, tile)

    def plane(self, plane: Plane) -> Iterator[Tiled]:
        tile, room = self._tile(plane.finish), self.found.rooms[plane.room]
        if tile and plane.face == "ceiling" and (over := self.roofs.get(room.level)):
            for flat in unfolded_ceiling(self.plan, room, over):
                start = flat.bounds[0], flat.bounds[1]
                yield Tiled(plane.finish or "", tile, plane.room, plane.face, flat, start)
        elif tile:
            outline: BaseGeometry = shapely.Polygon(room.polygon, room.holes).buffer(0)
            wells = (floor_wells if plane.face == "floor" else ceiling_wells)(self.plan, room.level)
            outline = outline.difference(shapely.union_all([shapely.Polygon(ring) for ring in wells]))
            if self.skip_covered and plane.face == "floor":
                low = [item for item in self._covering(plane.room) if item.elevation < ON_FLOOR_MM]
                outline = outline.difference(shapely.union_all([shapely.Polygon(footprint(item)) for item in low]))
            yield Tiled(plane.finish or "", tile, plane.room, plane.face, outline, room.box[:2])

    def _covering(self, room: int) -> list[Item]:
        return [
            item
            for item in self.plan.items.values()
            if item.kind in COVERING and self.found.room_at(item.level, item.at) == room
        ]

    def covered(self, face: Face, wall: Wall) -> Iterator[tuple[float, float, float, float]]:
        """What hides of a face: from and to along the wall, from and to above the floor."""
        line = self.found.solids[wall.level][wall.id].line
        for item in self._covering(face.room) if self.skip_covered and face.side in SIDES else ():
            corners = footprint(item)
            sign = 1 if face.side == "right" else -1
            away = [line.right(corner) * sign - half_mm(wall, line.along(corner)) for corner in corners]
            if item.kind not in GLASS and -AT_WALL_MM <= min(away) <= AT_WALL_MM:
                along = [line.along(corner) for corner in corners]
                yield min(along), max(along), item.elevation, item.elevation + item.size[2]

    def _tile(self, finish: str | None) -> Mapping[str, Any] | None:
        return self.plan.finishes[finish].tile if finish else None


@dataclass(frozen=True)
class _Side:
    """A wall's face and what stands in it and before it."""

    site: _Site
    face: Face

    def tiled(self, band: Band, tile: Mapping[str, Any]) -> Tiled:
        face, flat, plan = self.face, Unrolled(self.face), self.site.plan
        belt = shapely.box(-REACH_MM, band.z_from, REACH_MM, band.z_to)
        holes = {cut.opening: flat.box(cut) for cut in face.cuts}
        covered = (*face.hidden, *self.site.covered(face, plan.bodies[face.wall]))
        hidden = [flat.box(Cut("", *area)) for area in covered]
        whole = shapely.intersection(flat.whole, belt)
        outline = shapely.difference(whole, shapely.union_all([*holes.values(), *hidden]))
        return Tiled(
            finish=band.finish or "",
            tile=tile,
            room=face.room,
            face="wall",
            outline=outline,
            start=(0.0, band.z_from),
            wall=face.wall,
            side=face.side,
            from_mm=face.from_mm,
            z_from=band.z_from,
            z_to=band.z_to,
            highest=max(z for _x, z in self.face.top),
            holes={id_: hole for id_, hole in holes.items() if shapely.intersection(hole, belt).area > 1},
            reveals_mm={
                cut.opening: half_mm(plan.bodies[face.wall], cut.middle_mm)
                for cut in face.cuts
                if not is_niche(plan.openings[cut.opening])
            },
        )


def _reveals(wall: Tiled) -> Iterator[Tiled]:
    """The sides of each opening as far as the band reaches, half the wall deep, where the frame is taken to stand."""
    for edge_mm, deep in ((edge, deep) for hole, deep in wall.reveals for edge in reveal_edges(wall, hole)):
        strip = shapely.box(0, 0, edge_mm, deep)
        yield Tiled(wall.finish, wall.tile, wall.room, "reveal", strip, (0.0, 0.0), wall.wall, wall.side)


def reveal_edges(wall: Tiled, hole: BaseGeometry) -> list[float]:
    """How long the tiled edges of an opening are: each jamb, the head, the sill."""
    rim = shapely.get_parts(shapely.line_merge(shapely.intersection(wall.outline.boundary, hole.boundary)))
    found = []
    for line in rim:
        found += [length(minus(b, a)) for a, b in pairwise(line.coords)]
    return [mm for mm in found if mm > 1]


def is_outer(room: Room, corner: Flat, before: Flat, after: Flat) -> bool:
    """Whether a wall's corner stands out into the room; `before` and `after` lie on the walls on either side."""
    ways = [minus(one, corner) for one in (before, after)]
    if abs(dot(ways[0], (-ways[1][1], ways[1][0]))) < 0.05 * length(ways[0]) * length(ways[1]):
        return False
    middle = [corner[axis] + sum(way[axis] / (length(way) or 1) for way in ways) * 2 for axis in (0, 1)]
    return not shapely.Polygon(room.polygon, room.holes).contains(shapely.Point(middle))
