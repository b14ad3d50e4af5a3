"""One level as its drawing needs it: the rooms found, the faces, and the walls that the cut goes through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.blocks import hanging
from rooms.drawing.aperture import CUT_MM, Aperture, aperture
from rooms.entities import Dimension, Item, Note
from rooms.fault import Fault
from rooms.outline import Found, Room, find_rooms
from rooms.plan import Plan
from rooms.surfaces import Surfaces, find_surfaces
from rooms.surfaces.stairwells import Stairwell, stairwells
from rooms.walls import Solid

LINTEL_REACH_MM = 0.5
"""An opening is cut a hair deeper than its wall, so that no film of the face is left."""


@dataclass(frozen=True)
class Storey:
    plan: Plan
    level: str
    found: Found
    surfaces: Surfaces

    @classmethod
    def of(cls, plan: Plan, level: str | None = None) -> Storey:
        """The level named, or the plan's lowest; a plan without levels gives a storey with nothing on it."""
        if level is not None and level not in plan.levels:
            raise Fault("level", "unknown", found=level)
        found = find_rooms(plan)
        lowest = min(plan.levels.values(), key=lambda one: one.elevation, default=None)
        return cls(plan, level or (lowest.id if lowest else ""), found, find_surfaces(plan, found))

    @cached_property
    def rooms(self) -> tuple[Room, ...]:
        return tuple(room for room in self.found.rooms if room.level == self.level)

    def floor(self, room: Room) -> BaseGeometry:
        """The room's floor with what stands free in it left out."""
        return shapely.Polygon(room.polygon, room.holes).buffer(0)

    @cached_property
    def solids(self) -> Mapping[str, Solid]:
        return self.found.solids.get(self.level, {})

    @cached_property
    def apertures(self) -> tuple[Aperture, ...]:
        """The level's openings that lie in a wall, in the document's order."""
        found = (aperture(self.plan, opening) for opening in self.plan.openings.values())
        return tuple(one for one in found if one and one.wall.level == self.level)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for item in self.plan.items.values() if item.level == self.level)

    @cached_property
    def bulkheads(self) -> tuple[Item, ...]:
        """Where the ceiling hangs lower, as things overhead."""
        return tuple(item for item in hanging(self.plan) if item.level == self.level)

    @cached_property
    def stairwells(self) -> tuple[Stairwell, ...]:
        """The openings in its floor."""
        return tuple(well for well in stairwells(self.plan) if self.level in well.above)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        return tuple(note for note in self.plan.notes.values() if note.level == self.level)

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        return tuple(one for one in self.plan.dimensions.values() if one.level == self.level)

    @cached_property
    def outline(self) -> BaseGeometry:
        """All walls, the openings not taken out."""
        return shapely.union(self.cut_walls, self.low_walls)

    @cached_property
    def cut_walls(self) -> BaseGeometry:
        """What the cut goes through, the openings not yet taken out."""
        return shapely.union_all([_polygon(solid) for id_, solid in self.solids.items() if self._is_tall(id_)])

    @cached_property
    def low_walls(self) -> BaseGeometry:
        """Walls that end below the cut and are seen from above."""
        low = [_polygon(solid) for id_, solid in self.solids.items() if not self._is_tall(id_)]
        return shapely.difference(shapely.union_all(low), self.cut_walls)

    @cached_property
    def poche(self) -> BaseGeometry:
        """The cut walls with every opening that the cut goes through taken out."""
        holes = [shapely.Polygon(one.hole(LINTEL_REACH_MM)).buffer(0) for one in self.apertures if one.is_cut]
        return shapely.difference(self.cut_walls, shapely.union_all(holes))

    def _is_tall(self, wall: str) -> bool:
        return max(self.plan.wall_heights(self.plan.bodies[wall])) > CUT_MM


def _polygon(solid: Solid) -> BaseGeometry:
    return shapely.Polygon(solid.polygon).buffer(0)
