"""The walls of a room are called A, B, C … as they run about it."""

import pytest

from rooms.outline import find_rooms
from rooms.outline.wall_letters import letter, letter_of, lettered
from tests.rooms.rectangle import rectangle


def test_walls_are_lettered_clockwise_from_the_top() -> None:
    (room,) = find_rooms(rectangle()).rooms
    assert [(side.letter, side.wall) for side in lettered(room)] == [("A", "w1"), ("B", "w2"), ("C", "w3"), ("D", "w4")]


def test_a_side_that_a_partition_parts_keeps_one_letter() -> None:
    partition = {"w9": {"level": "l1", "a": [2500, 0], "b": [2500, 1500], "thickness": 100}}
    plan = rectangle()
    plan = rectangle(walls=plan.document["walls"] | partition)
    (room,) = find_rooms(plan).rooms
    upper = [side for side in lettered(room) if side.wall == "w1"]
    assert [len(side.edges) for side in upper] == [2]


def test_a_jog_shorter_than_300_mm_has_no_letter() -> None:
    plan = rectangle()
    pier = {"w9": {"level": "l1", "a": [2500, 0], "b": [2500, 250], "thickness": 100}}
    (room,) = find_rooms(rectangle(walls=plan.document["walls"] | pier)).rooms
    assert letter_of(lettered(room), "w9", "left") is None


@pytest.mark.parametrize(("place", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (52, "BA")])
def test_letters_go_on_after_z(place: int, said: str) -> None:
    assert letter(place) == said
