"""Things in a wall: the inner face of the wall above is at y = 50."""

import pytest

from tests.rooms.checks.saying import item, room, said_by


@pytest.mark.parametrize(("y", "values"), [(350, []), (320, []), (300, [50]), (250, [100])])
def test_a_wardrobe_stands_in_the_wall_as_deep_as_it_does(y, values):
    found = said_by("in_wall", room(items={"i1": item("wardrobe", [1500, y], [1500, 600, 2200])}), "fit")
    assert [finding.value for finding in found] == values


def test_a_shallow_corner_does_not_count_as_wide_as_it_is_long():
    """10 mm into both walls of a corner."""
    assert said_by("in_wall", room(items={"i1": item("wardrobe", [790, 340], [1500, 600, 2200])}), "fit") == []


def test_the_way_out_leads_straight_from_the_wall():
    [found] = said_by("in_wall", room(items={"i1": item("wardrobe", [1500, 250], [1500, 600, 2200])}), "fit")
    assert found.fix is not None
    assert found.fix.set == {"items/i1": {"at": [1500, 350]}}
    assert found.fix.text["pl"] == "Szafa: przesuń o 10 cm w dół na planie"
