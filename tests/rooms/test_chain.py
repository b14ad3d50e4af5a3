"""Edits of a room drawn corner by corner, as the browser makes them: the room is as typed, and so is what is own."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from rooms.authorship import authorship
from rooms.edit import Edit, fold
from rooms.outline import find_rooms
from rooms.plan import Plan

CASES = json.loads((Path(__file__).parents[1] / "cases" / "chain" / "typed.json").read_text("utf-8"))
WORDS = {"v": 1, "variant": "v1", "at": "", "time": "", "actor": "a", "role": "owner", "channel": "home"}


def log_of(case: dict[str, Any]) -> list[Edit]:
    made = [{"action": "begin_room", "input": "typed", "set": {"levels/l1": {}}}, *case["edits"]]
    return [Edit.from_log(WORDS | {"id": f"e{seq}", "seq": seq} | parts) for seq, parts in enumerate(made, 1)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_room_measures_inside_what_was_typed(case: dict[str, Any]) -> None:
    (room,) = find_rooms(Plan.read(fold(log_of(case)))).rooms
    ring = room.polygon
    sides = [round(math.dist(point, ring[(place + 1) % len(ring)])) for place, point in enumerate(ring)]
    assert sides == case["inside"]


def test_the_typed_lengths_are_own_dimensions() -> None:
    facts = authorship(log_of(CASES[0]))
    assert (facts.own_structure, facts.own_dimensions) == (4, 3)
