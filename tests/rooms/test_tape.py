"""Distances by which a thing is laid out on a floor with tape."""

from typing import Any

import pytest

from rooms.outline import find_rooms
from rooms.tape import Taped, taped
from tests.rooms.rectangle import rectangle

SOFA: dict[str, Any] = {"level": "l1", "kind": "sofa", "size": [2000, 900, 800]}


def only(item: dict[str, Any]) -> Taped:
    plan = rectangle(items={"i1": SOFA | item})
    (thing,) = taped(plan, find_rooms(plan), 0)
    return thing


def told(thing: Taped) -> list[list[tuple[str, int]]]:
    return [[(distance.letter, distance.mm) for distance in mark.distances] for mark in thing.marks]


def test_a_thing_is_measured_from_the_two_nearest_walls_at_a_right_angle() -> None:
    assert told(only({"at": [1350, 800]})) == [[("A", 300), ("D", 300)]]


def test_a_thing_turned_by_a_quarter_is_measured_to_its_turned_sides() -> None:
    assert told(only({"at": [4200, 2650], "turn_mdeg": 90_000})) == [[("B", 300), ("C", 300)]]


def test_a_thing_at_a_wall_is_nought_from_it() -> None:
    assert told(only({"at": [1050, 500]})) == [[("A", 0), ("D", 0)]]


def test_a_thing_at_a_slant_is_told_by_two_corners() -> None:
    thing = only({"at": [2000, 1500], "turn_mdeg": 30_000})
    assert len(thing.marks) == 2
    assert not thing.is_square


def test_the_two_corners_and_the_thing_itself_agree() -> None:
    first, second = only({"at": [2000, 1500], "turn_mdeg": 30_000}).marks
    (x, y), (u, v) = first.point, second.point
    assert round(((x - u) ** 2 + (y - v) ** 2) ** 0.5) in (900, 2000)
    assert all(distance.mm >= 0 for mark in (first, second) for distance in mark.distances)


def test_a_wall_behind_another_is_not_measured_from() -> None:
    plan = rectangle()
    screen = {"w9": {"level": "l1", "a": [0, 1200], "b": [3500, 1200], "thickness": 100}}
    plan = rectangle(walls=plan.document["walls"] | screen, items={"i1": SOFA | {"at": [1500, 2200]}})
    (thing,) = taped(plan, find_rooms(plan), 0)
    (mark,) = thing.marks
    assert sorted(distance.mm for distance in mark.distances) == [450, 500]


@pytest.mark.parametrize(
    ("kind", "elevation", "depth", "is_taped"),
    [
        ("sofa", 0, 350, True),
        ("washbasin", 660, 350, True),
        ("television", 900, 90, False),
        ("curtain", 0, 160, False),
        ("radiator", 120, 110, False),
        ("wall_cabinet", 1400, 350, False),
        ("table_lamp", 700, 350, False),
        ("socket", 260, 350, False),
    ],
)
def test_only_what_takes_floor_is_taped(kind: str, elevation: int, depth: int, is_taped: bool) -> None:
    item = {"level": "l1", "kind": kind, "at": [2500, 2000], "size": [600, depth, 600], "elevation": elevation}
    plan = rectangle(items={"i1": item})
    assert bool(taped(plan, find_rooms(plan), 0)) == is_taped


def test_a_round_room_has_no_two_straight_walls_to_measure_from() -> None:
    walls = {
        "w1": {"level": "l1", "a": [0, 0], "b": [4000, 0], "thickness": 100, "bulge": -2000},
        "w2": {"level": "l1", "a": [4000, 0], "b": [0, 0], "thickness": 100, "bulge": -2000},
    }
    plan = rectangle(walls=walls, openings={}, items={"i1": SOFA | {"at": [2000, 0]}})
    (thing,) = taped(plan, find_rooms(plan), 0)
    assert thing.marks == ()


def test_things_are_numbered_from_the_upper_left() -> None:
    items = {
        "i1": SOFA | {"at": [3500, 3000]},
        "i2": SOFA | {"at": [1500, 600]},
        "i3": SOFA | {"at": [3800, 600]},
    }
    plan = rectangle(items=items)
    assert [(one.number, one.item.id) for one in taped(plan, find_rooms(plan), 0)] == [(1, "i2"), (2, "i3"), (3, "i1")]
