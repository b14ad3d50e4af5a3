"""The faces to paint or to tile: stretches of wall, niches, floors, ceilings, and which finish covers what of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from rooms.entities import Finish, Opening, Wall
from rooms.outline import Found, Loose, Room
from rooms.outline.boundary import Edge
from rooms.plan import Plan
from rooms.surfaces.ceilings import ceiling_area, roofs_by_rooms, room_height
from rooms.surfaces.cuts import Cut, cuts_of
from rooms.surfaces.drops import FACES, Drop, drops_of, hidden_on
from rooms.surfaces.heights import Rectangle, Top, area_between, covered_area, top_of
from rooms.surfaces.recesses import Around, Recess, recesses_of
from rooms.surfaces.roofs import Roof
from rooms.surfaces.slopes import lowered_top
from rooms.surfaces.stairwells import floor_wells, well_mm2
from rooms.surfaces.woodwork import Woodwork, is_on_wood, woodwork_of
from rooms.walls.centreline import CentreLine
from rooms.walls.niches import is_niche, takes_wall
from rooms.walls.polygon import Ring, fine, whole
from rooms.walls.thickness import face_line
from rooms.walls.vector import Vector, length, minus

SIDES = ("left", "right")
OnWall = TypeVar("OnWall", Opening, Finish)


@dataclass(frozen=True)
class Band:
    """A level strip of a face with one finish, or bare (None); net is without openings and what is hidden."""

    finish: str | None
    z_from: float
    z_to: float
    gross_mm2: int
    net_mm2: int


@dataclass(frozen=True)
class Face:
    """A stretch of wall that one room sees.

    `room` is the room's index; wall, side, from and to are as in the room's boundary; `length_mm` and `points` are
    of the face itself. `top` is its upper edge, on a wall's end in mm along that end. `hidden` is what lies behind
    lowered ceilings that stand against it. `bands` cover it from the floor up without overlapping.
    """

    room: int
    wall: str
    side: str
    from_mm: float
    to_mm: float
    length_mm: float
    points: Ring
    top: Top
    cuts: tuple[Cut, ...]
    hidden: tuple[Rectangle, ...]
    gross_mm2: int
    net_mm2: int
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Plane:
    """A room's floor or ceiling without stairwells, and the finish on it.

    The area is its own: under a slope a ceiling's is larger.
    """

    room: int
    face: str
    area_mm2: int
    finish: str | None


@dataclass(frozen=True)
class Surfaces:
    """All faces in the order of the rooms and their boundaries; `loose`: the finishes that lie on none of them.

    `recesses` are the faces inside the niches of those faces, `drops` those of lowered ceilings, `woodwork` is what
    covers doors and skirting.
    """

    faces: tuple[Face, ...]
    planes: tuple[Plane, ...]
    recesses: tuple[Recess, ...]
    drops: tuple[Drop, ...]
    woodwork: Woodwork
    loose: tuple[Loose, ...]


def find_surfaces(plan: Plan, found: Found) -> Surfaces:
    """The faces of all rooms found in the plan, and what covers them."""
    on_wall = _by_wall(plan.finishes.values())
    openings = _by_wall(one for one in plan.openings.values() if _is_there(plan, one))
    stretches = [
        (place, room, edge, _covering(room, edge, on_wall.get(edge.wall, ())))
        for place, room in enumerate(found.rooms)
        for edge in room.boundary
    ]
    lying = {
        finish.id: _room_of(plan, found, finish)
        for finish in plan.finishes.values()
        if finish.wall is None and finish.opening is None
    }
    over = roofs_by_rooms(plan, found)
    faces = tuple(
        _face(plan, found, place, edge, openings.get(edge.wall, ()), finishes, over.get(room.level, ()))
        for place, room, edge, finishes in stretches
    )
    planes = tuple(
        Plane(place, face, area_mm2, _lying(plan, lying, place, face))
        for place, room in enumerate(found.rooms)
        for face, area_mm2 in _areas(plan, room, over.get(room.level, ()))
    )
    recesses = tuple(_recesses(plan, found, faces, planes))
    drops = tuple(drops_of(plan, ((place, room, room_height(plan, room)) for place, room in enumerate(found.rooms))))
    used = {finish.id for _place, _room, _edge, finishes in stretches for finish in finishes}
    used |= {one.finish for one in recesses if one.finish} | {one.finish for one in drops if one.finish}
    return Surfaces(faces, planes, recesses, drops, woodwork_of(plan, lying), tuple(_loose(plan, used, lying)))


def _is_there(plan: Plan, opening: Opening) -> bool:
    wall = plan.walls.get(opening.wall)
    return wall is not None and takes_wall(wall, opening, plan.niches.get(wall.id, ()))


def _by_wall(entities: Iterable[OnWall]) -> Mapping[str, list[OnWall]]:
    by_wall: dict[str, list[OnWall]] = {}
    for entity in entities:
        if entity.wall is not None:
            by_wall.setdefault(entity.wall, []).append(entity)
    return by_wall


def _covering(room: Room, edge: Edge, finishes: Iterable[Finish]) -> list[Finish]:
    """The finishes of the stretch, in the document's order; a wall's end wears what the side before it wears."""
    side = edge if edge.side in SIDES else _side_beside(room, edge)
    return [
        finish
        for finish in finishes
        if finish.side == side.side and (finish.at is None or side.from_mm <= finish.at <= side.to_mm)
    ]


def _side_beside(room: Room, end: Edge) -> Edge:
    """The side of the same wall that leads up to the end, or else the one that leads away from it."""
    sides = [edge for edge in room.boundary if edge.wall == end.wall and edge.side in SIDES]
    before = [edge for edge in sides if edge.points[-1] == end.points[0]]
    return next(iter(before + [edge for edge in sides if edge.points[0] == end.points[-1]]), end)


def _face(
    plan: Plan,
    found: Found,
    place: int,
    edge: Edge,
    openings: Iterable[Opening],
    finishes: Sequence[Finish],
    over: Sequence[Roof],
) -> Face:
    wall = plan.bodies[edge.wall]
    line = found.solids[wall.level][wall.id].line
    length_mm = sum(length(minus(q, p)) for p, q in pairwise(edge.points))
    top = top_of(plan, wall, line, edge.from_mm, edge.to_mm)
    if not _has_length(edge) or wall.round:
        top = ((0.0, top[0][1]), (length_mm, top[0][1]))
    top = _under_slopes(top, wall, line, edge, over)
    cuts = tuple(cuts_of(wall, edge, top, openings)) if edge.side in SIDES else ()
    hidden = tuple(_hidden(plan, wall, line, edge, top))
    area = _Area(top, length_mm / (top[-1][0] - top[0][0]), (*(cut.rectangle for cut in cuts), *hidden))
    highest = max(z for _at, z in top)
    return Face(
        room=place,
        wall=edge.wall,
        side=edge.side,
        from_mm=edge.from_mm,
        to_mm=edge.to_mm,
        length_mm=fine(length_mm),
        points=edge.points,
        top=top,
        cuts=cuts,
        hidden=hidden,
        gross_mm2=area.gross(0, highest),
        net_mm2=area.net(0, highest),
        bands=tuple(
            Band(finish, low, high, area.gross(low, high), area.net(low, high))
            for finish, low, high in _bands(finishes, highest)
        ),
    )


def _under_slopes(top: Top, wall: Wall, line: CentreLine, edge: Edge, over: Sequence[Roof]) -> Top:
    """The upper edge as the slopes cut it, in its own along; an arc's is left as it is."""
    return lowered_top(top, *_along(wall, line, edge), over) if over and line.centre is None else top


