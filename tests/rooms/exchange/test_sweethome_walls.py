"""A home's walls come over in mm, joined, curved to the right side, and messy ones are told."""

from collections.abc import Callable

import pytest

from rooms.entities import Wall
from rooms.exchange import Colour, Imported, Note
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.walls.centreline import centre_line

Import = Callable[..., Imported]
Element = Callable[..., str]


def walls(imported: Imported) -> list[Wall]:
    return list(Plan.read(imported.document).walls.values())


def reasons(imported: Imported) -> set[tuple[str, str]]:
    return {(note.place, note.reason) for note in imported.report.notes}


def test_centimetres_become_whole_millimetres(imported: Import, wall: Element) -> None:
    (one,) = walls(imported(wall(1.04, 2.05, 300.26, -7.5, thickness=7.5)))
    assert (one.a, one.b, one.thickness) == ((10, 21), (3003, -75), 75)


def test_a_wall_as_high_as_its_level_follows_the_level(imported: Import, wall: Element) -> None:
    one, other = walls(imported(wall(0, 0, 100, 0, height=250), wall(0, 0, 0, 100, height=110), wallHeight="250"))
    assert (one.height, other.height) == (None, 1100)


def test_a_sloping_wall_keeps_both_heights_and_the_lost_ceiling_is_told(imported: Import, wall: Element) -> None:
    home = imported(wall(0, 0, 100, 0, height=20, heightAtEnd=250, id="gable"))
    assert [(one.height, one.height_b) for one in walls(home)] == [(200, 2500)]
    assert ("walls/gable", "sloping_ceiling") in reasons(home)


@pytest.mark.parametrize(("extent", "middle"), [(3.14159265, (2000, -2000)), (-3.14159265, (2000, 2000))])
def test_a_positive_arc_bulges_to_the_left_of_its_way(
    imported: Import, wall: Element, extent: float, middle: tuple[int, int]
) -> None:
    line = centre_line(walls(imported(wall(0, 0, 400, 0, arcExtent=extent)))[0])
    assert line is not None
    assert line.at(line.length_mm / 2) == pytest.approx(middle, abs=1)


@pytest.mark.parametrize("extent", [7.0, -6.2831853, 99])
def test_an_arc_of_a_whole_turn_is_drawn_straight(imported: Import, wall: Element, extent: float) -> None:
    home = imported(wall(0, 0, 400, 0, arcExtent=extent, id="w"))
    assert walls(home)[0].bulge == 0
    assert ("walls/w", "arc_too_deep") in reasons(home)


def test_linked_ends_that_miss_each_other_are_joined(imported: Import, wall: Element) -> None:
    home = imported(
        wall(0, 0, 400, 0, id="n", wallAtEnd="e"), wall(403, 2, 403, 300, id="e", wallAtStart="n", thickness=20)
    )
    north, east = walls(home)
    assert north.b == east.a == (4030, 0)
    assert {("walls/n", "ends_joined"), ("walls/e", "ends_joined")} <= reasons(home)


def test_a_link_told_by_one_wall_only_counts(imported: Import, wall: Element) -> None:
    home = imported(wall(0, 0, 400, 0, id="n", wallAtEnd="e"), wall(403, 2, 403, 300, id="e"))
    assert walls(home)[1].a == (4030, 0)


def test_links_to_nowhere_to_itself_and_too_far_are_no_harm(imported: Import, wall: Element) -> None:
    home = imported(wall(0, 0, 400, 0, id="n", wallAtEnd="x", wallAtStart="n"), wall(900, 0, 990, 0, wallAtStart="n"))
    assert [one.b for one in walls(home)] == [(4000, 0), (9900, 0)]
    assert ("walls/2", "link_too_far") in reasons(home)


def test_walls_of_no_length_and_doubles_stay_behind(imported: Import, wall: Element) -> None:
    home = imported(
        wall(5, 5, 5, 5.04, id="dot"), wall(0, 0, 400, 0, id="one"), wall(400, 0, 0, 0, id="back", arcExtent=0)
    )
    assert len(walls(home)) == 1
    assert {("walls/dot", "no_length"), ("walls/back", "duplicate")} <= reasons(home)


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ({"xStart": "NaN"}, "not_a_number"),
        ({"xStart": "1e999"}, "not_a_number"),
        ({"xStart": "-Infinity"}, "not_a_number"),
        ({"xStart": "12,5"}, "not_a_number"),
        ({"xStart": ""}, "not_a_number"),
        ({"thickness": "nan"}, "not_a_number"),
        ({"arcExtent": "1e9"}, "out_of_range"),
        ({"yEnd": "50001"}, "out_of_range"),
        ({"height": "1e300"}, "out_of_range"),
    ],
)
def test_a_wall_of_impossible_numbers_stays_behind(
    imported: Import, wall: Element, attributes: dict[str, str], reason: str
) -> None:
    home = imported(wall(0, 0, 400, 0, id="bad", **attributes))
    assert walls(home) == []
    assert reasons(home) == {("walls/bad", reason)}


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [("thickness", 0.5, 10), ("thickness", 300, 2000), ("height", -4, 1), ("height", 9000, 20_000)],
)
def test_an_impossible_size_becomes_the_nearest(
    imported: Import, wall: Element, name: str, given: float, kept: int
) -> None:
    home = imported(wall(0, 0, 400, 0, id="w", **{name: given}))
    assert getattr(walls(home)[0], name) == kept
    assert ("walls/w", "size_changed") in reasons(home)


def test_of_ten_thousand_walls_a_plan_takes_what_it_holds(imported: Import, wall: Element) -> None:
    home = imported(*(wall(0, n * 4, 100, n * 4, thickness=2) for n in range(10_000)))
    assert len(walls(home)) == 2000
    assert Note("walls", "too_many", 8000) in home.report.notes


def test_the_colours_of_sides_wait_for_paints(imported: Import, wall: Element) -> None:
    home = imported(wall(0, 0, 400, 0, leftSideColor="FFA0DDDF", rightSideColor="00FFFFFF"))
    assert home.colours == (Colour({"wall": walls(home)[0].id, "side": "left"}, "#a0dddf"),)


def test_a_wall_on_an_unknown_level_stands_on_the_first(imported: Import, wall: Element, element: Element) -> None:
    home = imported(element("level", id="a", elevation=0, height=250), wall(0, 0, 400, 0, id="w", level="gone"))
    assert walls(home)[0].level == next(iter(Plan.read(home.document).levels))
    assert ("walls/w", "level_unknown") in reasons(home)


def test_walls_that_cross_without_a_node_part_four_rooms(imported: Import, wall: Element, box: str) -> None:
    home = imported(box, wall(0, 200, 400, 200), wall(200, 0, 200, 400))
    assert [room.area_mm2 for room in find_rooms(Plan.read(home.document)).rooms] == [1900 * 1900] * 4


def test_levels_keep_their_heights_and_names(imported: Import, element: Element) -> None:
    home = imported(
        element("level", id="a", name="Parter", elevation=0, height=250, floorThickness=12),
        element("level", id="b", name="Strych", elevation=262, height=240, visible="false"),
        element("level", id="c", name="?", elevation="nan", height=240),
    )
    levels = [(level.name, level.elevation, level.height) for level in Plan.read(home.document).levels.values()]
    assert levels == [("Parter", 0, 2500), ("Strych", 2620, 2400)]
    assert reasons(home) == {
        ("levels/Strych", "shown_again"),
        ("levels/?", "not_a_number"),
        ("levels/floorThickness", "not_imported"),
    }
