"""A leaf in its true arc: the door of 900 in the wall below, 800 clear, hung at x = 3950."""

import pytest

from tests.rooms.checks.saying import item, room, said_by


def opens_to(at, **fields):
    things = {"i1": item("chest_of_drawers", at, [300, 300, 800]) | fields}
    return [finding.value for finding in said_by("door_swing", room(items=things), "fit")]


def test_a_box_in_the_corner_of_the_square_about_the_arc_is_not_met():
    assert opens_to([3200, 3200]) == []


@pytest.mark.parametrize(("at", "angles"), [([3300, 3700], [7]), ([3500, 3350], [37]), ([3500, 2900], [])])
def test_the_leaf_opens_until_it_meets_what_stands_there(at, angles):
    assert opens_to(at) == angles


def test_rugs_and_what_hangs_above_the_door_are_not_met():
    assert opens_to([3500, 3400], size=[300, 300, 20]) == []
    assert opens_to([3500, 3400], elevation=2050) == []
