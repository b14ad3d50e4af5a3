"""Things in one another, turned and at heights."""

import pytest

from tests.rooms.checks.saying import item, room, said_by

WARDROBE = item("wardrobe", [1000, 350], [1500, 600, 2200])


def overlap(other):
    found = said_by("collision", room(items={"i1": WARDROBE, "i2": other}), "fit")
    return [finding.value for finding in found]


@pytest.mark.parametrize(("by", "values"), [(100, [100]), (26, [26]), (25, []), (0, []), (-50, [])])
def test_two_cabinets_overlap_by_the_way_that_parts_them(by, values):
    assert overlap(item("chest_of_drawers", [1750 + 450 - by, 275], [900, 450, 950])) == values


def test_turned_things_collide_by_their_true_outlines():
    """The wardrobe's corner is at (1750, 650), 354 mm from the table's middle."""
    assert overlap(item("coffee_table", [2000, 900], [600, 600, 500], 45)) == []
    assert overlap(item("coffee_table", [2000, 900], [600, 600, 500])) == [50]


def test_heights_part_things():
    shelf = item("wall_shelf", [1000, 170], [900, 240, 200], elevation=2250)
    assert overlap(shelf) == []
    assert overlap(shelf | {"elevation": 2000, "at": [1800, 170]}) == [240]


@pytest.mark.parametrize(
    "items",
    [
        {
            "i1": item("dining_table", [2500, 2000], [1600, 900, 750]),
            "i2": item("chair", [2500, 2500], [450, 520, 850]),
        },
        {
            "i1": item("bookcase", [1000, 200], [800, 300, 2000]),
            "i2": item("television", [1000, 200], [700, 90, 400], elevation=900),
        },
        {"i1": item("sofa", [1500, 510], [2100, 920, 820]), "i2": item("rug", [1500, 1500], [2300, 1600, 14])},
        {
            "i1": item("bed_double", [1500, 1125], [1700, 2150, 1050]),
            "i2": item("pendant_lamp", [1500, 1125], [450, 450, 900], elevation=900),
        },
        {
            "i1": item("corner_sofa", [1500, 1100], [2600, 1900, 820]),
            "i2": item("coffee_table", [2100, 1500], [1100, 600, 430]),
        },
        {
            "i1": item("base_cabinet", [500, 350], [600, 600, 860]),
            "i2": item("base_cabinet", [1100, 350], [600, 600, 860]),
        },
    ],
    ids=[
        "a chair at its table",
        "a television on a shelf",
        "a rug",
        "a lamp over a bed",
        "in the hollow of a corner sofa",
        "a kitchen run",
    ],
)
def test_what_belongs_together_does_not_collide(items):
    assert said_by("collision", room(items=items)) == []
