"""Sloping ceilings of a home come over where the tops of its walls tell them, and are told of where they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rooms.entities import Slope
from rooms.exchange import Imported
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.surfaces import find_surfaces

Import = Callable[..., Imported]
Element = Callable[..., str]
Shed = Callable[..., list[str]]


def slopes(home: Imported) -> list[Slope]:
    return list(Plan.read(home.document).slopes.values())


def reasons(home: Imported) -> set[str]:
    return {note.reason for note in home.report.notes}


@pytest.fixture
def shed(wall: Element) -> Shed:
    """(heights at x = 400 of the walls at y = 0 and y = 300) → a room of 4 × 3 m, 1 m high at x = 0."""

    def build(north: int = 300, south: int = 300) -> list[str]:
        return [
            wall(0, 0, 400, 0, height=100, heightAtEnd=north),
            wall(400, 0, 400, 300, height=300),
            wall(400, 300, 0, 300, height=south, heightAtEnd=100),
            wall(0, 300, 0, 0, height=100),
        ]

    return build


@pytest.fixture
def folded(wall: Element) -> Callable[[int, int], list[str]]:
    """(height outside, height in the middle) → a room of 4 × 3 m whose walls at y = 0 and y = 300 are bent."""

    def build(outside: int, middle: int) -> list[str]:
        return [
            wall(0, 0, 200, 0, height=outside, heightAtEnd=middle),
            wall(200, 0, 400, 0, height=middle, heightAtEnd=outside),
            wall(400, 0, 400, 300, height=outside),
            wall(400, 300, 200, 300, height=outside, heightAtEnd=middle),
            wall(200, 300, 0, 300, height=middle, heightAtEnd=outside),
            wall(0, 300, 0, 0, height=outside),
        ]

    return build


def test_a_ceiling_over_two_sloping_walls_is_a_slope_from_its_lowest_line(imported: Import, shed: Shed) -> None:
    (one,) = slopes(imported(*shed(), wallHeight="300"))
    assert (one.a, one.b, one.knee, one.angle_mdeg) == ((0, 0), (0, 3000), 1000, 26_565)


def test_its_area_is_that_of_the_plane(imported: Import, shed: Shed) -> None:
    plan = Plan.read(imported(*shed(), wallHeight="300").document)
    floor, ceiling = find_surfaces(plan, find_rooms(plan)).planes
    assert ceiling.area_mm2 == pytest.approx(floor.area_mm2 * 5**0.5 / 2, rel=1e-4)


def test_a_gable_has_a_slope_on_either_side(imported: Import, folded: Callable[[int, int], list[str]]) -> None:
    found = sorted((one.a[0], one.knee, one.angle_mdeg) for one in slopes(imported(*folded(50, 250))))
    assert found == [(0, 500, 45_000), (4000, 500, 45_000)]


def test_a_valley_is_told_of_and_not_made(imported: Import, folded: Callable[[int, int], list[str]]) -> None:
    home = imported(*folded(250, 150))
    assert (slopes(home), "ceiling_not_flat" in reasons(home)) == ([], True)


def test_one_sloping_wall_and_the_low_wall_that_it_meets_make_a_slope(imported: Import, wall: Element) -> None:
    home = imported(
        wall(0, 0, 400, 0, height=100, heightAtEnd=300),
        wall(400, 0, 400, 300, height=300),
        wall(400, 300, 0, 300, height=300),
        wall(0, 300, 0, 0, height=100),
        wallHeight="300",
    )
    assert [(one.knee, one.angle_mdeg) for one in slopes(home)] == [(1000, 26_565)]


@pytest.mark.parametrize(("south", "count"), [(300, 1), (302, 1), (312, 0)])
def test_tops_must_lie_in_one_plane_to_20_mm(imported: Import, shed: Shed, south: int, count: int) -> None:
    home = imported(*shed(south=south), wallHeight="300")
    assert len(slopes(home)) == count
    assert bool(reasons(home) & {"ceiling_not_flat", "sloping_ceiling"}) == (count == 0)


def test_a_slope_that_would_come_into_the_next_room_is_left_out(imported: Import, shed: Shed, wall: Element) -> None:
    beside = [wall(0, 0, 0, -300), wall(0, -300, 200, -300), wall(200, -300, 200, 0)]
    home = imported(*shed(), *beside, wallHeight="300")
    assert (slopes(home), "ceiling_over_others" in reasons(home)) == ([], True)


def test_a_window_that_leans_in_a_slope_is_a_roof_window_of_it(imported: Import, shed: Shed, element: Element) -> None:
    lying = {"x": 200, "y": 150, "angle": 1.5707963, "width": 78, "depth": 118, "height": 8, "pitch": 0.4636}
    lying |= {"widthInPlan": 78, "depthInPlan": 105.5, "heightInPlan": 52.8, "elevation": 173.6}
    home = imported(*shed(), element("doorOrWindow", name="Roof window", **lying), wallHeight="300")
    (one,) = Plan.read(home.document).skylights.values()
    assert (one.offset, one.width, one.height, one.sill) == (1110, 780, 1180, 1736)
