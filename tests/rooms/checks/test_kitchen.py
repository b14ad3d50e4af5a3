"""Kitchens: the triangle, worktop to put things down on, aisles."""

import pytest

from tests.rooms.checks.saying import item, room, said_by


def run(*kinds, x=100, y=350, turn=0):
    """Cabinets side by side from x on, at the wall above."""
    return {
        f"i{turn}{place}": item(kind, [x + 300 + 600 * place, y], [600, 600, 860], turn)
        for place, kind in enumerate(kinds)
    }


@pytest.mark.parametrize(("legs", "values"), [((1800, 1200), []), ((4000, 3300), [8886])])
def test_the_triangle_is_measured_from_front_to_front(legs, values):
    across, down = legs
    items = {
        "i1": item("sink_cabinet", [450, 350], [800, 600, 860]),
        "i2": item("hob_cabinet", [450 + across, 350], [600, 600, 860]),
        "i3": item("fridge", [450, 350 + down], [600, 600, 1860]),
    }
    found = said_by("kitchen_triangle", room("kitchen", items=items), "kitchen")
    expected = [round(across + down + (across**2 + down**2) ** 0.5)] if values else []
    assert [finding.value for finding in found] == expected


def test_a_leg_may_be_too_short_or_too_long_by_american_advice():
    items = run("sink_cabinet", "hob_cabinet", "base_cabinet", "base_cabinet", "base_cabinet", "base_cabinet", "fridge")
    found = said_by("kitchen_triangle", room("kitchen", items=items), "nkba")
    assert sorted(finding.value for finding in found) == [600, 3000, 3600]


@pytest.mark.parametrize(
    ("kinds", "values"),
    [
        (("base_cabinet", "hob_cabinet", "base_cabinet"), []),
        (("base_cabinet", "hob_cabinet", "fridge"), [0]),
        (("hob_cabinet", "base_cabinet"), [0]),
    ],
)
def test_a_hob_has_worktop_on_either_side(kinds, values):
    found = said_by("kitchen_landing", room("kitchen", items=run(*kinds)), "kitchen")
    assert [finding.value for finding in found] == values


@pytest.mark.parametrize(("mm", "values"), [(1000, [1000]), (1200, [])])
def test_rows_that_face_one_another_leave_an_aisle(mm, values):
    above = run("base_cabinet", "sink_cabinet")
    below = run("base_cabinet", "hob_cabinet", y=650 + mm + 300, turn=180)
    found = said_by("kitchen_aisle", room("kitchen", items=above | below), "kitchen")
    assert [finding.value for finding in found] == values


def test_a_row_makes_one_finding_about_what_stands_before_it():
    island = item("dining_table", [900, 650 + 700 + 450], [1600, 900, 750])
    items = run("base_cabinet", "sink_cabinet", "base_cabinet") | {"i9": island}
    [found] = said_by("movement_zone", room("kitchen", items=items), "living")
    assert (found.value, len(found.entities)) == (700, 3)
