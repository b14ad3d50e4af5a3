"""Rooms are the hollows between the walls' solids, on the cases that the browser must answer in the same way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shapely import LineString, Polygon, get_parts, union_all

from rooms.bench import grid_plan
from rooms.outline import Found, find_rooms, is_in
from rooms.plan import Plan

CASES = {
    file.stem: json.loads(file.read_text("utf-8"))
    for file in (Path(__file__).parents[2] / "cases/outline").glob("*.json")
}


def with_walls(field: str) -> set[str]:
    """The cases some of whose walls have that field."""
    return {name for name, case in CASES.items() if any(wall.get(field) for wall in case["plan"]["walls"].values())}


CURVED, TAPERED = with_walls("bulge"), with_walls("thickness_b")
WITH_COLUMNS = {name for name, case in CASES.items() if case["plan"].get("solids")}

NESTED = {"nested_box", "nested_three_deep", "acute_corners_outwards"}


def found(name: str) -> Found:
    return find_rooms(Plan.read(CASES[name]["plan"]))


def told(found: Found) -> list[dict[str, Any]]:
    return [
        {
            "level": room.level,
            "label": room.label,
            "name": room.name,
            "use": room.use,
            "area_mm2": room.area_mm2,
            "perimeter_mm": room.perimeter_mm,
            "polygon": [list(corner) for corner in room.polygon],
            "holes": [[list(corner) for corner in hole] for hole in room.holes],
            "boundary": [[edge.wall, edge.side, edge.from_mm, edge.to_mm] for edge in room.boundary],
        }
        for room in found.rooms
    ]


def close(value: Any, wanted: Any) -> bool:
    """Equal, numbers within a hundredth of a millimetre; whole numbers exactly."""
    if isinstance(wanted, dict):
        return value.keys() == wanted.keys() and all(close(value[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list):
        return len(value) == len(wanted) and all(close(one, other) for one, other in zip(value, wanted, strict=True))
    return abs(value - wanted) <= 0.01 if isinstance(value, float) else value == wanted


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_plan_has_the_rooms_of_its_case(name: str) -> None:
    assert close(told(found(name)), CASES[name]["found"]["rooms"])


@pytest.mark.parametrize("name", sorted(CASES))
def test_a_plan_has_the_loose_entities_of_its_case(name: str) -> None:
    assert [[loose.collection, loose.id, loose.reason] for loose in found(name).loose] == CASES[name]["found"]["loose"]


@pytest.mark.parametrize(
    ("name", "areas_m2"),
    [
        ("crossing_walls", [8.41, 8.41, 8.41, 8.41]),
        ("nested_box", [30.40, 3.61]),
        ("nested_three_deep", [8.9**2 - 5.1**2, 4.9**2 - 2.1**2, 3.61]),
        ("small_gap", [34.81]),
        ("wide_gap", []),
        ("shaft", [0.25]),
        ("crack", [34.81]),
        ("dangling_wall", [34.61]),
        ("tee", [17.11, 17.11]),
        ("tee_short_of_the_wall", [17.11, 17.11]),
        ("coincident_walls", [34.81]),
        ("duplicate_walls", [34.81]),
        ("wall_of_no_length", [34.81]),
        ("two_levels", [34.81, 15.21]),
        ("l_shape", [5.9 * 2.9 + 2.9 * 3.0]),
        ("pillar", [34.81 - 0.6 * 0.3]),
    ],
)
def test_areas_are_those_worked_out_by_hand(name: str, areas_m2: list[float]) -> None:
    assert [room.area_mm2 / 1e6 for room in found(name).rooms] == pytest.approx(areas_m2, abs=1e-9)


@pytest.mark.parametrize("name", sorted(CASES.keys() - CURVED - TAPERED - WITH_COLUMNS - NESTED - {"crack"}))
def test_areas_are_those_of_the_holes_in_plain_strips(name: str) -> None:
    plan = Plan(CASES[name]["plan"])
    expected = sorted(area for level in plan.levels for area in areas_between_strips(plan, level))
    # where walls meet at a slant, a strip's square end pokes a few mm² into the room beyond
    assert sorted(room.area_mm2 for room in found(name).rooms) == pytest.approx(expected, abs=10)


def areas_between_strips(plan: Plan, level: str) -> list[float]:
    walls = [wall for wall in plan.walls.values() if wall.level == level and wall.a != wall.b]
    strips = [LineString([wall.a, wall.b]).buffer(wall.thickness / 2, cap_style="square") for wall in walls]
    solids = get_parts(union_all(strips))
    holes = [Polygon(ring) for solid in solids for ring in solid.interiors]
    return [hole.area - sum(solid.area for solid in solids if hole.contains(solid)) for hole in holes]


def test_a_round_room_is_as_large_as_its_circle_but_for_its_facets() -> None:
    (room,) = found("round_room").rooms
    assert room.area_mm2 / 1e6 == pytest.approx(3.14159265 * 1.95**2, rel=5e-4)


def test_columns_and_shafts_are_not_of_the_floor() -> None:
    (room,) = found("columns").rooms
    round_ones = 3.14159265 * (200**2 + 250**2 / 2)
    by_hand = 5000 * 4000 - 500 * 500 - 301 * 200 - 200 * 300 - round_ones
    assert room.area_mm2 == pytest.approx(by_hand, abs=800 + 0.5 * 3.2 * (400 + 250))


def test_every_stretch_of_boundary_begins_where_the_one_before_it_ends() -> None:
    (room,) = found("dangling_wall").rooms
    ends = [edge.points[-1] for edge in room.boundary]
    assert [edge.points[0] for edge in room.boundary] == [ends[-1], *ends[:-1]]


def test_a_point_in_a_free_standing_wall_is_not_in_the_room() -> None:
    (room,) = found("pillar").rooms
    assert [is_in(room, point) for point in ((1000, 1000), (3000, 3000), (7000, 1000))] == [True, False, False]


@pytest.mark.parametrize("name", ["slanted_flat", *sorted(TAPERED)])
def test_a_wall_drawn_the_other_way_round_bounds_the_same_rooms(name: str) -> None:
    document = json.loads(json.dumps(CASES[name]["plan"]))
    for wall in document["walls"].values():
        wall["a"], wall["b"] = wall["b"], wall["a"]
        wall["thickness"], wall["thickness_b"] = wall.get("thickness_b", wall["thickness"]), wall["thickness"]
    assert [r.area_mm2 for r in find_rooms(Plan(document)).rooms] == [r.area_mm2 for r in found(name).rooms]


def test_no_walls_enclose_no_rooms() -> None:
    assert find_rooms(Plan.empty()).rooms == ()


@pytest.mark.parametrize(("walls", "rooms"), [(12, 4), (60, 25), (480, 225)])
def test_a_grid_of_walls_has_a_room_in_each_of_its_cells(walls: int, rooms: int) -> None:
    areas = [room.area_mm2 for room in find_rooms(Plan.read(grid_plan(walls))).rooms]
    assert areas == [2880 * 2880] * rooms
