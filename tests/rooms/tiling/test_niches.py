"""Tiles inside niches and the trims round them, worked by hand on the plan of the shared case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.quantities import Quantities
from rooms.surfaces import find_surfaces
from rooms.tiling.need import Rules, TilingNeed, tiling_need

CASE = json.loads((Path(__file__).parents[2] / "cases/surfaces/niches.json").read_text("utf-8"))["plan"]
TILE = {"size": [300, 600], "joint": 2, "tint": "#e9ede8", "pattern": "straight"}


def plan_with(**finishes: Any) -> Plan:
    return Plan.read(CASE | {"finishes": finishes or CASE["finishes"]})


def need_of(plan: Plan) -> TilingNeed:
    found = find_rooms(plan)
    return tiling_need(plan, found, find_surfaces(plan, found), Rules(reveals=True))


def test_a_tiled_wall_goes_on_into_its_niche_up_to_the_height_of_its_band() -> None:
    (need,) = need_of(plan_with()).tiles
    inside = [one.outline.area for one in need.surfaces if one.face == "niche" and one.wall == "w1"]
    assert inside == [100 * 200, 100 * 200, 600 * 100]


def test_a_tiled_floor_runs_into_the_niches_that_stand_on_it() -> None:
    (need,) = need_of(plan_with()).tiles
    inside = [one.outline.area for one in need.surfaces if one.face == "niche" and one.wall != "w1"]
    assert inside == [1000 * 150, 1800 * 250]


def test_a_niche_in_a_tiled_wall_takes_trims_along_the_edges_that_the_tiles_reach() -> None:
    trims = [trim.length_mm for trim in need_of(plan_with()).trims if trim.edge == "opening"]
    assert sorted(trims) == [200, 200, 600]


def test_a_niche_tiled_in_a_painted_wall_takes_trims_all_round() -> None:
    need = need_of(plan_with(f1={"opening": "o1", "tile": TILE}))
    assert sum(one.outline.area for one in need.tiles[0].surfaces) == 600 * 600 + 4 * 600 * 100
    assert [trim.length_mm for trim in need.trims] == [600, 600, 600, 600]


def test_the_back_of_a_niche_goes_on_with_the_joints_of_its_wall() -> None:
    tiled = need_of(plan_with(f1={"wall": "w1", "side": "right", "tile": TILE})).tiles[0].surfaces
    wall, back = (next(one for one in tiled if one.face == face) for face in ("wall", "niche"))
    assert (back.start, back.outline.bounds) == (wall.start, (950, 1000, 1550, 1600))


def test_paint_in_a_niche_counts_to_its_room() -> None:
    plan = plan_with()
    found = find_rooms(plan)
    painted = {area.code: area.net_mm2 for area in Quantities(plan, found, find_surfaces(plan, found)).paints}
    niches = 1800 * 2200 - 1200 * 1200 + 2 * 2200 * 250 + 1800 * 250
    assert painted == {"sage": 600 * 600, "oak": pytest.approx(3850 * 2700 + 1000 * 150 + niches)}
