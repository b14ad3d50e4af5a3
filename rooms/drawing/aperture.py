"""An opening as plans show it: the stretch of the wall that it takes, and how far across the wall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from rooms.entities import Opening, Wall
from rooms.plan import Plan
from rooms.walls import opening_span
from rooms.walls.centreline import CentreLine, centre_line
from rooms.walls.niches import Slab, slab_of, takes_wall
from rooms.walls.polygon import Ring
from rooms.walls.thickness import half_mm
from rooms.walls.vector import Vector

CUT_MM = 1200
"""A plan is a cut so high above the floor, looking down; what lies higher is dashed."""


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
