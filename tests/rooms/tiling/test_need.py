"""What a plan's tiled walls and floors take, worked by hand on a room of 4900 × 3900 mm and 2600 mm high."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.surfaces import find_surfaces
from rooms.tiling.materials import adhesive, grout
from rooms.tiling.need import Rules, TilingNeed, tiling_need
from rooms.tiling.trims import edges_by_kind
from tests.rooms.rectangle import WALLS, rectangle

TILE: Mapping[str, Any] = {"size": [300, 300], "joint": 2, "tint": "#cccccc", "pattern": "straight"}
BATH = {"level": "l1", "kind": "bath", "at": [900, 3575], "turn_mdeg": 180_000, "size": [1700, 750, 580]}


def need(plan: Plan, **rules: Any) -> TilingNeed:
    found = find_rooms(plan)
    return tiling_need(plan, found, find_surfaces(plan, found), Rules(**rules))


def band(wall: str, **fields: Any) -> dict[str, Any]:
    return {"wall": wall, "side": "right", "tile": TILE} | fields


def test_a_band_under_the_window_is_counted_without_it() -> None:
    """4900 = 16 × 302 + 68; 1200 = 3 × 302 + 294; the window (1950–2950) begins at 900, 4 mm below the third row's top.

    Rows 1 and 2: 16 whole and a strip. Row 3: four tiles lack a corner or their top, so 12 whole. Row 4, all cut: six
    and one before the window, one and six behind it, and the strip.
    """
    (tiles,) = need(rectangle(finishes={"f1": band("w1", z_to=1200)})).tiles
    assert tiles.count is not None
    assert tiles.area_mm2 == 4900 * 1200 - 1000 * 300
    assert (tiles.count.whole, tiles.count.cut) == (16 + 16 + 12, 1 + 1 + (4 + 1) + (7 + 7 + 1))


def test_tiles_behind_the_bath_are_counted_unless_it_is_asked_otherwise() -> None:
    plan = rectangle(
        finishes={"f1": band("w3"), "f2": {"room": "r1", "face": "floor", "tile": TILE}}, items={"i1": BATH}
    )
    behind, without = (need(plan, skip_covered=skip).tiles[0].area_mm2 for skip in (False, True))
    assert behind - without == pytest.approx(1700 * 580 + 1700 * 750)


def test_a_wall_under_a_slope_is_tiled_up_to_it() -> None:
    """1000 high at its left end, 2600 after 1600."""
    slope = {"level": "l1", "a": [50, 0], "b": [50, 4000], "knee": 1000, "angle_mdeg": 45_000}
    (tiles,) = need(rectangle(finishes={"f1": band("w1")}, openings={}, slopes={"s1": slope})).tiles
    assert tiles.area_mm2 == pytest.approx(4900 * 2600 - 1600 * 1600 / 2)


def test_one_tile_in_two_patterns_is_bought_together() -> None:
    floor = {"room": "r1", "face": "floor", "tile": TILE | {"pattern": "half", "joint": 3}}
    (tiles,) = need(rectangle(finishes={"f1": band("w2"), "f2": floor})).tiles
    assert [one.face for one in tiles.surfaces] == ["wall", "floor"]
    assert len(tiles.grout) == 2


def test_a_tile_says_how_its_off_cuts_are_used_unless_the_count_does() -> None:
    oriented = TILE | {"reuse": "oriented", "spare_percent": 0}
    plan = rectangle(finishes={"f1": band("w2", z_to=600, tile=oriented), "f2": band("w4", z_to=600)})
    counts = [need(plan, **rules).tiles[0].count for rules in ({}, {"reuse": "none", "spare_percent": 5})]
    assert [(one.reuse, one.spare_percent) for one in counts if one] == [("oriented", 0), ("none", 5)]


def test_packs_hold_the_reserve_too() -> None:
    """3900 × 600: 12 whole and one of 276 in the first row; the second is 298 high."""
    packed = TILE | {"pack_cm2": 10_800}
    (tiles,) = need(rectangle(finishes={"f1": band("w2", z_to=600, tile=packed)}), spare_percent=10).tiles
    assert tiles.count is not None
    assert (tiles.count.whole, tiles.count.cut, tiles.count.needed) == (12, 14, 26)
    assert (tiles.count.spare, tiles.count.to_buy, tiles.count.packs) == (3, 29, 3)


def test_without_a_packs_contents_packs_are_not_known() -> None:
    (tiles,) = need(rectangle(finishes={"f1": band("w2")})).tiles
    assert tiles.count is not None
    assert tiles.count.packs is None


def test_reveals_are_told_and_counted_when_asked_for() -> None:
    plan = rectangle(finishes={"f1": band("w1")})
    told, counted = (need(plan, reveals=reveals).tiles[0] for reveals in (False, True))
    assert told.reveals_mm2 == (1000 + 1000 + 1000 + 1000) * 50
    assert counted.area_mm2 - told.area_mm2 == told.reveals_mm2


def test_a_bands_upper_edge_and_the_windows_edges_take_trims() -> None:
    trims = need(rectangle(finishes={"f1": band("w1", z_to=1200)})).trims
    assert edges_by_kind(trims) == {"top": 4900 - 1000, "opening": 300 + 1000 + 300}


def test_only_a_corner_that_stands_out_takes_a_trim() -> None:
    """A pillar at the upper wall: its two corners stand out; the room's own take none."""
    pillar = {"w5": {"level": "l1", "a": [2500, 0], "b": [2500, 600], "thickness": 400}}
    walls = {id_: {"level": "l1", "a": a, "b": b, "thickness": 100} for id_, (a, b) in WALLS.items()}
    finishes = {
        f"f{place}": {"wall": wall, "side": side, "z_to": 900, "tile": TILE}
        for place, (wall, side) in enumerate((("w1", "right"), ("w5", "left"), ("w5", "right")))
    }
    trims = need(rectangle(walls=walls | pillar, openings={}, finishes=finishes)).trims
    assert [trim.length_mm for trim in trims if trim.edge == "corner"] == [900, 900]


def test_grout_by_the_makers_formula() -> None:
    """(300 + 300) / (300 × 300) × 2 × 8 × 1.6 = 0.1707 kg for a square metre."""
    amount = grout(TILE, 10_000_000)
    assert amount is not None
    assert (amount.grams, amount.packs) == (1707, 1)


def test_adhesive_by_the_longer_side() -> None:
    amount = adhesive(TILE, 10_000_000)
    assert amount is not None
    assert (amount.grams, amount.packs, amount.told) == (37_000, 2, {"notch_mm": 8})


def test_what_has_no_joint_takes_neither() -> None:
    assert (adhesive(TILE | {"joint": 0}, 1), grout(TILE | {"joint": 0}, 1)) == (None, None)