def _hidden(plan: Plan, wall: Wall, line: CentreLine, edge: Edge, top: Top) -> Iterator[Rectangle]:
    """What lowered ceilings hide of the face of a straight wall, in its own along."""
    if line.centre is None and not wall.round:
        way = -1 if edge.side == "left" else 1
        yield from hidden_on(plan, wall.level, _along(wall, line, edge), way, (top[0][0], top[-1][0]))


def _has_length(edge: Edge) -> bool:
    return edge.side in SIDES and edge.from_mm < edge.to_mm


def _along(wall: Wall, line: CentreLine, edge: Edge) -> tuple[Vector, Vector]:
    """Where the along of a straight wall's face begins, and its way a millimetre along the wall."""
    if _has_length(edge):
        start, end = face_line(wall, line, edge.side)
        way = minus(end, start)
        return start, (way[0] / line.length_mm, way[1] / line.length_mm)
    way = minus(edge.points[-1], edge.points[0])
    reach = length(way) or 1.0
    return edge.points[0], (way[0] / reach, way[1] / reach)


def _areas(plan: Plan, room: Room, over: Sequence[Roof]) -> Iterator[tuple[str, int]]:
    """The floor's and the ceiling's."""
    yield "floor", room.area_mm2 - well_mm2(room, floor_wells(plan, room.level))
    yield "ceiling", ceiling_area(plan, room, over)


