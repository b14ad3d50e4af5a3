"""Plans of the blueprint3d family: corners in their unit, items in centimetres, rooms by their corners."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from rooms.exchange import Imported, read
from rooms.outline import find_rooms
from rooms.plan import Plan

CORNERS = {"a": (0, 0), "b": (0, 5), "c": (5, 5), "d": (5, 0)}
Import = Callable[..., Imported]


def reasons(imported: Imported) -> set[tuple[str, str]]:
    return {(note.place, note.reason) for note in imported.report.notes}


@pytest.fixture
def imported() -> Import:
    """(items, floor plan's fields) → the import of a room of 5 × 5 m between centre lines, walls 20 cm thick."""

    def build(*items: Any, **fields: Any) -> Imported:
        corners = {name: {"x": x, "y": y, "elevation": 2.5} for name, (x, y) in CORNERS.items()}
        walls = [{"corner1": one, "corner2": other, "thickness": 0.2} for one, other in ("ab", "bc", "cd", "da")]
        floorplan = {"corners": corners, "walls": walls, "rooms": {"a,b,c,d": {"name": "Kuchnia"}}, "units": "m"}
        return read("plan.json", json.dumps({"floorplan": floorplan | fields, "items": items}).encode())

    return build


def item(**fields: Any) -> dict[str, Any]:
    return {"itemName": "Sofa", "itemType": 1, "position": [250, 40, 250], "size": [200, 80, 90]} | fields


def test_walls_become_the_room_that_they_enclose(imported: Import) -> None:
    (room,) = find_rooms(Plan.read(imported().document)).rooms
    assert (room.area_mm2, room.name, room.use) == (4800 * 4800, "Kuchnia", "kitchen")


def test_a_plan_of_the_older_head_is_read_too() -> None:
    floorplan = {
        "corners": {"a": {"x": 0, "y": 0}, "b": {"x": 250, "y": 0}},
        "walls": [{"corner1": "a", "corner2": "b"}],
    }
    plan = Plan.read(read("x", json.dumps({"floorplanner": floorplan}).encode()).document)
    assert [(wall.b, wall.thickness) for wall in plan.walls.values()] == [((2500, 0), 100)]


def test_an_item_keeps_place_size_and_turn(imported: Import) -> None:
    plan = Plan.read(imported(item(rotation=[0, 1.5707963, 0])).document)
    (one,) = plan.items.values()
    assert (one.kind, one.at, one.size, one.turn_mdeg) == ("sofa", (2500, 2500), (2000, 900, 800), 270_000)


def test_a_window_stands_in_its_wall(imported: Import) -> None:
    window = item(itemName="Window", itemType=3, position=[200, 150, 0], size=[120, 100, 20])
    (one,) = Plan.read(imported(window).document).openings.values()
    assert (one.from_, one.offset, one.sill, one.kind) == ("b", 1400, 1000, "window")


def test_a_curved_wall_becomes_an_arc_and_is_told(imported: Import) -> None:
    curved = {
        "corner1": "a",
        "corner2": "b",
        "wallType": "CURVED",
        "a": {"x": -80, "y": 100},
        "b": {"x": -80, "y": 400},
    }
    home = imported(walls=[curved])
    assert [wall.bulge for wall in Plan.read(home.document).walls.values()] == [600]
    assert ("walls/1", "arc_of_a_curve") in reasons(home)


@pytest.mark.parametrize(
    "fields",
    [
        {"walls": [None, 5, {}, {"corner1": "a"}, {"corner1": "a", "corner2": "a"}, {"corner1": [], "corner2": {}}]},
        {"corners": {"a": None, "b": {"x": "1", "y": True}, "c": {"x": 1e308, "y": 0}}},
        {"rooms": {"": None, "a,b": {}, "a,b,c": {"name": 5}}},
        {"rooms": [], "units": ["m"], "walls": [{"corner1": "a", "corner2": "b", "wallType": "CURVED", "a": 1}]},
    ],
)
def test_a_messy_floor_plan_is_imported_as_far_as_it_can_be_read(imported: Import, fields: dict[str, Any]) -> None:
    Plan.read(imported(**fields).document)


@pytest.mark.parametrize(
    "broken", [None, 5, [], "sofa", item(size=None), item(position=[1]), item(rotation=["x", "y"])]
)
def test_a_broken_item_stays_behind(imported: Import, broken: Any) -> None:
    home = imported(broken)
    assert not home.document["items"]
    assert reasons(home) == {("items/1", "not_a_number")}
