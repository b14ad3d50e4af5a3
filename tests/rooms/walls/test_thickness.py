"""Walls that taper: what stands in them and on them, by hand; where nothing tapers, nothing changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shapely import Polygon

from rooms.drawing.elevation import draw_elevation
from rooms.drawing.plan import draw_plan
from rooms.drawing.storey import Storey
from rooms.drawing.wall_view import WallView
from rooms.fault import Fault
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.quantities import Quantities
from rooms.scene import describe
from rooms.surfaces import find_surfaces

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


def test_an_opening_goes_through_a_tapered_wall_as_a_wedge_and_a_niche_as_deep_all_along() -> None:
    window, niche = Storey.of(Plan.read(case("surfaces/tapered_wall"))).apertures
    # 550 mm thick where the window begins, 1110 where it ends
    assert Polygon(window.hole()).area == pytest.approx(960 * (550 + 1110) / 2)
    assert Polygon(niche.hole()).area == pytest.approx(480 * 120)


def test_a_tapered_walls_face_is_seen_along_itself() -> None:
    view = WallView.of(Plan.read(case("surfaces/tapered_wall")), "w1", "right")
    before = (48 + 480 - 28, 114 + 140 + 96)  # 500 mm along the face, which leans 7 to 24, and 100 before it
    assert (view.width_mm, view.x(view.along(before)), view.out_mm(before)) == pytest.approx((2400, 500, 100))


def test_a_reveal_is_painted_half_the_wall_deep_where_it_is() -> None:
    plan = Plan.read(case("surfaces/tapered_wall"))
    found = find_rooms(plan)
    (paint,) = Quantities(plan, found, find_surfaces(plan, found)).paints
    reveal = next(patch for patch in paint.patches if patch.face == "reveal")
    assert reveal.net_mm2 == 1000 * 275 + 1000 * 555 + 960 * (275 + 555) / 2


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
