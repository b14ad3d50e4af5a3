"""Tiles and paint on a sloping ceiling, worked by hand.

A room of 4 × 3 m, 2.6 m high, with a slope of 45° from a knee of 0.6 m along its side of 3 m: it rises 2 m over 2 m, so
it is 2000 × √2 = 2828.4 mm long. Tiles of 500 × 300 without joints: on the slope 6 columns of 9 whole rows and one of
128.4 mm; on the level 2 × 3 m, 4 columns of 10 rows.
"""

from __future__ import annotations

from math import sqrt

import pytest

from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.quantities import Quantities
from rooms.surfaces import find_surfaces
from rooms.tiling.need import tiling_need

TILE = {"size": [500, 300], "joint": 0, "tint": "#ffffff", "pattern": "straight"}
CORNERS = [[-50, -50], [4050, -50], [4050, 3050], [-50, 3050]]
MM2 = 2000 * sqrt(2) * 3000 + 2000 * 3000


def attic(cover: dict[str, object], **more: object) -> Plan:
    walls = {
        f"w{place}": {"level": "l1", "a": CORNERS[place - 1], "b": CORNERS[place % 4], "thickness": 100}
        for place in range(1, 5)
    }
    return Plan.read(
        {
            "version": 1,
            "levels": {"l1": {"height": 2600}},
            "walls": walls,
            "rooms": {"r1": {"level": "l1", "at": [2000, 1500]}},
            "slopes": {"s1": {"level": "l1", "a": [0, 0], "b": [0, 3000], "knee": 600, "angle_mdeg": 45_000}},
            "finishes": {"f1": {"room": "r1", "face": "ceiling", **cover}},
            **more,
        }
    )


def test_a_sloping_ceiling_takes_the_tiles_of_its_true_size() -> None:
    plan = attic({"tile": TILE})
    found = find_rooms(plan)
    (need,) = tiling_need(plan, found, find_surfaces(plan, found)).tiles
    assert need.area_mm2 == pytest.approx(MM2, rel=1e-6)
    whole = sorted((one.layout.whole_count, one.layout.cut_count) for one in need.surfaces)
    assert whole == [(40, 0), (54, 6)]


def test_a_roof_window_is_left_out_of_the_tiles() -> None:
    window = {"k1": {"slope": "s1", "offset": 1000, "sill": 1200, "width": 780, "height": 1180}}
    plan = attic({"tile": TILE}, skylights=window)
    found = find_rooms(plan)
    (need,) = tiling_need(plan, found, find_surfaces(plan, found)).tiles
    assert need.area_mm2 == pytest.approx(MM2 - 780 * 1180, rel=1e-6)


def test_a_dormers_ceiling_and_its_cheeks_are_tiled_and_what_it_lifts_of_the_slope_is_not() -> None:
    plan = attic({"tile": TILE}, dormers={"m1": {"slope": "s1", "offset": 1000, "width": 1000, "height": 1600}})
    found = find_rooms(plan)
    (need,) = tiling_need(plan, found, find_surfaces(plan, found)).tiles
    lifted = 1000 * 1000 * sqrt(2)
    assert need.area_mm2 == pytest.approx(MM2 - lifted + 1000 * 1000 + 2 * 1000 * 1000 / 2, rel=1e-6)
    assert len(need.surfaces) == 5


def test_paint_on_a_sloping_ceiling_is_counted_by_its_true_area() -> None:
    plan = attic({"paint": "D-01"})
    found = find_rooms(plan)
    (area,) = Quantities(plan, found, find_surfaces(plan, found)).paints
    assert area.net_mm2 == pytest.approx(MM2, abs=1)
