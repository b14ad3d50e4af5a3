"""Points lie on a side of their room, measured to their middles from the nearer corner."""

import pytest

from rooms.drawing.drawing import Wishes
from rooms.drawing.points import points_drawing
from rooms.installations import points_of, sides_of
from rooms.outline import find_rooms
from tests.rooms.drawing.house import item, room, texts

SOCKET = item("socket", [4800, 7], [80, 14, 80], elevation=260)
LIGHT = item("light_point", [2600, 2000], [90, 90, 180], elevation=2420)
PLAN = room(items={"i1": SOCKET, "i2": LIGHT})
FOUND = find_rooms(PLAN)


def test_a_point_is_as_high_as_its_middle_and_as_far_as_the_nearer_corner() -> None:
    socket, _light = points_of(PLAN, FOUND, "electrical")
    assert (socket.height_mm, socket.corner_mm) == (300, pytest.approx(400))


def test_what_hangs_from_the_ceiling_lies_on_no_wall() -> None:
    _socket, light = points_of(PLAN, FOUND, "electrical")
    assert (light.height_mm, light.side) == (2420, None)


def test_the_sides_of_a_room_look_into_it() -> None:
    assert [side.away((2600, 2000)) > 0 for side in sides_of(FOUND.rooms[0])] == [True] * 4


def test_the_sheet_writes_heights_ways_from_the_corner_and_from_two_walls() -> None:
    said = texts(points_drawing(PLAN, None, "electrical", Wishes(scale=50)).document())
    assert {"h\xa030", "40", "h\xa0242", "200", "260"} <= set(said)


def test_the_trades_do_not_mix() -> None:
    assert points_of(PLAN, FOUND, "plumbing") == ()
