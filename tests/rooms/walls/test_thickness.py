"""Walls that taper: where nothing tapers nothing changes, and a wall cut in two stays as it was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rooms.drawing.elevation import draw_elevation
from rooms.drawing.plan import draw_plan
from rooms.fault import Fault
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.scene import describe

CASES = Path(__file__).parents[2] / "cases"


def case(name: str) -> Any:
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))["plan"]


def all_that_is_drawn(document: Any) -> list[object]:
    plan = Plan.read(document)
    return [describe(plan, None, {}.get), draw_plan(plan), *(draw_elevation(plan, wall) for wall in plan.walls)]


@pytest.mark.parametrize("name", ["surfaces/niches", "surfaces/under_slopes", "surfaces/curved_wall_with_window"])
def test_a_wall_as_thick_at_both_ends_is_a_plain_wall_everywhere(name: str) -> None:
    plain = case(name)
    told = plain | {"walls": {id_: wall | taper(wall) for id_, wall in plain["walls"].items()}}
    assert all_that_is_drawn(told) == all_that_is_drawn(plain)


def taper(wall: Any) -> dict[str, int]:
    return {} if wall.get("bulge") else {"thickness_b": wall.get("thickness", 120)}


def test_a_tapered_wall_cut_in_two_leaves_the_rooms_as_they_were() -> None:
    whole = case("outline/tapered_walls")
    first = whole["walls"]["w1"] | {"b": [1500, 0], "thickness_b": 150}
    rest = whole["walls"]["w1"] | {"a": [1500, 0], "thickness": 150}
    cut = whole | {"walls": whole["walls"] | {"w1": first, "w9": rest}}
    assert [room.area_mm2 for room in find_rooms(Plan.read(cut)).rooms] == [
        room.area_mm2 for room in find_rooms(Plan.read(whole)).rooms
    ]


def test_a_tapered_arc_is_refused_where_it_is_told() -> None:
    plan = case("outline/tapered_walls")
    plan["walls"]["w5"]["bulge"] = 300
    with pytest.raises(Fault, match="walls/w5/thickness_b: arc does not taper"):
        Plan.read(plan)
