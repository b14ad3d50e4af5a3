"""Walls as solids: how ends meet, what one sees of a side, and where openings are."""

from __future__ import annotations

from math import atan, tan
from typing import Any

import pytest
from shapely import Polygon

from rooms.plan import Plan
from rooms.walls import opening_fits, opening_span, seen_length_mm, side_line, solids, wall_length_mm, wall_solids
from rooms.walls.centreline import centre_line


def plan(*lines: tuple[Any, ...], openings: dict[str, Any] | None = None) -> Plan:
    """Walls w1, w2 … of 100 mm: (a, b) and what else is not as usual."""
    walls = {f"w{n}": {"level": "l1", "a": a, "b": b, "thickness": 100} for n, (a, b, *_more) in enumerate(lines, 1)}
    for (_a, _b, *more), wall in zip(lines, walls.values(), strict=True):
        for fields in more:
            wall |= fields
    return Plan({"version": 1, "plan": {}, "levels": {"l1": {}}, "walls": walls, "openings": openings or {}})


CORNER = plan(([0, 0], [4000, 0]), ([4000, 0], [4000, 3000]))


def polygon(found: Plan, wall: str) -> list[tuple[float, float]]:
    return [(round(x, 6), round(y, 6)) for x, y in wall_solids(found, "l1")[wall]]


def test_a_free_wall_is_capped_by_half_its_thickness() -> None:
    assert polygon(plan(([0, 0], [4000, 0])), "w1") == [(-50, -50), (4050, -50), (4050, 50), (-50, 50)]


def test_a_right_corner_is_mitred() -> None:
    assert polygon(CORNER, "w1")[1:3] == [(4050, -50), (3950, 50)]


def test_both_walls_of_a_corner_share_the_mitre() -> None:
    assert {(4050, -50), (3950, 50)} <= set(polygon(CORNER, "w1")) & set(polygon(CORNER, "w2"))


def test_a_straight_joint_of_two_thicknesses_is_a_step() -> None:
    joined = plan(([0, 0], [4000, 0]), ([4000, 0], [8000, 0], {"thickness": 200}))
    assert polygon(joined, "w1")[1:3] == [(4000, -50), (4000, 50)]


def test_three_walls_at_a_corner_share_its_point() -> None:
    joined = plan(([0, 0], [4000, 0]), ([4000, 0], [8000, 0]), ([4000, 0], [4000, 3000]))
    assert all((4000, 0) in polygon(joined, wall) for wall in ("w1", "w2", "w3"))


def test_a_corner_beyond_the_mitre_limit_is_bevelled() -> None:
    sharp = plan(([0, 0], [4000, 0]), ([4000, 0], [0, 700]))
    assert max(x for x, _y in polygon(sharp, "w1") + polygon(sharp, "w2")) < 4060


def test_a_corner_within_the_mitre_limit_comes_to_a_point() -> None:
    less_sharp = plan(([0, 0], [4000, 0]), ([4000, 0], [0, 2500]))
    assert max(x for x, _y in polygon(less_sharp, "w1")) == pytest.approx(4000 + 50 / tan(atan(2500 / 4000) / 2))


def test_a_wall_that_ends_on_another_runs_to_its_centre_line() -> None:
    assert polygon(plan(([0, 0], [4000, 0]), ([2000, 3000], [2000, 30])), "w2")[1:3] == [(1950, 0), (2050, 0)]


def test_a_wall_that_ends_short_of_another_by_its_cap_is_run_on() -> None:
    assert polygon(plan(([0, 0], [4000, 0]), ([2000, 3000], [2000, 90])), "w2")[1:3] == [(1950, 0), (2050, 0)]


def test_a_wall_that_ends_further_off_stays_free() -> None:
    assert polygon(plan(([0, 0], [4000, 0]), ([2000, 3000], [2000, 110])), "w2")[1:3] == [(1950, 60), (2050, 60)]


def test_a_slanting_tee_is_cut_along_the_other_wall() -> None:
    ends = polygon(plan(([0, 0], [4000, 0]), ([3000, 1000], [2000, 0])), "w2")[1:3]
    assert [y for _x, y in ends] == [0, 0]


