"""Room at beds and behind whoever sits at a table."""

import pytest

from tests.rooms.checks.saying import item, room, said_by


@pytest.mark.parametrize(
    ("kind", "width", "left", "values"),
    [
        ("bed_double", 1700, 300, [300]),
        ("bed_double", 1700, 600, []),
        ("bed_double", 1300, 0, []),
        ("bed_single", 900, 0, []),
    ],
)
def test_a_bed_for_two_has_room_on_both_sides_and_a_single_on_one(kind, width, left, values):
    bed = item(kind, [50 + left + width // 2, 1125], [width, 2150, 1050])
    assert [finding.value for finding in said_by("bed_side", room(items={"i1": bed}), "living")] == values


def test_bedside_tables_belong_there():
    items = {
        "i1": item("bed_double", [2500, 1125], [1700, 2150, 1050]),
        "i2": item("bedside_table", [1400, 250], [450, 400, 500]),
        "i3": item("bedside_table", [3600, 250], [450, 400, 500]),
        "i4": item("wardrobe", [4650, 1500], [1500, 600, 2200], 90),
    }
    assert said_by("bed_side", room(items=items), "living") == []


TABLE = item("dining_table", [2500, 2000], [1600, 900, 750])
"""Its edges at y = 1550 and 2450."""
CHAIR = item("chair", [2500, 1400], [450, 520, 850], 180)


@pytest.mark.parametrize(("free", "values"), [(600, [600]), (744, [744]), (745, []), (900, [])])
def test_behind_a_chair_there_is_room_to_get_up(free, values):
    cabinet = item("wardrobe", [2500, 1550 - free - 300], [1500, 600, 2200])
    found = said_by("table_seat", room(items={"i1": TABLE, "i2": CHAIR, "i3": cabinet}), "living")
    assert [finding.value for finding in found] == values


def test_a_side_without_a_seat_may_stand_at_the_wall():
    cabinet = item("wardrobe", [2500, 2750], [1500, 600, 2200])
    assert said_by("table_seat", room(items={"i1": TABLE, "i2": CHAIR, "i3": cabinet}), "living") == []


def test_a_chair_does_not_complain_about_its_own_table():
    chairs = {f"i{n}": item("chair", [1900 + 600 * n, 1500], [450, 520, 850], 180) for n in range(2)}
    assert said_by("movement_zone", room(items={"i9": TABLE, **chairs})) == []
