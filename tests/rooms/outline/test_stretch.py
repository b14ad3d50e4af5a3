"""Typed inner lengths become walls that stand so, and the room stays closed."""

import pytest

from rooms.edit import Edit, apply
from rooms.outline import Room, find_rooms
from rooms.outline.stretch import Stretched, stretched
from rooms.outline.wall_letters import lettered
from rooms.plan import Plan
from tests.rooms.rectangle import rectangle

L_SHAPE = ((0, 0), (4000, 0), (4000, 1500), (2500, 1500), (2500, 3000), (0, 3000))


def l_shape() -> Plan:
    walls = {
        f"w{place}": {"level": "l1", "a": list(a), "b": list(L_SHAPE[(place + 1) % 6]), "thickness": 100}
        for place, a in enumerate(L_SHAPE)
    }
    return Plan.read({"version": 1, "levels": {"l1": {}}, "walls": walls})


def two_rooms() -> Plan:
    """The rectangle with a partition at 3000 that runs into its upper and its lower wall."""
    plan = rectangle()
    walls = {**plan.document["walls"], "w5": {"level": "l1", "a": [3000, 0], "b": [3000, 4000], "thickness": 100}}
    return Plan.read({**plan.document, "walls": walls})


def room_of(plan: Plan, place: int = 0) -> Room:
    return find_rooms(plan).rooms[place]


def lengths(plan: Plan, place: int = 0) -> dict[str, int]:
    return {side.letter: round(side.length_mm) for side in lettered(room_of(plan, place))}


def with_sides(plan: Plan, place: int = 0, **wanted: int) -> Stretched:
    sides = {side.letter: (side.wall, side.side) for side in lettered(room_of(plan, place))}
    return stretched(plan, room_of(plan, place), {sides[letter]: mm for letter, mm in wanted.items()})


@pytest.mark.parametrize(("width", "length"), [(2400, 1800), (8000, 6001), (4900, 1000)])
def test_a_rectangle_gets_its_inner_width_and_length_to_the_millimetre(width: int, length: int) -> None:
    made = with_sides(rectangle(openings={}), A=width, B=length)
    assert lengths(made.plan) == {"A": width, "B": length, "C": width, "D": length}


def test_the_label_stays_in_a_room_that_shrinks_away_from_it() -> None:
    made = with_sides(rectangle(openings={}), A=1500, B=1000)
    assert room_of(made.plan).label == "r1"


def test_a_door_is_slid_back_onto_a_wall_that_gets_too_short_for_its_place() -> None:
    made = with_sides(rectangle(), A=1800)
    assert not [one for one in find_rooms(made.plan).loose if one.collection == "openings"]


def test_what_stood_at_a_wall_stands_in_the_room_when_the_wall_has_come_nearer() -> None:
    cupboard = {"level": "l1", "kind": "base_cabinet", "at": [4650, 400], "size": [600, 600, 820], "turn_mdeg": 90_000}
    made = with_sides(rectangle(items={"i1": cupboard}), A=2400)
    assert made.plan.items["i1"].at == (50 + 2400 - 300, 400)


def test_every_wall_of_an_l_can_be_set_and_keeps_right_angles() -> None:
    made = with_sides(l_shape(), A=3600, B=1400, C=1200, D=1600)
    assert {letter: mm for letter, mm in lengths(made.plan).items() if letter in "ABCD"} == {
        "A": 3600,
        "B": 1400,
        "C": 1200,
        "D": 1600,
    }
    assert all(wall.a[0] == wall.b[0] or wall.a[1] == wall.b[1] for wall in made.plan.walls.values())


def test_lengths_that_cannot_all_be_true_leave_the_last_one_out() -> None:
    made = with_sides(rectangle(), A=2000, B=3000, C=2500)
    assert lengths(made.plan)["A"] == 2000
    assert len(made.held) == 2


def test_the_room_next_door_gives_what_a_partition_takes() -> None:
    plan = two_rooms()
    made = with_sides(plan, A=2500)
    assert lengths(made.plan)["A"] == 2500
    assert lengths(made.plan, 1)["A"] == 4900 - 100 - 2500


def test_the_changes_are_one_edit_that_makes_the_plan() -> None:
    plan = rectangle()
    made = with_sides(plan, A=1000, B=900)
    edit = Edit(id="", v=1, variant="v1", action="measure", input="typed", at="", set=made.set)
    assert apply(plan.document, edit) == made.plan.document


def test_what_is_as_long_already_changes_nothing() -> None:
    made = with_sides(rectangle(), A=4900, B=3900)
    assert (dict(made.set), len(made.held)) == ({}, 2)
