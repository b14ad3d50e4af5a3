"""Where things stand on a floor, by distances from two walls: what one needs to lay them out with tape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import cos, floor, radians, sin

import shapely

from rooms.entities import Item
from rooms.kinds import KINDS
from rooms.outline import Found, Room
from rooms.outline.wall_letters import LEAST_MM, lettered
from rooms.plan import Plan
from rooms.things.footprint import footprint
from rooms.walls.vector import Vector, dot, length, minus, moved

SQUARE = sin(radians(1.5))
"""Two directions so near to a right angle, or to one another, are taken for it."""
STANDS_BELOW_MM = 1000
"""What hangs on a wall lower than this takes room on the floor: a basin does, a wall cabinet does not."""
FLAT_MM = 200
"""What hangs on a wall and is less deep than this takes none: a radiator, a curtain, a television."""
THROUGH_MM = 30
"""So far a thing may reach into a wall and still be measured from it."""
SEEN_MM = 5


@dataclass(frozen=True)
class Distance:
    """So many mm square from the wall named `letter`; `foot` is on its face, `spot` on the thing."""

    letter: str
    mm: int
    foot: Vector
    spot: Vector


@dataclass(frozen=True)
class Mark:
    """A point to mark on the floor: the thing's corner at the two walls, and how far from them."""

    point: Vector
    distances: tuple[Distance, Distance]


@dataclass(frozen=True)
class Taped:
    """A numbered thing on the floor. One mark when it stands square to the walls, else two of its corners; none
    where no two walls at a right angle are found."""

    number: int
    item: Item
    marks: tuple[Mark, ...]

    @property
    def is_square(self) -> bool:
        return len(self.marks) == 1


@dataclass(frozen=True)
class _Face:
    """A straight stretch of wall: from `start` so far along the unit direction; `inward` points into the room."""

    letter: str
    start: Vector
    along: Vector
    length_mm: float

    @property
    def inward(self) -> Vector:
        """A room lies on the right hand of its boundary."""
        return -self.along[1], self.along[0]

    def away(self, point: Vector) -> float:
        return dot(minus(point, self.start), self.inward)

    def stop(self, point: Vector) -> float:
        return dot(minus(point, self.start), self.along)

    def at(self, stop: float) -> Vector:
        return moved(self.start, self.along, stop)


def taped(plan: Plan, found: Found, room: int) -> tuple[Taped, ...]:
    """The room's things that take floor, numbered from its upper left to its lower right."""
    seen_by = found.rooms[room]
    faces = tuple(_faces(seen_by))
    floor_shape = shapely.Polygon(seen_by.polygon, seen_by.holes).buffer(SEEN_MM)
    shapely.prepare(floor_shape)
    items = [item for item in standing(plan) if found.room_at(item.level, item.at) == room]
    ordered = sorted(items, key=lambda item: (item.at[1] // 500, item.at[0]))
    return tuple(Taped(number, item, _marks(item, faces, floor_shape)) for number, item in enumerate(ordered, start=1))


def standing(plan: Plan) -> Iterator[Item]:
    """The things that stand on a floor, or hang low on a wall; not what stands on other things, nor a socket."""
    return (item for item in plan.items.values() if _takes_floor(item))


def _takes_floor(item: Item) -> bool:
    kind = KINDS.get(item.kind)
    if kind is None or kind.mount != "wall":
        return item.elevation <= 0
    return item.elevation < STANDS_BELOW_MM and item.size[1] >= FLAT_MM and not kind.sign


def _faces(room: Room) -> Iterator[_Face]:
    for side in lettered(room):
        for edge in side.edges:
            way = minus(edge.points[-1], edge.points[0])
            long = length(way)
            if len(edge.points) == 2 and long >= LEAST_MM:
                yield _Face(side.letter, edge.points[0], (way[0] / long, way[1] / long), long)


def _marks(item: Item, faces: Iterable[_Face], floor_shape: shapely.Polygon) -> tuple[Mark, ...]:
    ring = footprint(item)
    near = [face for face in faces if _stands_before(ring, face, floor_shape)]
    pairs = [pair for pair in combinations(near, 2) if abs(dot(pair[0].along, pair[1].along)) < SQUARE]
    if not pairs:
        return ()
    square = [pair for pair in pairs if _is_along(item, pair[0])]
    one, other = min(square or pairs, key=lambda pair: sum(_gap(ring, face) for face in pair))
    if square:
        return (_corner_mark(ring, one, other),)
    return tuple(_point_mark(corner, one, other) for corner in _nearest_side(ring, one, other))


def _stands_before(ring: tuple[Vector, ...], face: _Face, floor_shape: shapely.Polygon) -> bool:
    """Whether a tape can be held square from the face to the thing."""
    low, high = _shared(ring, face)
    if low >= high or _gap(ring, face) < -THROUGH_MM:
        return False
    foot = face.at((low + high) / 2)
    held = shapely.LineString([foot, moved(foot, face.inward, max(_gap(ring, face), 1.0))])
    return bool(floor_shape.covers(held))


def _shared(ring: tuple[Vector, ...], face: _Face) -> tuple[float, float]:
    """The stretch of the face that lies before the thing."""
    stops = [face.stop(corner) for corner in ring]
    return max(min(stops), 0.0), min(max(stops), face.length_mm)


def _gap(ring: tuple[Vector, ...], face: _Face) -> float:
    return min(face.away(corner) for corner in ring)


def _is_along(item: Item, face: _Face) -> bool:
    turn = radians(item.turn_mdeg / 1000)
    along = abs(dot((cos(turn), sin(turn)), face.along))
    return along < SQUARE or along > cos(radians(1.5))


def _corner_mark(ring: tuple[Vector, ...], one: _Face, other: _Face) -> Mark:
    """The corner nearest to both; each distance is drawn to the middle of the side that faces the wall."""
    corner = min(ring, key=lambda point: one.away(point) + other.away(point))
    return Mark(corner, (_side_distance(ring, one), _side_distance(ring, other)))


def _side_distance(ring: tuple[Vector, ...], face: _Face) -> Distance:
    low, high = _shared(ring, face)
    foot, gap = face.at((low + high) / 2), max(_gap(ring, face), 0.0)
    return Distance(face.letter, floor(gap + 0.5), foot, moved(foot, face.inward, gap))


def _point_mark(point: Vector, one: _Face, other: _Face) -> Mark:
    return Mark(point, (_point_distance(point, one), _point_distance(point, other)))


def _point_distance(point: Vector, face: _Face) -> Distance:
    gap = max(face.away(point), 0.0)
    return Distance(face.letter, floor(gap + 0.5), face.at(face.stop(point)), point)


def _nearest_side(ring: tuple[Vector, ...], one: _Face, other: _Face) -> tuple[Vector, Vector]:
    """The two ends of the thing's side that is nearest to both walls."""
    sides = [(ring[place], ring[(place + 1) % 4]) for place in range(4)]
    return min(sides, key=lambda ends: sum(one.away(end) + other.away(end) for end in ends))
