"""What a designer lets be stays in sight, with the reason."""

from tests.rooms.checks.saying import item, room, said_by

NARROW = {"o1": {"wall": "w3", "offset": 1000, "width": 800, "height": 2050, "kind": "door", "opens": "right"}}


def test_a_finding_that_a_designer_waives_is_told_with_the_reason_and_no_way_out():
    waivers = {"x1": {"finding": "door_width openings/o1", "reason": "ściana jest nośna"}}
    [found] = said_by("door_width", room(openings=NARROW, waivers=waivers), "pl_law")
    assert (found.waived, found.fix) == ("ściana jest nośna", None)


def test_another_finding_is_not_waived_by_it():
    waivers = {"x1": {"finding": "door_width openings/o9", "reason": "ściana jest nośna"}}
    [found] = said_by("door_width", room(openings=NARROW, waivers=waivers), "pl_law")
    assert found.waived is None
    assert found.fix


def test_a_cabinet_no_longer_there_leaves_its_waiver_without_effect():
    waivers = {"x1": {"finding": "in_wall items/i1", "reason": "wnęka"}}
    assert said_by("in_wall", room(waivers=waivers), "fit") == []
    assert said_by("in_wall", room(items={"i2": item("stool", [500, 500], [360, 360, 450])}, waivers=waivers)) == []
