"""Tiles on a surface: worked by hand, and always covering it all without overlapping."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms.fault import Fault
from rooms.tiling.count import count
from rooms.tiling.layout import Layout, lay
from rooms.tiling.offcuts import REUSES
from rooms.tiling.patterns import PATTERNS, lattice_of

CASES = json.loads(Path("tests/cases/tiling/layouts.json").read_text("utf-8"))
WALL = shapely.box(0, 0, 2400, 1500).difference(shapely.box(700, 400, 1433, 1121))


def layout_of(case: dict[str, Any]) -> Layout:
    surface = shapely.Polygon(case["surface"], case.get("holes"))
    return lay(surface, case["tile"], tuple(case.get("origin", (0, 0))), case.get("turn", 0))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case_worked_by_hand(case: dict[str, Any]) -> None:
    layout = layout_of(case)
    assert (layout.whole_count, layout.cut_count) == (case["whole"], case["cut"]), case["why"]
    assert {reuse: count([layout], reuse).needed for reuse in REUSES} == case["needed"], case["why"]


@settings(max_examples=25, deadline=None)
@given(
    pattern=st.sampled_from(sorted(PATTERNS)),
    size=st.tuples(st.integers(60, 700), st.integers(60, 700)),
    joint=st.integers(0, 10),
    origin=st.tuples(st.integers(-900, 900), st.integers(-900, 900)),
    turn=st.sampled_from((0.0, 90.0, 30.0, -45.0, 180.0)),
)
def test_tiles_and_joints_cover_the_wall_and_nothing_twice(
    pattern: str, size: tuple[int, int], joint: int, origin: tuple[int, int], turn: float
) -> None:
    tile = {"size": size, "joint": joint, "pattern": pattern}
    layout = lay(WALL, tile, origin, turn)
    cells = lay(WALL, tile | {"size": [side + joint for side in size], "joint": 0}, origin, turn)
    assert cells.tiled_mm2 == pytest.approx(WALL.area, abs=2 * len(cells.parts))
    assert shapely.union_all(layout.parts, grid_size=0.001).area == pytest.approx(layout.tiled_mm2, abs=20)
    around = WALL.buffer(joint + 1, join_style="mitre")  # a joint may lie on the edge with its middle outside
    joints = lay(around, tile, origin, turn).seams.buffer(joint / 2, cap_style="square")
    grouted = shapely.area(shapely.intersection(joints, WALL))
    assert layout.tiled_mm2 + grouted == pytest.approx(WALL.area, rel=0.001)


@pytest.mark.parametrize("case", json.loads(Path("tests/cases/tiling/patterns.json").read_text("utf-8")), ids=str)
def test_a_pattern_is_what_the_browser_draws(case: dict[str, Any]) -> None:
    lattice = lattice_of(case["tile"])
    for name in ("blank", "cell", "spots", "u", "v"):
        assert np.array(getattr(lattice, name)) == pytest.approx(np.array(case[name]), abs=1e-5)


def test_what_is_seen_of_a_tile_lies_in_the_tiles_own_frame() -> None:
    for pattern in PATTERNS:
        layout = lay(WALL, {"size": [300, 100], "joint": 3, "pattern": pattern}, (17, 31), 12.5)
        assert shapely.area(layout.shapes).sum() == pytest.approx(layout.tiled_mm2)
        assert shapely.Polygon(layout.lattice.blank).buffer(0.01).covers(shapely.union_all(layout.shapes))


def test_a_hundred_thousand_tiles_are_refused() -> None:
    with pytest.raises(Fault):
        lay(shapely.box(0, 0, 10_000, 10_000), {"size": [10, 10], "joint": 0, "pattern": "straight"})
