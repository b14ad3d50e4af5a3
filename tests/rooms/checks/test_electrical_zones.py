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
        (item("socket", [2000, 57], [80, 14, 80], elevation=260), [210]),
        (item("socket", [900, 57], [80, 14, 80], elevation=1050), [1050]),
        (item("switch", [2450, 57], [80, 14, 80], elevation=1010), []),
        (item("light_point", [900, 400], [90, 90, 180], elevation=2420), []),
        (item("water_heater", [2100, 225], [450, 350, 800], elevation=1200), [125]),
        (item("mirror", [2000, 70], [600, 35, 1200], elevation=700), []),
    ],
    ids=[
        "zone 2",
        "outside",
        "zone 1",
        "above zone 1",
        "socket in zone 2",
        "socket in zone 1",
        "switch outside",
        "light above",
        "heater",
        "not electric",
    ],
)
def test_zones_one_and_two_are_kept_free(thing, values):
    found = said_by("electrical_zones", room("bathroom", items={"i1": BATH, "i2": thing}), "electrical")
    assert [finding.value for finding in found] == values


def test_another_room_is_no_zone():
    walls = {"w5": {"level": "l1", "a": [2000, 0], "b": [2000, 4000], "thickness": 100}}
    plan = room("bathroom", items={"i1": BATH, "i2": item("washing_machine", [2350, 350], [600, 600, 850])})
    document = plan.document | {"walls": plan.document["walls"] | walls}
    assert said_by("electrical_zones", type(plan).read(document), "electrical") == []


@pytest.mark.parametrize("at", [[2000, 57], [900, 57]])
def test_one_tap_slides_a_socket_out_of_the_zones_along_its_wall(at):
    plan = room("bathroom", items={"i1": BATH, "i2": item("socket", at, [80, 14, 80], elevation=1050)})
    (finding,) = said_by("electrical_zones", plan, "electrical")
    assert finding.fix is not None
    assert finding.fix.set == {"items/i2": {"at": [2400, 57]}}


def test_what_may_stay_when_it_is_splash_proof_says_that_the_plan_does_not_know():
    lamp = item("wall_lamp", [900, 160], [180, 220, 280], elevation=1800)
    (finding,) = said_by("electrical_zones", room("bathroom", items={"i1": BATH, "i2": lamp}), "electrical")
    assert "IPX4 albo więcej; tego plan nie wie" in finding.text["pl"]
    assert finding.fix is not None
