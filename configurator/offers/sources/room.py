"""The room itself, as the plan that the project began with has it: what it is for, how large it is, how many."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from configurator.offers.source import Asking, Source, named
from configurator.projects.service import first_variant
from rooms.outline import find_rooms
from rooms.plan import Plan

PURPOSES = {
    "bathroom": "bathroom",
    "kitchen": "kitchen",
    "living": "living_room",
    "bedroom": "bedroom",
    "child": "child_room",
    "study": "office",
    "hall": "hall",
    "flat": "other",
}
"""A plan's word for a purpose, or a room's for its use, and the fact's."""


def known(asking: Asking) -> Mapping[str, Any]:
    return _of(first_variant(asking.project).head_plan)


@lru_cache(maxsize=64)
def _of(head_plan: str) -> Mapping[str, Any]:
    """Of one plan, kept: the fee is asked for far more often than the walls change."""
    plan = Plan(json.loads(head_plan))
    rooms = find_rooms(plan).rooms
    uses = {room.use for room in rooms}
    alone = uses.pop() if len(uses) == 1 else ""
    return {
        "purpose": PURPOSES.get(plan.purpose or alone),
        "area_mm2": sum(room.area_mm2 for room in rooms) if rooms else None,
        "rooms_used": len(rooms) if rooms else None,
    }


SOURCE = Source(named("purpose", "area_mm2", "rooms_used"), known)
