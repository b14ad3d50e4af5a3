"""How much of its doors and skirting a room sees: what is painted there with enamel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rooms.outline import Found
from rooms.plan import Plan
from rooms.quantities.skirting import HIGH_MM, skirting_of
from rooms.surfaces import Surfaces
from rooms.surfaces.cuts import Cut
from rooms.surfaces.woodwork import CASING_MM, DOORS, FRAME_MM


@dataclass(frozen=True)
class Seen:
    """A door from one room, on a wall's side, or all of a room's skirting; a finish that is None is none."""

    face: Literal["door", "skirting"]
    room: int
    area_mm2: int
    finish: str | None
    wall: str | None = None
    side: str | None = None


def seen_woodwork(plan: Plan, found: Found, surfaces: Surfaces) -> Iterator[Seen]:
    """First the doors as the rooms' walls have them, then the skirting by rooms."""
    on = surfaces.woodwork
    for face in surfaces.faces:
        for cut in face.cuts:
            if plan.openings[cut.opening].kind in DOORS:
                area_mm2 = _door_mm2(cut, plan.bodies[face.wall].thickness)
                yield Seen("door", face.room, area_mm2, on.doors.get(cut.opening), face.wall, face.side)
    for room in skirting_of(plan, found, surfaces).rooms:
        yield Seen("skirting", room.room, int(room.length_mm * HIGH_MM), on.skirting.get(room.room))


def _door_mm2(cut: Cut, thickness_mm: int) -> int:
    """One side of the leaf, the casing, and the lining as deep as half the wall, on both jambs and the head."""
    width, height = cut.to_mm - cut.from_mm, cut.z_to - cut.z_from
    leaf = max(width - 2 * FRAME_MM, 0) * max(height - FRAME_MM, 0)
    return int(leaf + (2 * height + width) * (CASING_MM + thickness_mm / 2))
