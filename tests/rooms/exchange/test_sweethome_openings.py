"""A home's doors and windows stand in the wall that holds them, at the distance and with the swing they had."""

from collections.abc import Callable

import pytest

from rooms.entities import Opening
from rooms.exchange import Imported
from rooms.plan import Plan

Import = Callable[..., Imported]
Element = Callable[..., str]


def openings(imported: Imported) -> list[Opening]:
    return list(Plan.read(imported.document).openings.values())


def reasons(imported: Imported) -> set[tuple[str, str]]:
    return {(note.place, note.reason) for note in imported.report.notes}


@pytest.fixture
def door(element: Element) -> Element:
    """(attributes) → a door 90 × 200 cm, 10 deep, in the middle of the wall from (0, 0) to (400, 0)."""

    def build(*sashes: str, **attributes: object) -> str:
        usual = {"name": "Door", "x": 100, "y": 0, "width": 90, "depth": 10, "height": 200}
        return element("doorOrWindow", "".join(sashes), **usual | attributes)

    return build


@pytest.fixture
def sash(element: Element) -> Callable[[float, float, float], str]:
    """(axis as a share of the width, angles closed and open) → a sash."""
    return lambda axis, start, end: element("sash", xAxis=axis, yAxis=0.5, width=0.9, startAngle=start, endAngle=end)


@pytest.fixture
def leaf(sash: Callable[[float, float, float], str]) -> str:
    """A leaf with its axis at the left that swings to the front."""
    return sash(0.05, 0, -1.5707964)


@pytest.mark.parametrize(("x", "from_", "offset"), [(100, "a", 550), (300, "b", 550), (200, "a", 1550), (45, "a", 0)])
def test_an_opening_is_measured_from_the_nearer_end(
    imported: Import, wall: Element, door: Element, x: float, from_: str, offset: int
) -> None:
    (one,) = openings(imported(wall(0, 0, 400, 0), door(x=x)))
    assert (one.from_, one.offset, one.width, one.height) == (from_, offset, 900, 2000)


@pytest.mark.parametrize(
    ("angle", "mirrored", "hinge", "opens"),
    [
        (0, "false", "left", "right"),
        (0, "true", "right", "right"),
        (3.1415927, "false", "left", "left"),
        (3.1415927, "true", "right", "left"),
    ],
)
def test_a_leaf_swings_to_the_front_of_the_door(
    imported: Import, wall: Element, door: Element, leaf: str, angle: float, mirrored: str, hinge: str, opens: str
) -> None:
    (one,) = openings(imported(wall(0, 0, 400, 0), door(leaf, angle=angle, modelMirrored=mirrored)))
    assert (one.hinge, one.opens) == (hinge, opens)


def test_a_leaf_that_opens_backwards_is_seen_from_behind(
    imported: Import, wall: Element, door: Element, sash: Callable[[float, float, float], str]
) -> None:
    (one,) = openings(imported(wall(0, 0, 400, 0), door(sash(0.05, 0, 1.5707964))))
    assert (one.hinge, one.opens) == ("right", "left")


def test_the_swing_does_not_depend_on_the_way_the_wall_was_drawn(
    imported: Import, wall: Element, door: Element, leaf: str
) -> None:
    (one,) = openings(imported(wall(400, 0, 0, 0), door(leaf)))
    assert (one.from_, one.offset, one.hinge, one.opens) == ("b", 550, "left", "left")


def test_a_door_that_stands_open_is_held_by_the_part_in_the_wall(
    imported: Import, wall: Element, door: Element, leaf: str
) -> None:
    ajar = door(leaf, y=29, depth=68, wallThickness=0.11, wallDistance=0.015)
    assert [one.offset for one in openings(imported(wall(0, 0, 400, 0), ajar))] == [550]


def test_a_frame_wider_than_the_hole_is_left_out_of_it(imported: Import, wall: Element, door: Element) -> None:
    framed = door(wallWidth=0.8, wallLeft=0.1, wallHeight=0.9, wallTop=0.1)
    (one,) = openings(imported(wall(0, 0, 400, 0), framed))
    assert (one.offset, one.width, one.height, one.sill) == (640, 720, 1800, 0)


def test_a_window_keeps_its_sill(imported: Import, wall: Element, door: Element) -> None:
    (one,) = openings(imported(wall(0, 0, 400, 0), door(name="Window", elevation=90, height=120)))
    assert (one.kind, one.sill, one.height) == ("window", 900, 1200)


