"""Room before things, by exact numbers."""

import pytest

from tests.rooms.checks.saying import item, room, said_by

BASIN = item("washbasin", [1000, 290], [600, 480, 180], elevation=670)
"""At the wall above; its front at y = 530."""


def in_front(mm: int, **fields: object) -> dict[str, object]:
    """A cabinet that leaves so much before the basin."""
    return item("chest_of_drawers", [1000, 530 + mm + 225], [900, 450, 900], 180, **fields)


@pytest.mark.parametrize(("mm", "values"), [(480, [480]), (544, [544]), (545, []), (550, []), (900, [])])
def test_what_stands_before_a_basin_leaves_it_55_cm(mm, values):
    found = said_by("movement_zone", room("bathroom", items={"i1": BASIN, "i2": in_front(mm)}), "bathroom")
    assert [finding.value for finding in found] == values


def test_a_finding_says_it_in_words_with_the_numbers():
    [found] = said_by("movement_zone", room("bathroom", items={"i1": BASIN, "i2": in_front(480)}), "bathroom")
    assert (found.value, found.wanted, found.unit, found.severity) == (480, 550, "mm", "standard")
    assert found.text["pl"] == "Umywalka: z przodu jest 48 cm wolnego miejsca, potrzeba 55 cm"
    assert (found.entities, found.room, found.level, found.key) == (("items/i1",), 0, "l1", "movement_zone items/i1")
    assert [sorted(ring) for ring in found.where] == [[(550, 530), (550, 1080), (1450, 530), (1450, 1080)]]


def test_a_turned_thing_is_measured_along_its_own_front():
    slanting = item("washbasin", [2500, 2000], [600, 480, 180], 30, elevation=670)
    there = item("chest_of_drawers", [2500 - 470, 2000 + 814], [900, 450, 900], 30)
    [found] = said_by("movement_zone", room("bathroom", items={"i1": slanting, "i2": there}), "bathroom")
    assert found.value == pytest.approx(940 - 240 - 225, abs=1)


def test_walls_count_and_light_things_do_not():
    near_a_wall = item("washbasin", [1000, 3950 - 240 - 400], [600, 480, 180], elevation=670)
    [found] = said_by("movement_zone", room("bathroom", items={"i1": near_a_wall}), "bathroom")
    assert found.value == 400
    stool = item("stool", [1000, 900], [360, 360, 450])
    assert said_by("movement_zone", room("bathroom", items={"i1": BASIN, "i2": stool}), "bathroom") == []


def test_a_zone_wider_than_its_thing_may_lie_to_either_side():
    in_the_corner = BASIN | {"at": [350, 290]}
    beside = item("bathroom_cabinet", [1050, 650], [400, 1200, 1600], elevation=250)
    [found] = said_by("movement_zone", room("bathroom", items={"i1": in_the_corner, "i2": beside}), "bathroom")
    assert (found.value, found.wanted) == (800, 900)
    further = beside | {"at": [1150, 650]}
    assert said_by("movement_zone", room("bathroom", items={"i1": in_the_corner, "i2": further}), "bathroom") == []


def test_the_zone_of_a_source_that_no_pack_in_force_vouches_for_is_not_looked_at():
    assert said_by("movement_zone", room("bathroom", items={"i1": BASIN, "i2": in_front(100)}), "fit") == []


def test_before_a_bath_90_cm_of_its_length_are_enough():
    bath = item("bath", [900, 425], [1700, 750, 580])
    beside = item("wc", [380, 1180], [370, 660, 800], 270)
    further = item("wc", [700, 1180], [370, 660, 800], 270)
    found = [
        said_by("movement_zone", room("bathroom", items={"i1": bath, "i2": wc}), "bathroom") for wc in (beside, further)
    ]
    assert [[one.value for one in several if one.entities == ("items/i1",)] for several in found] == [[], [195]]


def test_an_armchair_may_stand_before_a_sofas_end_and_not_before_its_middle():
    sofa = item("sofa", [2500, 510], [2100, 920, 820])
    [at_the_end, amid] = [item("bookcase", [x, 1400], [600, 300, 1000]) for x in (1500, 2500)]
    assert said_by("movement_zone", room(items={"i1": sofa, "i2": at_the_end}), "living") == []
    assert [one.value for one in said_by("movement_zone", room(items={"i1": sofa, "i2": amid}), "living")] == [280]
