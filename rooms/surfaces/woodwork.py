"""Doors and skirting as what is painted: which finish is on them.

A finish that names a door is on its leaf, lining and casings, on both sides; one that names a room, with the face
`skirting`, is on all skirting there. The browser's twin is `static/js/geometry/woodwork.js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rooms.entities import Finish
from rooms.plan import Plan

DOORS = ("door", "double_door", "sliding_door", "folding_door")
"""Openings with leaves and linings to paint; a window comes with its colour."""
SKIRTING = "skirting"
FRAME_MM, CASING_MM = 45, 60
"""How wide a door's lining is seen from the front, and the casing about it."""


@dataclass(frozen=True)
class Woodwork:
    """The finish on each door that has one, by the door, and on each room's skirting, by the room's place."""

    doors: Mapping[str, str]
    skirting: Mapping[int, str]


def woodwork_of(plan: Plan, lying: Mapping[str, int | None]) -> Woodwork:
    """`lying` tells in which room the label lies that a finish names; of several finishes the last holds."""
    finishes = plan.finishes.values()
    doors = {one.opening: one.id for one in finishes if one.opening and is_on_door(plan, one)}
    skirting = {room: id_ for id_, room in lying.items() if room is not None and plan.finishes[id_].face == SKIRTING}
    return Woodwork(doors, skirting)


def is_on_door(plan: Plan, finish: Finish) -> bool:
    opening = plan.openings.get(finish.opening or "")
    return opening is not None and opening.kind in DOORS