@dataclass(frozen=True)
class _Area:
    """Areas on a face: `scale` turns mm along the wall's centre line into mm on the face."""

    top: Top
    scale: float
    without: tuple[Rectangle, ...]

    def gross(self, low: float, high: float) -> int:
        return whole(self.scale * area_between(self.top, low, high))

    def net(self, low: float, high: float) -> int:
        cut = covered_area(self.top, self.without, low, high)
        return whole(self.scale * (area_between(self.top, low, high) - cut))


def _bands(finishes: Sequence[Finish], highest: float) -> list[tuple[str | None, float, float]]:
    """The finish of each height from the floor up: of those that cover it the last in the document."""
    reaching = [(finish.id, finish.z_from, highest if finish.z_to is None else finish.z_to) for finish in finishes]
    inner = {z for _id, *band in reaching for z in band if 0 < z < highest}
    bands: list[tuple[str | None, float, float]] = []
    for low, high in pairwise([0.0, *sorted(inner), highest]):
        covering = [id_ for id_, z_from, z_to in reaching if z_from <= low and high <= z_to]
        finish = covering[-1] if covering else None
        if bands and bands[-1][0] == finish:
            bands[-1] = (finish, bands[-1][1], high)
        else:
            bands.append((finish, low, high))
    return bands


def _recesses(plan: Plan, found: Found, faces: Sequence[Face], planes: Sequence[Plane]) -> Iterator[Recess]:
    own = [finish for finish in plan.finishes.values() if finish.opening is not None]
    lying = {(plane.room, plane.face): plane.finish for plane in planes}
    for face in faces:
        if any(is_niche(plan.openings[cut.opening]) for cut in face.cuts):
            wall, room = plan.bodies[face.wall], found.rooms[face.room]
            is_ceiled = min(plan.wall_heights(wall)) >= room_height(plan, room)
            around = Around(own, lying[face.room, "floor"], lying[face.room, "ceiling"], is_ceiled)
            yield from recesses_of(plan, found.solids[wall.level][wall.id].line, face, around)


def _room_of(plan: Plan, found: Found, finish: Finish) -> int | None:
    """The index of the room in which the label lies that the finish names."""
    label = plan.rooms.get(finish.room or "")
    return found.room_at(label.level, label.at) if label else None


def _lying(plan: Plan, lying: Mapping[str, int | None], place: int, face: str) -> str | None:
    """The last finish that lies on the room's floor or ceiling."""
    ids = [id_ for id_, room in lying.items() if room == place and plan.finishes[id_].face == face]
    return ids[-1] if ids else None


def _loose(plan: Plan, used: Collection[str | None], lying: Mapping[str, int | None]) -> Iterator[Loose]:
    for finish in plan.finishes.values():
        if finish.wall is not None and finish.wall not in plan.bodies and not _is_on_bulkhead(plan, finish):
            yield Loose("finishes", finish.id, "no_wall")
        elif finish.opening is not None and finish.opening not in plan.openings:
            yield Loose("finishes", finish.id, "no_opening")
        elif finish.wall is not None or finish.opening is not None:
            if finish.id not in used and not is_on_wood(plan, finish):
                yield Loose("finishes", finish.id, "no_face")
        elif lying[finish.id] is None:
            yield Loose("finishes", finish.id, "no_room")


def _is_on_bulkhead(plan: Plan, finish: Finish) -> bool:
    block = plan.solids.get(finish.wall or "")
    return block is not None and not block.stands and finish.face in FACES
