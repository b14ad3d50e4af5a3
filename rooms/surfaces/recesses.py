"""The faces inside niches: back, jambs, sill and head, and which finish covers what of them.

A niche wears what the wall about it wears, band by band, unless a finish names the niche. One that stands on the floor
has the room's floor in it, one that reaches the ceiling has the room's ceiling. Rooms are measured without their
niches: PN-ISO 9836 counts recesses of walls to the structure, as it does doorways; only what covers them is counted.
The browser's twin is `static/js/geometry/recesses.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rooms.entities import Finish, Opening, Wall
from rooms.plan import Plan
from rooms.surfaces.cuts import Cut
from rooms.surfaces.heights import covered_area, height_at
from rooms.walls.centreline import CentreLine
from rooms.walls.niches import depth_mm, is_niche
from rooms.walls.polygon import whole
from rooms.walls.thickness import half_mm
from rooms.walls.vector import length, minus

if TYPE_CHECKING:
    from rooms.surfaces import Face

LEAST_MM = 0.01


@dataclass(frozen=True)
class Recess:
    """A flat part of a niche that one room sees, under one finish or bare.

    `face` is back, jambs (one at each end: from and to are the same), sill or head (z_from and z_to are the same); from
    and to are mm along the wall. `width_mm` and `height_mm` are its own, a sill's and head's the niche's width and
    depth. `holes` are the openings in the back.
    """

    room: int
    opening: str
    wall: str
    side: str
    face: str
    finish: str | None
    from_mm: float
    to_mm: float
    z_from: float
    z_to: float
    width_mm: float
    height_mm: float
    area_mm2: int
    holes: tuple[Cut, ...] = ()

    @property
    def is_floor(self) -> bool:
        """Whether it is what one stands on."""
        return self.face == "sill" and self.z_from <= 0


@dataclass(frozen=True)
class Around:
    """What a niche may wear besides the wall's: the finishes that name niches, its room's floor's and ceiling's.

    `is_ceiled` tells whether the wall reaches the ceiling: above a lower wall a niche is open.
    """

    own: Sequence[Finish] = ()
    floor: str | None = None
    ceiling: str | None = None
    is_ceiled: bool = True


def recesses_of(plan: Plan, line: CentreLine, face: Face, around: Around) -> Iterator[Recess]:
    """The parts of every niche in the face, in the order of its cuts."""
    wall = plan.bodies[face.wall]
    for cut in face.cuts:
        opening = plan.openings[cut.opening]
        if is_niche(opening) and (deep := depth_mm(wall, opening, plan.niches[face.wall])):
            through = tuple(one for one in face.cuts if not is_niche(plan.openings[one.opening]) and _meet(one, cut))
            yield from _Inside(wall, line, face, cut, opening, deep, through, around).parts()


def _meet(one: Cut, other: Cut) -> bool:
    across = one.from_mm < other.to_mm and other.from_mm < one.to_mm
    return across and one.z_from < other.z_to and other.z_from < one.z_to


@dataclass(frozen=True)
class _Inside:
    wall: Wall
    line: CentreLine
    face: Face
    cut: Cut
    opening: Opening
    deep: int
    through: tuple[Cut, ...]
    around: Around

    def parts(self) -> Iterator[Recess]:
        yield from self._back()
        for along in (self.cut.from_mm, self.cut.to_mm):
            yield from self._jamb(along)
        yield self._sill()
        yield from self._head()

    def _back(self) -> Iterator[Recess]:
        cut, top = self.cut, self.face.top
        width = self._width(self.deep)
        scale, holes = width / (cut.to_mm - cut.from_mm), [one.rectangle for one in self.through]
        for finish, low, high in self._strips("back", cut.z_to):
            covered = covered_area(top, [cut.rectangle, *holes], low, high) - covered_area(top, holes, low, high)
            yield self._part(
                "back", finish, (cut.from_mm, cut.to_mm), (low, high), (width, high - low), scale * covered
            )

    def _jamb(self, along: float) -> Iterator[Recess]:
        highest = min(self.cut.z_to, height_at(self.face.top, along))
        for finish, low, high in self._strips("jambs", highest):
            size = (float(self.deep), high - low)
            yield self._part("jambs", finish, (along, along), (low, high), size, size[0] * size[1])

    def _sill(self) -> Recess:
        z = self.cut.z_from
        if z <= 0:
            return self._level("sill", z, self._named("sill") or self.around.floor)
        beside = next((band.finish for band in self.face.bands if band.z_from <= z < band.z_to), None)
        return self._level("sill", z, self._own("sill") or beside)

    def _head(self) -> Iterator[Recess]:
        z, top = self.cut.z_to, self.face.top
        if z < min(height_at(top, self.cut.from_mm), height_at(top, self.cut.to_mm)):
            beside = next((band.finish for band in self.face.bands if band.z_from < z <= band.z_to), None)
            yield self._level("head", z, self._own("head") or beside)
        elif self.around.is_ceiled:
            yield self._level("head", z, self._named("head") or self.around.ceiling)

    def _level(self, name: str, z: float, finish: str | None) -> Recess:
        span = (self.cut.from_mm, self.cut.to_mm)
        width = (self._width(0) + self._width(self.deep)) / 2 if self.line.centre else span[1] - span[0]
        return self._part(name, finish, span, (z, z), (width, float(self.deep)), width * self.deep)

    def _part(
        self,
        name: str,
        finish: str | None,
        span: tuple[float, float],
        heights: tuple[float, float],
        size: tuple[float, float],
        area: float,
    ) -> Recess:
        face, holes = self.face, self.through if name == "back" else ()
        return Recess(
            face.room, self.opening.id, face.wall, face.side, name, finish, *span, *heights, *size, whole(area), holes
        )

    def _strips(self, name: str, highest: float) -> Iterator[tuple[str | None, float, float]]:
        """The finish of each height of what stands upright."""
        own = self._own(name)
        bands = [(own, 0.0, highest)] if own else [(band.finish, band.z_from, band.z_to) for band in self.face.bands]
        for finish, z_from, z_to in bands:
            low, high = max(z_from, self.cut.z_from), min(z_to, highest)
            if high - low > LEAST_MM:
                yield finish, low, high

    def _own(self, name: str) -> str | None:
        """The last finish that names the niche, and this face of it or none."""
        return self._named(None, name)

    def _named(self, *names: str | None) -> str | None:
        named = [one.id for one in self.around.own if one.opening == self.opening.id and one.face in names]
        return named[-1] if named else None

    def _width(self, in_mm: float) -> float:
        """How wide the niche is so far in from the wall's face."""
        line, sign = self.line, 1 if self.face.side == "right" else -1
        count = len(line.points) - 1
        stops = (line.length_mm * place / count for place in range(1, count)) if line.centre else ()
        places = [self.cut.from_mm, *(at for at in stops if self.cut.from_mm < at < self.cut.to_mm), self.cut.to_mm]
        points = [line.at(along, sign * (half_mm(self.wall, along) - in_mm)) for along in places]
        return sum(length(minus(q, p)) for p, q in pairwise(points))
