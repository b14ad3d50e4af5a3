"""A way from the door (x = 3100 to 4000 in the wall below) to everything, 60 cm wide."""

import pytest

from tests.rooms.checks.saying import item, room, said_by

DESK = item("desk", [700, 400], [1200, 700, 750])


def wall_of_wardrobes(gap):
    """A row across the room at y = 2000 to 2600 that opens towards the door, with a gap at its right end."""
    return item("wardrobe", [50 + (4900 - gap) // 2, 2300], [4900 - gap, 600, 2200])


@pytest.mark.parametrize(("gap", "values"), [(700, []), (610, []), (500, [500]), (20, [0])])
def test_a_row_of_wardrobes_leaves_a_way_or_not(gap, values):
    found = said_by("path", room(items={"i1": DESK, "i2": wall_of_wardrobes(gap)}), "living")
    assert [finding.value for finding in found] == values
    assert all(finding.entities == ("items/i1",) for finding in found)


def test_a_room_without_a_door_is_not_looked_at():
    items = {"i1": DESK, "i2": wall_of_wardrobes(20)}
    assert said_by("path", room(items=items, openings={}), "living") == []
