"""Skirting and worktops by length, worked by hand."""

from __future__ import annotations

import pytest

from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.quantities.skirting import Skirting, skirting_of
from rooms.quantities.worktops import worktops_of
from rooms.surfaces import find_surfaces
from tests.rooms.rectangle import rectangle

TILE = {"size": [300, 300], "joint": 2, "tint": "#cccccc", "pattern": "straight"}


def skirting(plan: Plan) -> Skirting:
    found = find_rooms(plan)
    return skirting_of(plan, found, find_surfaces(plan, found))


def cabinet(kind: str, x: int, width: int, **fields: object) -> dict[str, object]:
    return {"level": "l1", "kind": kind, "at": [x, 350], "size": [width, 600, 860]} | fields


def test_skirting_leaves_out_the_door_but_not_the_window() -> None:
    (room,) = skirting(rectangle()).rooms
    assert room.length_mm == pytest.approx(2 * 4900 + 2 * 3900 - 900)
    assert len(room.pieces_mm) == 5


def test_skirting_comes_out_of_bars() -> None:
    """4900, 3900, 3900 and 3050 are joined of four bars and rests: 2400; 1400 + 950; 1400 + 550 make three more."""
    bars = skirting(rectangle()).bars
    assert sum(map(sum, bars.cuts)) == 16_700
    assert (bars.count, bars.is_fewest) == (7, True)


def test_a_wall_tiled_down_to_the_floor_takes_none() -> None:
    low = {"f1": {"wall": "w2", "side": "right", "z_to": 1200, "tile": TILE}}
    high = {"f1": {"wall": "w2", "side": "right", "z_from": 900, "tile": TILE}}
    told = [sum(room.length_mm for room in skirting(rectangle(finishes=finishes)).rooms) for finishes in (low, high)]
    assert told == [pytest.approx(16_700 - 3900), pytest.approx(16_700)]


def test_cabinets_side_by_side_share_a_worktop() -> None:
    items = {
        "i1": cabinet("base_cabinet", 350, 600),
        "i2": cabinet("sink_cabinet", 1050, 800),
        "i3": cabinet("dishwasher", 1755, 600),
        "i4": cabinet("base_cabinet", 3350, 600),
    }
    plan = rectangle(items=items)
    assert [run.length_mm for run in worktops_of(plan, find_rooms(plan)).runs] == [2005, 600]


def test_a_corner_cabinet_belongs_to_both_arms() -> None:
    corner = {"level": "l1", "kind": "corner_cabinet", "at": [500, 500], "size": [900, 900, 860]}
    beside = {"level": "l1", "kind": "base_cabinet", "at": [350, 1250], "turn_mdeg": 270_000, "size": [600, 600, 860]}
    plan = rectangle(items={"i1": corner, "i2": cabinet("base_cabinet", 1250, 600), "i3": beside})
    assert [run.length_mm for run in worktops_of(plan, find_rooms(plan)).runs] == [1500, 900]
