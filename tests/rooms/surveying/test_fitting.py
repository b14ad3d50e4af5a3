"""A drawn room takes the measured corners, whatever its shape; a new one is drawn around them."""

from __future__ import annotations

from itertools import count, pairwise
from math import dist

import pytest

from rooms.entities import Point
from rooms.outline import Room, find_rooms
from rooms.plan import Plan
from rooms.surveying.fitting import Changes, begun, fitted
from rooms.surveying.runs import Run, runs_of
from rooms.surveying.shapes import SHAPES, corners_of
from tests.rooms.rectangle import rectangle


def drawn(corners: list[Point]) -> Plan:
    numbers = count(1)
    made = begun(corners, level="l1", label="r1", wall_id=lambda: f"w{next(numbers)}", at=(0, 0))
    return with_changes(Plan.read({"version": 1, "levels": {"l1": {}}}), made)


def with_changes(plan: Plan, changes: Changes) -> Plan:
    document = {name: dict(held) if isinstance(held, dict) else held for name, held in plan.document.items()}
    for path, fields in changes.items():
        collection, id_ = path.split("/")
        document[collection] = {
            **document.get(collection, {}),
            id_: {**document.get(collection, {}).get(id_, {}), **fields},
        }
    return Plan.read(document)


def room(plan: Plan) -> Room:
    return find_rooms(plan).rooms[0]


def runs(plan: Plan) -> tuple[Run, ...]:
    found = runs_of(room(plan))
    assert found is not None
    return found


def lengths(plan: Plan) -> list[int]:
    return [round(dist(run.start, run.end)) for run in runs(plan)]


def corners(shape: str) -> list[Point]:
    return [(round(x), round(y)) for x, y in corners_of(SHAPES[shape])]


def wider(ring: list[Point]) -> list[Point]:
    """As if it had been measured: every distance across and along another one."""
    return [(x * 3 // 4 + 137, y * 5 // 4 - 60) for x, y in ring]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_room_is_drawn_around_its_inner_corners(shape: str) -> None:
    ring = corners(shape)
    assert sorted(lengths(drawn(ring))) == sorted(round(dist(a, b)) for a, b in pairwise([*ring, ring[0]]))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_drawn_room_takes_the_measured_sizes(shape: str) -> None:
    plan = drawn(corners(shape))
    now = [(round(run.start[0]), round(run.start[1])) for run in runs(plan)]
    wanted = wider([(x - now[0][0], y - now[0][1]) for x, y in now])
    changes = fitted(plan, room(plan), [(x - wanted[0][0], y - wanted[0][1]) for x, y in wanted])
    assert changes is not None
    told = [round(dist(one, other)) for one, other in pairwise([*wanted, wanted[0]])]
    assert sorted(lengths(with_changes(plan, changes))) == sorted(told)


def test_crooked_corners_are_drawn_crooked() -> None:
    plan = rectangle(openings={})
    ring = [(0, 0), (4890, 160), (4700, 3950), (-90, 3800)]
    changes = fitted(plan, room(plan), ring, keeps_corners=False)
    assert changes is not None
    made = lengths(with_changes(plan, changes))
    assert made == pytest.approx([dist(one, other) for one, other in pairwise([*ring, ring[0]])], abs=2)


def test_walls_that_other_rooms_share_are_not_turned() -> None:
    plan = rectangle(openings={})
    partition = {"w5": {"level": "l1", "a": [3000, 0], "b": [3000, 4000], "thickness": 100}}
    shared = Plan.read({**plan.document, "walls": {**plan.document["walls"], **partition}})
    assert fitted(shared, room(shared), [(0, 0), (2890, 160), (2700, 3950), (-90, 3800)], keeps_corners=False) is None


def test_two_walls_in_one_line_are_one_run() -> None:
    plan = rectangle(openings={})
    walls = {
        **plan.document["walls"],
        "w1": {"level": "l1", "a": [0, 0], "b": [2000, 0], "thickness": 100},
        "w5": {"level": "l1", "a": [2000, 0], "b": [5000, 0], "thickness": 100},
    }
    split = Plan.read({**plan.document, "walls": walls})
    assert [run.name for run in runs(split)] == ["A+B", "C", "D", "E"]


def test_a_jog_too_short_for_a_letter_is_named_by_its_neighbours() -> None:
    ring = [(0, 0), (3000, 0), (3000, 200), (4000, 200), (4000, 3000), (0, 3000)]
    assert [run.name for run in runs(drawn(ring))] == ["A", "A/B", "B", "C", "D", "E"]


def test_a_curved_wall_is_left_to_the_plan() -> None:
    plan = rectangle(openings={})
    walls = {**plan.document["walls"], "w1": {**plan.document["walls"]["w1"], "bulge": 400}}
    assert runs_of(room(Plan.read({**plan.document, "walls": walls}))) is None
