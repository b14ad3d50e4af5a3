"""Stairwells: of which shape, over which stairs, and what covers the floor about them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rooms.kinds import KINDS
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.surfaces import find_surfaces
from rooms.surfaces.stairwells import stairwells
from rooms.tiling.tiled import tiled_of

CASE = json.loads((Path(__file__).parents[2] / "cases/surfaces/stairwells.json").read_text("utf-8"))["plan"]
TILE = {"size": [600, 600], "joint": 2, "pattern": "straight", "tint": "#cccccc"}


def opened(**changes: Any) -> list[str]:
    """The stairs over which there is an opening."""
    return [well.item.id for well in stairwells(Plan.read(CASE | changes))]


def test_stairs_that_end_half_way_or_at_the_top_open_nothing() -> None:
    assert opened() == ["i1", "i2", "i3", "i5"]


@pytest.mark.parametrize("elevation", [1400, 4600])
def test_a_podium_and_a_far_floor_are_no_floor_above(elevation: int) -> None:
    assert opened(levels={"l1": {"height": 2600}, "l2": {"elevation": elevation}}) == []


def test_winding_stairs_open_what_their_kind_builds() -> None:
    kind, size = KINDS["winding_stairs"], (1600, 2400, 2900)
    item = {"level": "l1", "kind": "winding_stairs", "at": [0, 0], "size": list(size)}
    [well] = stairwells(Plan.read(CASE | {"items": {"i1": item}}))
    assert size[0] / 2 - well.outline[3][0] == kind.scope(size)["g"]


def test_tiles_lie_beside_a_stairwell() -> None:
    label, tile = {"level": "l2", "at": [1000, 2000]}, {"room": "r1", "face": "floor", "tile": TILE}
    plan = Plan.read(CASE | {"rooms": {"r1": label}, "finishes": {"f1": tile}})
    found = find_rooms(plan)
    [floor] = tiled_of(plan, found, find_surfaces(plan, found))
    assert round(floor.outline.area) == 37_127_096
