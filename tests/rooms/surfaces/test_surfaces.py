"""Faces to paint or tile: their areas without openings, and which finish covers which band."""

from __future__ import annotations

import json
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

import pytest

from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.surfaces import Face, Surfaces, find_surfaces
from rooms.surfaces.ceilings import area_below, roofs_of
from rooms.surfaces.heights import area_between, covered_area

CASES = {
    file.stem: json.loads(file.read_text("utf-8"))
    for file in (Path(__file__).parents[2] / "cases/surfaces").glob("*.json")
}
SHED = ((0.0, 1000.0), (4000.0, 3000.0))


def surfaces(name: str) -> Surfaces:
    plan = Plan.read(CASES[name]["plan"])
    return find_surfaces(plan, find_rooms(plan))


def face(name: str, wall: str, side: str = "right") -> Face:
    return next(face for face in surfaces(name).faces if (face.wall, face.side) == (wall, side))


def told(face: Face) -> dict[str, Any]:
    fields = ("room", "wall", "side", "from_mm", "to_mm", "length_mm", "top", "cuts", "gross_mm2", "net_mm2", "bands")
    values = {field: getattr(face, field) for field in fields}
    return values | {"cuts": [astuple(cut) for cut in face.cuts], "bands": [astuple(band) for band in face.bands]}


