"""Stairs: steps that fit a person's stride, wide enough to walk, and up to the next floor."""

import pytest

from rooms.kinds import KINDS
from tests.rooms.checks.saying import item, room, said_by

AT_THE_WALL = 50
STOREYS = {"l1": {"height": 2600}, "l2": {"elevation": 2850}}


def stairs(width=900, depth=3000, height=2200, kind="stairs", **fields):
    """With its back at the room's upper wall."""
    return {"i1": item(kind, [2500, AT_THE_WALL + depth // 2], [width, depth, height], **fields)}


@pytest.mark.parametrize(
    ("depth", "height", "values"),
    [(3000, 2200, []), (2400, 2200, [567]), (3800, 2200, [683]), (800, 430, [215])],
)
def test_two_risers_and_a_going_make_a_stride(depth, height, values):
    """2,200 mm are climbed by 12 risers of 183 mm, 430 mm by two."""
    found = said_by("stairs_step", room(items=stairs(depth=depth, height=height)), "pl_law")
    assert [finding.value for finding in found] == values


def test_steps_become_deeper_away_from_the_wall():
    [found] = said_by("stairs_step", room(items=stairs(depth=2400)), "pl_law")
    assert found.fix is not None
    size, at = found.fix.set["items/i1"]["size"], found.fix.set["items/i1"]["at"]
    assert size[1] / 12 + 2 * 2200 / 12 >= 600
    assert at[1] - size[1] / 2 == AT_THE_WALL


@pytest.mark.parametrize(("width", "values"), [(900, []), (800, [728])])
def test_a_flight_is_wide_enough_between_its_strings(width, values):
    found = said_by("stairs_width", room(items=stairs(width=width)), "pl_law")
    assert [finding.value for finding in found] == values
    assert all(finding.fix and finding.fix.set["items/i1"]["size"][0] == 880 for finding in found)


@pytest.mark.parametrize(("height", "values"), [(2850, []), (2700, [150]), (3000, [150])])
def test_stairs_end_at_the_floor_above(height, values):
    found = said_by("stairs_reach", room(items=stairs(depth=3700, height=height), levels=STOREYS), "fit")
    assert [finding.value for finding in found] == values
    assert all(finding.fix and finding.fix.set["items/i1"]["size"][2] == 2850 for finding in found)


def test_stairs_may_end_anywhere_where_no_storey_is_above():
    assert not said_by("stairs_reach", room(items=stairs()), "fit")


def test_stairs_go_through_the_ceiling():
    assert not said_by("fits_height", room(items=stairs(depth=3700, height=2850)), "fit")


@pytest.mark.parametrize("kind", ["stairs", "winding_stairs", "spiral_stairs"])
def test_a_kinds_usual_size_is_one_to_walk(kind):
    width, depth, height = KINDS[kind].size
    plan = room(items={"i1": item(kind, [2500, 2100], [width, depth, height])})
    assert not [said for name in ("stairs_step", "stairs_width") for said in said_by(name, plan, "pl_law")]


def upstairs(**fields):
    """Rooms over the same walls, the floor at 2,850 mm."""
    plan = room()
    walls = {f"{id_}0": {"level": "l2", "a": wall.a, "b": wall.b, "thickness": 100} for id_, wall in plan.walls.items()}
    below = {id_: {"level": "l1", "a": wall.a, "b": wall.b, "thickness": 100} for id_, wall in plan.walls.items()}
    return {"levels": STOREYS, "walls": below | walls} | fields


@pytest.mark.parametrize(
    ("upper", "values"),
    [
        ({}, []),
        (
            {"slopes": {"s1": {"level": "l2", "a": [5000, 50], "b": [0, 50], "knee": 1000, "angle_mdeg": 45_000}}},
            [1116],
        ),
        (
            {
                "solids": {
                    "c1": {"level": "l1", "kind": "bulkhead", "at": [2500, 3000], "size": [2000, 600], "z_from": 2200}
                }
            },
            [1309],
        ),
    ],
)
def test_a_flight_has_headroom_under_the_storey_above(upper, values):
    """3,700 mm deep in 16 steps of 178 mm; the last is 116 mm from the wall at its back."""
    plan = room(items=stairs(depth=3700, height=2850), **upstairs(**upper))
    assert [finding.value for finding in said_by("stairs_headroom", plan, "fit")] == values


def test_a_wall_over_a_flight_takes_its_headroom():
    """It stands on the ceiling at 2,600 mm, over the ninth step at 1,603 mm."""
    walls = upstairs()
    walls["walls"] |= {"w9": {"level": "l2", "a": [0, 1850], "b": [5000, 1850], "thickness": 200}}
    found = said_by("stairs_headroom", room(items=stairs(depth=3700, height=2850), **walls), "fit")
    assert [finding.value for finding in found] == [997]


def test_stairs_to_a_storey_that_is_not_drawn_yet_have_headroom():
    assert not said_by("stairs_headroom", room(items=stairs(depth=3700, height=2850), levels=STOREYS), "fit")
