"""What is electric near a tub: from x = 50 to 1750, its front edge at y = 800."""

import pytest

from tests.rooms.checks.saying import item, room, said_by

BATH = item("bath", [900, 425], [1700, 750, 580])


@pytest.mark.parametrize(
    ("thing", "values"),
    [
        (item("washing_machine", [1750 + 200 + 300, 350], [600, 600, 850]), [200]),
        (item("washing_machine", [1750 + 600 + 300, 350], [600, 600, 850]), []),
        (item("wall_lamp", [900, 160], [180, 220, 280], elevation=1800), [1800]),
        (item("wall_lamp", [900, 160], [180, 220, 280], elevation=2250), []),
        (item("mirror", [2000, 70], [600, 35, 1200], elevation=700), []),
    ],
    ids=["zone 2", "outside", "zone 1", "above zone 1", "not electric"],
)
def test_zones_one_and_two_are_kept_free(thing, values):
    found = said_by("electrical_zones", room("bathroom", items={"i1": BATH, "i2": thing}), "electrical")
    assert [finding.value for finding in found] == values


def test_another_room_is_no_zone():
    walls = {"w5": {"level": "l1", "a": [2000, 0], "b": [2000, 4000], "thickness": 100}}
    plan = room("bathroom", items={"i1": BATH, "i2": item("washing_machine", [2350, 350], [600, 600, 850])})
    document = plan.document | {"walls": plan.document["walls"] | walls}
    assert said_by("electrical_zones", type(plan).read(document), "electrical") == []