def close(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return value.keys() == wanted.keys() and all(close(value[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list):
        return len(value) == len(wanted) and all(close(one, other) for one, other in zip(value, wanted, strict=True))
    return abs(value - wanted) <= 0.01 if isinstance(value, float) else value == wanted


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_plan_has_the_faces_of_its_case(name: str) -> None:
    assert close([told(face) for face in surfaces(name).faces], CASES[name]["surfaces"]["faces"])


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_plan_has_the_floors_and_ceilings_of_its_case(name: str) -> None:
    planes = [[plane.room, plane.face, plane.area_mm2, plane.finish] for plane in surfaces(name).planes]
    assert planes == [list(plane.values()) for plane in CASES[name]["surfaces"]["planes"]]


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_plan_has_the_recesses_of_its_case(name: str) -> None:
    found = [asdict(one) | {"holes": [list(astuple(hole)) for hole in one.holes]} for one in surfaces(name).recesses]
    assert close(found, CASES[name]["surfaces"].get("recesses", []))


@pytest.mark.parametrize(
    ("niche", "m2"),
    [
        ("o1", 0.6 * 0.6 + 2 * 0.6 * 0.1 + 2 * 0.6 * 0.1),
        ("o2", 1.0 * 2.6 + 2 * 2.6 * 0.15 + 2 * 1.0 * 0.15),
        ("o3", 1.8 * 2.2 - 1.2 * 1.2 + 2 * 2.2 * 0.25 + 2 * 1.8 * 0.25),
        ("o6", 0.3 * 0.6 + 2 * 0.6 * 0.08 + 2 * 0.3 * 0.08),
    ],
)
def test_the_inside_of_a_niche_is_that_worked_out_by_hand(niche: str, m2: float) -> None:
    inside = [one for one in surfaces("niches").recesses if one.opening == niche]
    assert sum(one.area_mm2 for one in inside) / 1e6 == pytest.approx(m2, abs=1e-9)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_plan_has_the_lowered_ceilings_of_its_case(name: str) -> None:
    assert [asdict(one) for one in surfaces(name).drops] == CASES[name]["surfaces"].get("drops", [])


def test_a_lowered_ceiling_has_an_underside_and_the_sides_that_no_wall_hides() -> None:
    found = {(one.room, one.block, one.face): one.area_mm2 / 1e6 for one in surfaces("lowered_ceilings").drops}
    assert found[0, "c1", "underside"] == pytest.approx(2.85 * 0.6)
    assert found[0, "c1", "sides"] == pytest.approx(2.85 * 0.4)
    assert found[0, "c2", "sides"] == pytest.approx(2 * (1.0 + 0.4) * 0.2)
    assert found[0, "c3", "underside"] == found[1, "c3", "underside"] == pytest.approx(0.7 * 0.5)


def test_a_ceiling_is_counted_without_what_hides_behind_a_lowered_one() -> None:
    ceiling = next(one for one in surfaces("lowered_ceilings").planes if (one.room, one.face) == (0, "ceiling"))
    assert ceiling.area_mm2 / 1e6 == pytest.approx(2.85 * 3.8 - 2.85 * 0.6 - 0.7 * 0.5)


@pytest.mark.parametrize(
    ("niche", "deep_mm"), [("o1", {80}), ("o2", {50}), ("o3", {130}), ("o4", set()), ("o6", {130})]
)
def test_of_two_niches_back_to_back_the_later_leaves_20_mm_of_wall(niche: str, deep_mm: set[int]) -> None:
    jambs = [one for one in surfaces("niches_back_to_back").recesses if one.opening == niche and one.face == "jambs"]
    assert {one.width_mm for one in jambs} == deep_mm


def test_a_niche_is_cut_out_of_its_own_side_alone_and_adds_nothing_to_the_floor() -> None:
    found = surfaces("niches")
    seen = next(face for face in found.faces if face.wall == "w4")
    assert ([cut.opening for cut in seen.cuts], found.planes[0].area_mm2) == (["o6"], 3_850 * 2_700)


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_plan_has_the_painted_woodwork_of_its_case(name: str) -> None:
    found = surfaces(name).woodwork
    told = {"openings": dict(found.openings), "skirting": {str(room): id_ for room, id_ in found.skirting.items()}}
    assert told == CASES[name]["surfaces"].get("woodwork", {"openings": {}, "skirting": {}})


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_plan_has_the_loose_finishes_of_its_case(name: str) -> None:
    assert [list(astuple(loose)) for loose in surfaces(name).loose] == CASES[name]["surfaces"]["loose"]


@pytest.mark.parametrize(
    ("name", "wall", "net_m2"),
    [
        ("door_and_window", "w1", 3.9 * 2.6 - 0.9 * 2.0),
        ("door_and_window", "w3", 3.9 * 2.6 - 1.5 * 1.4),
        ("opening_behind_a_partition", "w1", 2.9 * 2.6 - 0.45 * 1.4),
        ("overlapping_openings", "w1", 3.9 * 2.6 - 2.0 - 0.5 * 1.0),
        ("sloping_top", "w1", 7.8 - 1.25),
    ],
)
def test_areas_are_those_worked_out_by_hand(name: str, wall: str, net_m2: float) -> None:
    assert face(name, wall).net_mm2 / 1e6 == pytest.approx(net_m2, abs=1e-9)


def test_the_later_of_two_finishes_covers_the_band_that_both_claim() -> None:
    bands = [(band.finish, band.z_from, band.z_to) for band in face("bands", "w1").bands]
    assert bands == [("f1", 0, 1000), ("f2", 1000, 2000), ("f3", 2000, 2100), ("f2", 2100, 2600)]


def test_a_finish_at_a_place_covers_only_the_face_that_holds_it() -> None:
    held = [face for face in surfaces("side_of_two_rooms").faces if (face.wall, face.side) == ("w1", "right")]
    assert [[band.finish for band in face.bands] for face in held] == [["f1"], ["f2", "f1"]]


@pytest.mark.parametrize("name", sorted(CASES))
def test_bands_make_up_their_face(name: str) -> None:
    for found in surfaces(name).faces:
        assert sum(band.net_mm2 for band in found.bands) == pytest.approx(found.net_mm2, abs=len(found.bands))


@pytest.mark.parametrize(
    ("z_from", "z_to", "area"), [(0, 3000, 8_000_000), (0, 1000, 4_000_000), (1000, 2000, 3_000_000), (3000, 4000, 0)]
)
def test_what_lies_between_two_heights_under_a_sloping_edge(z_from: float, z_to: float, area: float) -> None:
    assert area_between(SHED, z_from, z_to) == pytest.approx(area)


def test_what_two_rectangles_cover_together_is_counted_once() -> None:
    rectangles = [(2000.0, 3000.0, 0.0, 1000.0), (2500.0, 3500.0, 500.0, 1500.0)]
    assert covered_area(SHED, rectangles, 0, 3000) == pytest.approx(2_000_000 - 500 * 500)


@pytest.mark.parametrize("height_mm", [1400, 1900, 2200])
def test_the_floor_under_a_low_ceiling_is_measured_apart(height_mm):
    case = CASES["under_slopes"]
    plan = Plan.read(case["plan"])
    (room,) = find_rooms(plan).rooms
    assert area_below(plan, room, roofs_of(plan)["l1"], height_mm) == case["below"][str(height_mm)]
