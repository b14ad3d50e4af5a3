"""Doors: wide and high enough, outwards from bathrooms, clear of one another."""

import pytest

from tests.rooms.checks.saying import room, said_by

DOOR = {"wall": "w3", "offset": 1000, "width": 900, "height": 2050, "kind": "door", "opens": "right"}
"""Into the room, hung at x = 3950."""
BESIDE = {"wall": "w2", "from": "b", "offset": 100, "width": 900, "height": 2050, "kind": "door", "opens": "right"}
"""In the wall on the right, near the same corner."""


@pytest.mark.parametrize(("width", "values"), [(800, [700]), (894, [794]), (895, []), (900, [])])
def test_a_door_is_as_wide_as_between_its_posts(width, values):
    found = said_by("door_width", room(openings={"o1": DOOR | {"width": width}}), "pl_law")
    assert [finding.value for finding in found] == values


def test_law_that_nobody_has_verified_is_advice_with_a_note():
    [found] = said_by("door_width", room(openings={"o1": DOOR | {"width": 800}}), "pl_law")
    assert (found.severity, found.source.verified) == ("guideline", None)
    assert found.source.note is not None
    assert found.source.is_open_law


def test_the_way_out_widens_the_door_to_both_sides():
    [found] = said_by("door_width", room(openings={"o1": DOOR | {"width": 800}}), "pl_law")
    assert found.fix is not None
    assert found.fix.set == {"openings/o1": {"width": 900, "offset": 950}}


def test_a_store_may_have_a_narrow_door():
    assert said_by("door_width", room("storage", openings={"o1": DOOR | {"width": 700}}), "pl_law") == []


@pytest.mark.parametrize(("height", "values"), [(2000, [1950]), (2050, [])])
def test_a_door_is_as_high_as_under_its_frame(height, values):
    found = said_by("door_height", room(openings={"o1": DOOR | {"height": height}}), "pl_law")
    assert [finding.value for finding in found] == values
    assert all(finding.fix and finding.fix.set == {"openings/o1": {"height": 2050}} for finding in found)


@pytest.mark.parametrize(
    ("use", "door", "count"),
    [
        ("bathroom", {}, 1),
        ("bathroom", {"opens": "left"}, 0),
        ("bathroom", {"kind": "sliding_door"}, 0),
        ("living", {}, 0),
    ],
)
def test_a_bathrooms_door_opens_outwards(use, door, count):
    found = said_by("bathroom_door", room(use, openings={"o1": DOOR | door}), "pl_law")
    assert len(found) == count
    assert all(finding.fix and finding.fix.set["openings/o1"]["opens"] == "left" for finding in found)


def test_two_doors_whose_arcs_overlap_may_strike_one_another():
    near = said_by("doors_meet", room(openings={"o1": DOOR | {"offset": 100}, "o3": BESIDE}), "fit")
    far = said_by("doors_meet", room(openings={"o1": DOOR | {"offset": 2500}, "o3": BESIDE}), "fit")
    assert ([finding.entities for finding in near], far) == ([("openings/o1", "openings/o3")], [])
    assert near[0].fix is not None
