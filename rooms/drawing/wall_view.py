"""One side of a wall as somebody in the room sees it: from a place along the wall to a place on the drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.drawing.shapes import polygons
from rooms.drawing.storey import Aperture, Storey, parallel
from rooms.drawing.svg import Point
from rooms.entities import Finish, Wall
from rooms.fault import Fault
from rooms.plan import Plan
from rooms.surfaces import Face
from rooms.surfaces.recesses import Recess
from rooms.walls.centreline import CentreLine, centre_line, heading
from rooms.walls.niches import opens_on
from rooms.walls.thickness import measured_by

BEFORE_FACE_MM = 50
BESIDE_MM = 2000
NEXT_TO_MM = 60
EDGE_MM = 0.5
HIGHEST_MM = 50_000
SIDES = ("right", "left")


@dataclass(frozen=True)
class WallView:
    """The side's faces, from `low` to `high` mm along the wall; on the drawing y is minus the height."""

    storey: Storey
    wall: Wall
    side: str
    line: CentreLine
    faces: tuple[Face, ...]
    low: float
    high: float

    @classmethod
    def of(cls, plan: Plan, wall_id: str, side: str | None = None) -> WallView:
        """The view of a wall's side, by default the one with more room before it.

        Raises Fault at `wall`: unknown, or of no length; at `side`: neither left nor right; at `level`: lost.
        """
        wall = plan.walls.get(wall_id)
        line = centre_line(wall) if wall else None
        if wall is None or line is None:
            raise Fault("wall", "unknown", found=wall_id)
        if side not in (*SIDES, None):
            raise Fault("side", "not_a_choice", choices="left, right")
        storey = Storey.of(plan, wall.level)
        of_side = {side: tuple(_faces(storey, wall, side)) for side in SIDES}
        chosen = side or max(SIDES, key=lambda side: sum(face.gross_mm2 for face in of_side[side]))
        return cls._of_faces(storey, wall, chosen, line, of_side[chosen])

    @classmethod
    def in_room(cls, storey: Storey, room: int, wall_id: str, side: str) -> WallView:
        """The view of as much of a wall's side as one room sees; `room` is its place among the rooms found."""
        wall = storey.plan.walls[wall_id]
        line = centre_line(wall)
        if line is None:
            raise Fault("wall", "unknown", found=wall_id)
        faces = tuple(face for face in _faces(storey, wall, side) if face.room == room)
        return cls._of_faces(storey, wall, side, line, faces)

    @classmethod
    def _of_faces(cls, storey: Storey, wall: Wall, side: str, line: CentreLine, faces: tuple[Face, ...]) -> WallView:
        low = min((face.from_mm for face in faces), default=0.0)
        high = max((face.to_mm for face in faces), default=line.length_mm)
        return cls(storey, wall, side, line, faces, low, high)

    @property
    def sign(self) -> int:
        """Whoever looks at the right side of a wall has its a-end on the left hand."""
        return 1 if self.side == "right" else -1

    @cached_property
    def width_mm(self) -> float:
        return (self.high - self.low) * self._share

    def x(self, along_mm: float) -> float:
        along = along_mm - self.low if self.sign > 0 else self.high - along_mm
        return along * self._share

    def at(self, along_mm: float, z_mm: float) -> Point:
        return self.x(along_mm), -z_mm

    def out_mm(self, point: Point) -> float:
        """How far before the face, towards the viewer, a point of the plan lies."""
        line, half_mm = self._measure
        return line.right(point) * self.sign - half_mm

    def along(self, point: Point) -> float:
        """How far along the wall what lies square before its face stands."""
        line, _half_mm = self._measure
        return line.along(point) * self.line.length_mm / line.length_mm

    def rightwards(self, along_mm: float) -> Point:
        """The unit direction on the plan that runs to the right on the drawing."""
        line, _half_mm = self._measure
        edge = line.at(along_mm), line.at(along_mm, 1.0)
        x, y = heading((edge[1][0] - edge[0][0], edge[1][1] - edge[0][1]))
        return x * self.sign, y * self.sign

    @cached_property
    def profile(self) -> BaseGeometry:
        """The whole side's outline, on the drawing."""
        return shapely.union_all([self.outline(face) for face in self.faces] or [self._bare()])

    def height_mm(self, x: float) -> float:
        """How high the side reaches at a place, or at the nearest place where it is seen."""
        ends = [(piece.bounds[0] + EDGE_MM, piece.bounds[2] - EDGE_MM) for piece in polygons(self.profile)]
        place = min((min(max(x, left), right) for left, right in ends), key=lambda seen: abs(seen - x))
        upright = shapely.LineString([(place, 0), (place, -HIGHEST_MM)])
        return float(-shapely.intersection(self.profile, upright).bounds[1])

    @cached_property
    def apertures(self) -> tuple[Aperture, ...]:
        """The wall's openings in the stretch that is seen, and of niches those on this side."""
        of_wall = (one for one in self.storey.apertures if one.wall.id == self.wall.id)
        seen = (one for one in of_wall if self.low <= (one.from_mm + one.to_mm) / 2 <= self.high)
        return tuple(one for one in seen if opens_on(one.opening, self.side))

    def hole(self, one: Aperture) -> BaseGeometry:
        ends = sorted((self.x(one.from_mm), self.x(one.to_mm)))
        return shapely.box(ends[0], -(one.opening.sill + one.opening.height), ends[1], -one.opening.sill)

    def outline(self, face: Face) -> BaseGeometry:
        corners = [self.at(face.from_mm, 0), *(self.at(*top) for top in face.top), self.at(face.to_mm, 0)]
        return shapely.Polygon(corners).buffer(0)

    def coats(self) -> Iterator[tuple[Finish, BaseGeometry, Point]]:
        """Each band that has a finish, without the openings, and its lower left corner; then the backs of niches."""
        holes = shapely.union_all([self.hole(one) for one in self.apertures])
        for face in self.faces:
            for band in face.bands:
                if band.finish:
                    belt = shapely.box(-BESIDE_MM, -band.z_to, self.width_mm + BESIDE_MM, -band.z_from)
                    shown = shapely.difference(shapely.intersection(self.outline(face), belt), holes)
                    left = min(self.x(face.from_mm), self.x(face.to_mm))
                    yield self.storey.plan.finishes[band.finish], shown, (left, -band.z_from)
        yield from self._niche_backs()

    def _niche_backs(self) -> Iterator[tuple[Finish, BaseGeometry, Point]]:
        """Those that have a finish; one that goes on from the wall keeps the wall's joints."""
        rooms = {face.room for face in self.faces}
        for one in self.storey.surfaces.recesses:
            is_here = (one.wall, one.side) == (self.wall.id, self.side) and one.room in rooms
            if is_here and one.face == "back" and one.finish:
                left, right = sorted((self.x(one.from_mm), self.x(one.to_mm)))
                shown = shapely.intersection(shapely.box(left, -one.z_to, right, -one.z_from), self.profile)
                holes = [self.hole(window) for window in self.apertures if window.opening.id in _ids(one)]
                face = next(face for face in self.faces if face.from_mm <= one.from_mm <= face.to_mm)
                low = next((band.z_from for band in face.bands if band.finish == one.finish), None)
                ends = min(self.x(face.from_mm), self.x(face.to_mm)) if low is not None else left
                start = ends, -(one.z_from if low is None else low)
                yield self.storey.plan.finishes[one.finish], shapely.difference(shown, shapely.union_all(holes)), start

    def crossing_walls(self) -> Iterator[tuple[float, float]]:
        """The stretches in x of the walls that a cut just before the face goes through, at both ends and between.

        Beside an arc the cut bends with it; past its ends it goes straight on.
        """
        line, half_mm = self._measure
        share, out_mm = line.length_mm / self.line.length_mm, self.sign * (half_mm + BEFORE_FACE_MM)
        cut_line = parallel(line, self.low * share - BESIDE_MM, self.high * share + BESIDE_MM, out_mm)
        cut = shapely.intersection(shapely.LineString(cut_line), self.storey.cut_walls)
        for part in shapely.get_parts(shapely.line_merge(cut)):
            if isinstance(part, shapely.LineString) and not part.is_empty:
                places = [self.x(self.along((x, y))) for x, y in part.coords]
                left, right = min(places), max(places)
                if left < self.width_mm + NEXT_TO_MM and right > -NEXT_TO_MM:
                    yield left, right

    @cached_property
    def _measure(self) -> tuple[CentreLine, float]:
        return measured_by(self.wall, self.line, self.side)

    @cached_property
    def _share(self) -> float:
        """Length on the face over length on the centre line, which an arc makes differ."""
        along = sum(face.to_mm - face.from_mm for face in self.faces)
        return sum(face.length_mm for face in self.faces) / along if along else 1.0

    def _bare(self) -> BaseGeometry:
        at_a, at_b = self.storey.plan.wall_heights(self.wall)
        corners = [self.at(self.low, 0), self.at(self.low, at_a), self.at(self.high, at_b), self.at(self.high, 0)]
        return shapely.Polygon(corners).buffer(0)


def _ids(one: Recess) -> set[str]:
    return {hole.opening for hole in one.holes}


def _faces(storey: Storey, wall: Wall, side: str) -> Iterator[Face]:
    yield from (face for face in storey.surfaces.faces if face.wall == wall.id and face.side == side)
