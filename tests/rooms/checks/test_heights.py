"""Heights: of rooms, under slopes, of things, of basins."""

import pytest

from tests.rooms.checks.saying import item, room, said_by

SLOPE = {"s1": {"level": "l1", "a": [5000, 50], "b": [0, 50], "knee": 1000, "angle_mdeg": 45000}}
"""From 1 m over the wall above it rises one for one into the room."""


@pytest.mark.parametrize(
    ("use", "height", "values"),
    [
        ("living", 2400, [2400]),
        ("living", 2500, []),
        ("bathroom", 2200, []),
        ("bathroom", 2100, [2100]),
        ("hall", 2100, []),
    ],
)
def test_rooms_are_as_high_as_their_use_wants(use, height, values):
    found = said_by("room_height", room(use, levels={"l1": {"height": height}}), "pl_law")
    assert [(finding.value, finding.entities) for finding in found] == [(value, ("rooms/r1",)) for value in values]


@pytest.mark.parametrize(("y", "values"), [(290, [1755]), (600, [])])
def test_before_a_basin_one_stands_upright_under_a_slope(y, values):
    """In the middle of its zone, 515 mm from the basin's own."""
    basin = item("washbasin", [1000, y], [600, 480, 180], elevation=670)
    found = said_by("headroom", room("bathroom", items={"i1": basin}, slopes=SLOPE), "pl_law")
    assert [finding.value for finding in found] == values


def test_a_wardrobe_under_a_slope_is_too_high_where_it_is_lowest():
    [found] = said_by(
        "fits_height", room(items={"i1": item("wardrobe", [1000, 850], [1000, 600, 2200])}, slopes=SLOPE), "fit"
    )
    assert found.value == 2200 - 1500
    assert found.fix is not None
    assert found.fix.set == {"items/i1": {"size": [1000, 600, 1500]}}


def test_a_dormer_makes_room_for_a_wardrobe_and_for_a_window_from_cheek_to_cheek() -> None:
    wardrobe, window = item("wardrobe", [1000, 850], [1000, 600, 2200]), {"wall": "w1", "offset": 400, "width": 1200}
    over = {"slopes": SLOPE, "dormers": {"m1": {"slope": "s1", "offset": 3400, "width": 1200, "height": 2300}}}
    attic = room(
        items={"i1": wardrobe}, openings={"o9": window | {"sill": 900, "kind": "window", "height": 1200}}, **over
    )
    assert said_by("fits_height", attic, "fit") == said_by("opening_under_slope", attic, "fit") == []


@pytest.mark.parametrize(("high", "values"), [(2600, []), (2700, [100])])
def test_a_wardrobe_fits_under_the_ceiling(high, values):
    found = said_by("fits_height", room(items={"i1": item("wardrobe", [1000, 350], [1000, 600, high])}), "fit")
    assert [finding.value for finding in found] == values


@pytest.mark.parametrize(("elevation", "values"), [(670, []), (500, [680]), (800, [980])])
def test_a_basins_rim_is_where_people_wash(elevation, values):
    basin = item("washbasin", [1000, 290], [600, 480, 180], elevation=elevation)
    found = said_by("basin_height", room("bathroom", items={"i1": basin}), "bathroom")
    assert [finding.value for finding in found] == values
    assert all(finding.fix and 620 <= finding.fix.set["items/i1"]["elevation"] <= 720 for finding in found)


@pytest.mark.parametrize(("depth", "values"), [(600, [200]), (50, [])])
def test_a_wardrobe_does_not_go_under_a_lowered_ceiling(depth, values):
    bulkhead = {"level": "l1", "kind": "bulkhead", "at": [1000, 50 + depth // 2], "size": [3000, depth], "z_from": 2000}
    wardrobe = item("wardrobe", [1000, 410], [1000, 600, 2200])
    found = said_by("fits_height", room(items={"i1": wardrobe}, solids={"c1": bulkhead}), "fit")
    assert [finding.value for finding in found] == values


@pytest.mark.parametrize(("sill", "height", "values"), [(0, 900, []), (300, 1200, [500]), (900, 1200, [1100])])
def test_a_window_does_not_reach_through_a_slope(sill, height, values):
    """The knee wall of the wall above is 1 m high."""
    window = {"wall": "w1", "offset": 1000, "width": 1200, "sill": sill, "height": height, "kind": "window"}
    found = said_by("opening_under_slope", room(openings={"o9": window}, slopes=SLOPE), "fit")
    assert [finding.value for finding in found] == values
    assert all(finding.fix is None or "openings/o9" in finding.fix.set for finding in found)