def test_a_door_in_an_arc_is_measured_along_it(imported: Import, wall: Element, door: Element) -> None:
    half_circle = wall(0, 0, 400, 0, arcExtent=3.14159265, thickness=20)
    (one,) = openings(imported(half_circle, door(x=200, y=-200)))
    assert one.offset == pytest.approx(3141.6 - 450, abs=2)


def test_a_crossing_wall_does_not_take_the_door(imported: Import, wall: Element, door: Element) -> None:
    home = imported(wall(100, -200, 100, 200), wall(0, 0, 400, 0), door())
    assert [Plan.read(home.document).walls[one.wall].b for one in openings(home)] == [(4000, 0)]


@pytest.mark.parametrize("change", [{"y": 60}, {"x": 500}, {"angle": 1.57}, {"level": "b"}])
def test_a_door_that_no_wall_holds_is_told(
    imported: Import, wall: Element, door: Element, element: Element, change: dict[str, object]
) -> None:
    levels = element("level", id="a", elevation=0, height=250) + element("level", id="b", elevation=300, height=250)
    home = imported(levels, wall(0, 0, 400, 0, level="a"), door(**{"level": "a"} | change))
    assert openings(home) == []
    assert ("openings/Door", "no_wall_here") in reasons(home)


def test_a_window_over_two_walls_becomes_one_in_each(imported: Import, wall: Element, door: Element) -> None:
    home = imported(wall(0, 0, 120, 0), wall(120, 0, 400, 0), door(name="Window", elevation=90, height=120))
    assert [(one.kind, one.from_, one.offset, one.width) for one in openings(home)] == [
        ("window", "b", 0, 650),
        ("window", "a", 0, 250),
    ]
    assert ("openings/Window", "spans_walls") in reasons(home)


def test_a_door_over_two_walls_leaves_a_passage_in_the_other(imported: Import, wall: Element, door: Element) -> None:
    home = imported(wall(0, 0, 120, 0), wall(120, 0, 400, 0), door())
    assert [one.kind for one in openings(home)] == ["door", "passage"]


def test_a_door_past_the_end_of_its_wall_is_cut(imported: Import, wall: Element, door: Element) -> None:
    home = imported(wall(80, 0, 400, 0), door())
    assert [(one.offset, one.width) for one in openings(home)] == [(0, 650)]
    assert ("openings/Door", "opening_cut") in reasons(home)


@pytest.mark.parametrize(
    ("attributes", "leaves", "kind"),
    [
        ({"name": "Porte d'entrée"}, 1, "door"),
        ({"name": "Drzwi"}, 2, "double_door"),
        ({"name": "Drzwi przesuwne"}, 0, "sliding_door"),
        ({"name": "Falttür"}, 0, "folding_door"),
        ({"name": "Okno", "elevation": 90, "height": 120}, 2, "double_window"),
        ({"name": "Okno", "elevation": 0, "height": 220}, 2, "french_window"),
        ({"name": "?", "catalogId": "eTeks#doorFrame"}, 0, "passage"),
        ({"name": "?", "catalogId": "eTeks#fixedWindow85x123", "elevation": 90}, 0, "window"),
        ({"name": "Zxcv", "elevation": 90, "height": 100}, 0, "window"),
        ({"name": "Zxcv"}, 0, "door"),
    ],
)
def test_the_kind_is_told_by_words_leaves_and_sill(
    imported: Import, wall: Element, door: Element, leaf: str, attributes: dict[str, object], leaves: int, kind: str
) -> None:
    home = imported(wall(0, 0, 400, 0), door(leaf * leaves, **attributes))
    assert [one.kind for one in openings(home)] == [kind]
    assert (("openings/Zxcv", "kind_guessed") in reasons(home)) is (attributes["name"] == "Zxcv")


@pytest.mark.parametrize("change", [{"wallWidth": "nan"}, {"wallLeft": "1e300"}, {"x": "inf"}, {"height": ""}])
def test_a_door_of_impossible_numbers_stays_behind(
    imported: Import, wall: Element, door: Element, change: dict[str, object]
) -> None:
    home = imported(wall(0, 0, 400, 0), door(**change))
    assert openings(home) == []
    assert {reason for place, reason in reasons(home)} <= {"not_a_number", "out_of_range"}


def test_a_window_in_a_roof_is_told_of_and_put_into_no_wall(imported: Import, wall: Element, door: Element) -> None:
    home = imported(wall(0, 0, 400, 0), door(name="Roof window", pitch=0.7, depthInPlan=60))
    assert openings(home) == []
    assert ("openings/Roof window", "window_in_roof") in {(note.place, note.reason) for note in home.report.notes}
