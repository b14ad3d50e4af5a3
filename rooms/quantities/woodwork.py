"""How much of its doors, windows and skirting a room sees: what is painted there with enamel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rooms.outline import Found
from rooms.plan import Plan
from rooms.quantities.skirting import HIGH_MM, skirting_of
from rooms.surfaces import Surfaces
from rooms.surfaces.cuts import Cut
from rooms.surfaces.woodwork import (
    BOARD_OUT_MM,
    CASING_MM,
    DOORS,
    FRAME_MM,
    MULLION_MM,
    SASH_DEPTH_MM,
    SASH_MM,
    WINDOWS,
)
from rooms.walls.thickness import half_mm


@dataclass(frozen=True)
class Seen:
    """A door or window from one room, on a wall's side, or all of a room's skirting; a finish that is None is none."""

    face: Literal["door", "window", "skirting"]
    room: int
    area_mm2: int
    finish: str | None
    wall: str | None = None
    side: str | None = None


def seen_woodwork(plan: Plan, found: Found, surfaces: Surfaces) -> Iterator[Seen]:
    """First doors as the rooms' walls have them, and painted windows; then the skirting by rooms."""
    on = surfaces.woodwork
    for face in surfaces.faces:
        for cut in face.cuts:
            kind, finish = plan.openings[cut.opening].kind, on.openings.get(cut.opening)
            thickness_mm = 2 * half_mm(plan.bodies[face.wall], cut.middle_mm)
            if kind in DOORS:
                yield Seen("door", face.room, _door_mm2(cut, thickness_mm), finish, face.wall, face.side)
            elif kind in WINDOWS and finish:
                yield Seen("window", face.room, _window_mm2(cut, thickness_mm, kind), finish, face.wall, face.side)
    for room in skirting_of(plan, found, surfaces).rooms:
        yield Seen("skirting", room.room, int(room.length_mm * HIGH_MM), on.skirting.get(room.room))


def _door_mm2(cut: Cut, thickness_mm: float) -> int:
    """One side of the leaf, the casing, and the lining as deep as half the wall, on both jambs and the head."""
    width, height = cut.to_mm - cut.from_mm, cut.z_to - cut.z_from
    leaf = max(width - 2 * FRAME_MM, 0) * max(height - FRAME_MM, 0)
    return int(leaf + (2 * height + width) * (CASING_MM + thickness_mm / 2))


def _window_mm2(cut: Cut, thickness_mm: float, kind: str) -> int:
    """The frame from inside with half its depth, the mullion, and the board, where the wall is deep enough for one."""
    width, height = cut.to_mm - cut.from_mm, cut.z_to - cut.z_from
    frame = 2 * (width + height) * (SASH_MM + SASH_DEPTH_MM / 2)
    mullion = height * (MULLION_MM + SASH_DEPTH_MM) if kind == "double_window" else 0
    free = max(thickness_mm - SASH_DEPTH_MM, 0)
    board = 0 if kind == "french_window" else width * (free * 2 / 3 + BOARD_OUT_MM)
    return int(frame + mullion + board)
