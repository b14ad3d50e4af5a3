"""Leaves and drawers of furniture."""

import pytest

from tests.rooms.checks.saying import item, room, said_by

FRIDGE = item("fridge", [1000, 380], [600, 660, 1860])
"""Its front at y = 710, from x = 700 to 1300."""
CHEST = item("chest_of_drawers", [1000, 275], [900, 450, 950])
"""Its front at y = 500; drawers come out 382 mm."""


def said(thing, *others):
    items = {"i1": thing} | {f"i{place}": other for place, other in enumerate(others, 2)}
    return [finding.value for finding in said_by("front_swing", room(items=items), "fit")]


def test_a_single_leaf_may_be_hung_on_either_side():
    at_the_right = item("wardrobe", [1350, 1350], [300, 500, 2200])
    at_the_left = item("wardrobe", [650, 1350], [300, 500, 2200])
    assert said(FRIDGE, at_the_right) == []
    assert said(FRIDGE, at_the_right, at_the_left) == [76]


@pytest.mark.parametrize(("free", "values"), [(400, []), (310, []), (191, [50])])
def test_a_drawer_comes_out_as_far_as_there_is_room(free, values):
    assert said(CHEST, item("wardrobe", [1000, 500 + free + 300], [1500, 600, 2200])) == values


def test_what_does_not_open_is_not_said_to_lack_room_too():
    items = {"i1": CHEST, "i2": item("wardrobe", [1000, 900], [1500, 600, 2200])}
    assert ("items/i1",) in [one.entities for one in said_by("front_swing", room(items=items))]
    assert "items/i1" not in [one.entities[0] for one in said_by("movement_zone", room(items=items))]
