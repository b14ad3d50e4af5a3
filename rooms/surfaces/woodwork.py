"""Doors, windows and skirting as what is painted: which finish is on them.

A finish that names a door is on its leaf, lining and casings, on both sides; one that names a window is on its frame
and its board inside; one that names a room, with the face `skirting`, is on all skirting there. The browser's twin is
`static/js/geometry/woodwork.js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rooms.entities import Finish
from rooms.plan import Plan

DOORS = ("door", "double_door", "sliding_door", "folding_door")
WINDOWS = ("window", "double_window", "french_window")
"""They come with a colour and may be painted, which no scheme does by itself. A roof window is not painted."""
SKIRTING = "skirting"
FRAME_MM, CASING_MM = 45, 60
"""How wide a door's lining is seen from the front, and the casing about it."""
SASH_MM, SASH_DEPTH_MM, MULLION_MM = 75, 70, 112
"""How wide a window's frame is seen from the front, how deep it is, and how wide where two sashes meet."""
BOARD_OUT_MM = 35
"""How far a window's board stands out into the room."""


@dataclass(frozen=True)
class Woodwork:
    """The finish on each door and window that has one, by its id, and on each room's skirting, by the room's place."""

    openings: Mapping[str, str]
    skirting: Mapping[int, str]


def woodwork_of(plan: Plan, lying: Mapping[str, int | None]) -> Woodwork:
    """`lying` tells in which room the label lies that a finish names; of several finishes the last holds."""
    finishes = plan.finishes.values()
    openings = {one.opening: one.id for one in finishes if one.opening and is_on_wood(plan, one)}
    skirting = {room: id_ for id_, room in lying.items() if room is not None and plan.finishes[id_].face == SKIRTING}
    return Woodwork(openings, skirting)


def is_on_wood(plan: Plan, finish: Finish) -> bool:
    """Whether it is on a door or window."""
    opening = plan.openings.get(finish.opening or "")
    return opening is not None and opening.kind in (*DOORS, *WINDOWS)