def test_one_sees_a_wall_from_mitre_to_mitre_and_from_face_to_face() -> None:
    boxed = plan(
        ([0, 0], [4000, 0]),
        ([4000, 0], [4000, 3000]),
        ([4000, 3000], [0, 3000]),
        ([0, 3000], [0, 0]),
        ([1000, 0], [1000, 3000]),
    )
    found = solids(boxed, "l1")
    seen = [seen_length_mm(found[wall], side) for wall, side in (("w1", "right"), ("w1", "left"), ("w5", "left"))]
    assert seen == pytest.approx([3900, 4100, 2900])


def test_walls_of_no_length_and_of_other_levels_have_no_solids() -> None:
    assert list(solids(plan(([0, 0], [0, 0]), ([0, 0], [9, 0], {"level": "l2"}), ([0, 0], [900, 0])), "l1")) == ["w3"]


def test_a_short_wall_between_two_thick_ones_stays_a_simple_polygon() -> None:
    jogged = plan(([0, 0], [1000, 0]), ([1000, 0], [1000, 90]), ([1000, 90], [0, 90]))
    assert all(Polygon(ring).is_valid for ring in wall_solids(jogged, "l1").values())


def test_the_sides_of_a_polygon_are_told_edge_by_edge() -> None:
    assert solids(CORNER, "l1")["w1"].sides == ("left", "b", "right", "a")


def test_the_right_side_is_right_of_who_walks_from_a_to_b_down_the_page() -> None:
    assert side_line(CORNER.walls["w1"], "right") == ((0, 50), (4000, 50))


def test_a_positive_bulge_lies_to_the_right() -> None:
    line = centre_line(plan(([0, 0], [4000, 0], {"bulge": 500})).walls["w1"])
    assert line is not None
    assert line.at(line.length_mm / 2) == pytest.approx((2000, 500))


def test_the_facets_of_an_arc_stay_within_half_a_millimetre() -> None:
    line = centre_line(plan(([0, 0], [4000, 0], {"bulge": -1300})).walls["w1"])
    assert line is not None
    assert line.centre is not None
    chord = Polygon(line.points).exterior
    middles = [line.at(line.length_mm * (n + 0.5) / (len(line.points) - 1)) for n in range(len(line.points) - 1)]
    assert max(chord.distance(Polygon([middle] * 4).centroid) for middle in middles) <= 0.5 + 1e-9


@pytest.mark.parametrize("bulge", [0, 700, -700, 3000])
@pytest.mark.parametrize(("along", "right"), [(-80.0, 30.0), (0.0, -60.0), (1234.5, 60.0), (9999.0, 0.0)])
def test_a_place_along_a_wall_is_found_again_from_its_point(bulge: int, along: float, right: float) -> None:
    line = centre_line(plan(([100, 200], [3000, 2200], {"bulge": bulge})).walls["w1"])
    assert line is not None
    along = min(along, line.length_mm + 80)
    point = line.at(along, right)
    assert (line.along(point), line.right(point)) == pytest.approx((along, right), abs=1e-6)


def test_an_arc_is_as_long_as_its_circle_says() -> None:
    assert wall_length_mm(plan(([0, 0], [2000, 0], {"bulge": 1000})).walls["w1"]) == pytest.approx(3141.5926, abs=1e-3)


@pytest.mark.parametrize(
    ("opening", "span", "fits"),
    [
        ({"offset": 800, "width": 900}, (800, 1700), True),
        ({"from": "b", "offset": 800, "width": 900}, (2300, 3200), True),
        ({"offset": -1, "width": 900}, (0, 899), True),
        ({"offset": -2, "width": 900}, (0, 898), False),
        ({"offset": 3500, "width": 900}, (3500, 4000), False),
        ({"from": "b", "offset": 3500, "width": 900}, (0, 500), False),
        ({"offset": 4000, "width": 900}, None, False),
        ({"offset": -900, "width": 900}, None, False),
    ],
)
def test_an_opening_takes_what_the_wall_has_of_it(
    opening: dict[str, Any], span: tuple[int, int] | None, fits: bool
) -> None:
    found = plan(([0, 0], [4000, 0]), openings={"o1": {"wall": "w1"} | opening})
    wall, held = found.walls["w1"], found.openings["o1"]
    assert (opening_span(wall, held), opening_fits(wall, held)) == (span, fits)
