"""One level as its drawing needs it: the rooms found, the faces, and the walls that the cut goes through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.blocks import hanging
from rooms.entities import Dimension, Item, Note, Opening, Wall
from rooms.fault import Fault
from rooms.outline import Found, Room, find_rooms
from rooms.plan import Plan
from rooms.surfaces import Surfaces, find_surfaces
from rooms.surfaces.stairwells import Stairwell, stairwells
from rooms.walls import Solid, opening_span
from rooms.walls.centreline import CentreLine, centre_line
from rooms.walls.niches import Slab, slab_of, takes_wall
from rooms.walls.polygon import Ring
from rooms.walls.thickness import half_mm
from rooms.walls.vector import Vector

CUT_MM = 1200
"""A plan is a cut so high above the floor, looking down; what lies higher is dashed."""
LINTEL_REACH_MM = 0.5
"""An opening is cut a hair deeper than its wall, so that no film of the face is left."""


@dataclass(frozen=True)
class Aperture:
    """An opening in its wall: the stretch (mm from a) of the centre line that it takes, the wall's niches."""

    opening: Opening
    wall: Wall
    line: CentreLine
    from_mm: float
    to_mm: float
    niches: tuple[Opening, ...]

    @cached_property
    def slab(self) -> Slab:
        """Its share of the thickness in its middle."""
        return self.slab_at((self.from_mm + self.to_mm) / 2)

    def slab_at(self, along_mm: float) -> Slab:
        return slab_of(self.wall, self.opening, self.niches, along_mm)

    @property
    def depth_mm(self) -> int:
        """How far it goes into the wall, to the whole millimetre."""
        return round(self.slab[1] - self.slab[0])

    def hole(self, reach_mm: float = 0.0) -> Ring:
        """What it takes of the wall on plan, reaching so far out of each face in which it is seen."""
        return self.across(lambda along: self._reaching(along, reach_mm))

    def across(self, slab: Callable[[float], Slab], from_mm: float | None = None, to_mm: float | None = None) -> Ring:
        """A stretch of it on plan, by default all, as far across the wall as `slab` tells at each place along."""
        low, high = self.from_mm if from_mm is None else from_mm, self.to_mm if to_mm is None else to_mm
        ends = [(place, slab(place)) for place in _places(self.line, low, high)]
        left, right = ([self.line.at(place, across[end]) for place, across in ends] for end in (0, 1))
        return (*left, *right[::-1])

    def faces_at(self, along_mm: float) -> Slab:
        """The wall's two faces."""
        half = half_mm(self.wall, along_mm)
        return -half, half

    def face(self, sign: int, out_mm: float = 0.0) -> tuple[Vector, ...]:
        """Its stretch of the wall's face to the right (1) or left (-1), or of a line so far out of it."""
        places = _places(self.line, self.from_mm, self.to_mm)
        return tuple(self.line.at(place, sign * (half_mm(self.wall, place) + out_mm)) for place in places)

    def rim(self, end: int) -> tuple[Vector, ...]:
        """The left (0) or right (1) edge of what it takes of the wall."""
        places = _places(self.line, self.from_mm, self.to_mm)
        return tuple(self.line.at(place, self.slab_at(place)[end]) for place in places)

    def _reaching(self, along_mm: float, reach_mm: float) -> Slab:
        ends, faces = self.slab_at(along_mm), self.faces_at(along_mm)
        left, right = (reach_mm if end in faces else 0.0 for end in ends)
        return ends[0] - left, ends[1] + right

    def strip(self, left_mm: float, right_mm: float) -> Ring:
        """The opening's outline on plan from so far left of the centre line to so far right of it."""
        return strip(self.line, self.from_mm, self.to_mm, left_mm, right_mm)

    @property
    def middle(self) -> Vector:
        return self.line.at((self.from_mm + self.to_mm) / 2)

    @property
    def half_mm(self) -> float:
        """Half the wall's thickness in its middle."""
        return half_mm(self.wall, (self.from_mm + self.to_mm) / 2)

    @property
    def is_cut(self) -> bool:
        return self.opening.sill < CUT_MM < self.opening.sill + self.opening.height


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


def aperture(plan: Plan, opening: Opening) -> Aperture | None:
    wall = plan.walls.get(opening.wall)
    line = centre_line(wall) if wall else None
    span = opening_span(wall, opening) if wall else None
    niches = plan.niches.get(opening.wall, ())
    if wall is None or line is None or span is None or not takes_wall(wall, opening, niches):
        return None
    return Aperture(opening, wall, line, *span, niches)


def strip(line: CentreLine, from_mm: float, to_mm: float, left_mm: float, right_mm: float) -> Ring:
    """A band along a centre line, from so far left of it to so far right."""
    right = parallel(line, from_mm, to_mm, right_mm)
    return (*parallel(line, from_mm, to_mm, -left_mm), *right[::-1])


def parallel(line: CentreLine, from_mm: float, to_mm: float, right_mm: float) -> tuple[Vector, ...]:
    """A stretch of the line so far to the right of the centre line, an arc's with its facets."""
    return tuple(line.at(along, right_mm) for along in _places(line, from_mm, to_mm))


def _places(line: CentreLine, from_mm: float, to_mm: float) -> tuple[float, ...]:
    """From and to, and between them where an arc's facets meet."""
    return (from_mm, *(along for along in map(line.along, line.points) if from_mm < along < to_mm), to_mm)


def _polygon(solid: Solid) -> BaseGeometry:
    return shapely.Polygon(solid.polygon).buffer(0)
