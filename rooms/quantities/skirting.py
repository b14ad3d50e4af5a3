"""Skirting by room: along every wall but where doors are and where tiles come down to the floor, cut from stock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rooms.outline import Found
from rooms.plan import Plan
from rooms.quantities.bars import Bars, cut_from
from rooms.surfaces import Face, Surfaces

STOCK_MM = 2500
"""Most skirting is sold by 2.5 m (some by 2.4 or 2 m)."""
HIGH_MM = 80
"""What is painted of it, and how high it is shown."""
AS_HIGH_MM = 60
"""An opening that begins lower interrupts it."""
LEAST_MM = 20
WITHOUT = frozenset(("outside", "garage"))


@dataclass(frozen=True)
class RoomSkirting:
    """A found room's pieces, mm, in the order of its walls."""

    room: int
    pieces_mm: tuple[float, ...]

    @property
    def length_mm(self) -> float:
        return sum(self.pieces_mm)


@dataclass(frozen=True)
class Skirting:
    rooms: tuple[RoomSkirting, ...]

    @cached_property
    def bars(self) -> Bars:
        """For all rooms together: what one leaves, another may use."""
        return cut_from([mm for room in self.rooms for mm in room.pieces_mm], STOCK_MM)


def skirting_of(plan: Plan, found: Found, surfaces: Surfaces) -> Skirting:
    """Of the rooms that take any; furniture stands before it."""
    rooms = []
    for place, room in enumerate(found.rooms):
        faces = [face for face in surfaces.faces if face.room == place]
        pieces = tuple(mm for face in faces for mm in _pieces(plan, face))
        if room.use not in WITHOUT and pieces:
            rooms.append(RoomSkirting(place, pieces))
    return Skirting(tuple(rooms))


def boards(plan: Plan, face: Face) -> Iterator[tuple[float, float]]:
    """From where to where along the wall it runs on a face: between the doors, nowhere on tiles."""
    at, last = face.top[0][0], face.top[-1][0]
    if _is_tiled(plan, face):
        return
    for start, end in sorted((cut.from_mm, cut.to_mm) for cut in face.cuts if cut.z_from < AS_HIGH_MM):
        if start > at:
            yield at, start
        at = max(at, end)
    if last > at:
        yield at, last


def _is_tiled(plan: Plan, face: Face) -> bool:
    finish = face.bands[0].finish
    return finish is not None and plan.finishes[finish].tile is not None


def _pieces(plan: Plan, face: Face) -> Iterator[float]:
    """How long each board is on the face; the shortest are left out."""
    scale = face.length_mm / ((face.top[-1][0] - face.top[0][0]) or 1.0)
    for start, end in boards(plan, face):
        if (end - start) * scale > LEAST_MM:
            yield (end - start) * scale
