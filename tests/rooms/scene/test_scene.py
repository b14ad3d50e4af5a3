"""A scene tells true: walls have their holes, surfaces face outwards and close, paint lies where it was put."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rooms.pictures.solids import opening_solids
from rooms.plan import Plan
from rooms.scene import Scene, describe

TESTS = Path(__file__).parents[2]
TWIN = Path(__file__).with_name("scene_twin.mjs")
PAINTS = {"sage": "#a7b59e", "oak": "#c7a57c"}
CASES = {file.stem: json.loads(file.read_text("utf-8")) for file in (TESTS / "cases/scene").glob("*.json")}
SHAPES = {
    f"{area} {file.stem}": json.loads(file.read_text("utf-8"))["plan"]
    for area in ("outline", "surfaces")
    for file in sorted((TESTS / f"cases/{area}").glob("*.json"))
}
STARTS = {
    f"start {file.stem}": json.loads(file.read_text("utf-8"))["plan"]
    for file in sorted((TESTS.parent / "configurator/start/rooms").glob("*.json"))
}
PLANS = SHAPES | STARTS | {name: case["plan"] for name, case in CASES.items()}
ROOM = CASES["room"]["plan"]


def scene_of(plan: dict[str, Any], **changes: Any) -> Scene:
    """The scene of a plan with some of its collections changed: `walls={"w1": {"height": 1000}}`."""
    changed = plan | {
        name: plan[name] | {id_: plan[name].get(id_, {}) | fields for id_, fields in entities.items()}
        for name, entities in changes.items()
    }
    return describe(Plan.read(changed), None, PAINTS.get)


def surfaces(scene: Scene, **wanted: Any) -> list[dict[str, Any]]:
    return [surface for surface in scene["surfaces"] if wanted.items() <= surface.items()]


def corners(polygon: list[float]) -> np.ndarray:
    return np.array(polygon, np.float64).reshape(-1, 3)


def fan(polygon: list[float]) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    spots = corners(polygon)
    for place in range(1, len(spots) - 1):
        yield spots[0], spots[place], spots[place + 1]


def area_m2(surface: dict[str, Any]) -> float:
    return (
        sum(np.linalg.norm(np.cross(b - a, c - a)) / 2 for polygon in surface["polygons"] for a, b, c in fan(polygon))
        / 1e6
    )


def outward(surface: dict[str, Any]) -> np.ndarray:
    a, b, c = next(fan(surface["polygons"][0]))
    normal = np.cross(c - a, b - a)
    return normal / np.linalg.norm(normal)


@pytest.fixture(scope="module")
def browsers_scenes() -> list[Scene]:
    asked = json.dumps({"plans": list(PLANS.values()), "paints": PAINTS})
    told = subprocess.run(
        ["node", "--no-warnings", str(TWIN)], input=asked, capture_output=True, check=True, text=True, cwd=TWIN.parent
    )
    return json.loads(told.stdout)


def test_the_browser_describes_every_plan_as_the_server_does(browsers_scenes):
    for (name, plan), theirs in zip(PLANS.items(), browsers_scenes, strict=True):
        assert json.loads(json.dumps(scene_of(plan))) == theirs, name


@pytest.mark.parametrize("name", CASES)
def test_the_scene_is_as_it_was(name):
    assert json.loads(json.dumps(scene_of(CASES[name]["plan"]))) == CASES[name]["scene"]


def test_a_walls_face_has_the_holes_of_its_openings():
    face = surfaces(scene_of(ROOM), of="face", wall="w1")
    assert sum(map(area_m2, face)) == pytest.approx(3.88 * 2.6 - 1.2 * 1.4, abs=1e-3)


def test_bands_cover_the_face_from_the_floor_to_its_top():
    tiled, bare = surfaces(scene_of(ROOM), of="face", wall="w2")
    assert (tiled["tile"]["pattern"], tiled["colour"], bare["tile"]) == ("half", "#e9ede8", None)
    assert max(tiled["polygons"][0][2::3]) == min(bare["polygons"][0][2::3]) == 1200


def test_a_paint_that_nobody_knows_leaves_the_wall_bare_but_keeps_its_code():
    scene = scene_of(ROOM, finishes={"f1": {"paint": "lost"}})
    (face,) = surfaces(scene, of="face", wall="w1")
    assert (face["paint"], face["colour"]) == ("lost", surfaces(scene, of="face", wall="w3")[0]["colour"])


def test_the_ceiling_goes_over_the_walls_that_end_below_it():
    low = {"level": "l1", "a": [1000, 800], "b": [2500, 800], "thickness": 100, "height": 1000}
    without, scene = scene_of(ROOM), scene_of(ROOM, walls={"w9": low})
    over, floor = (sum(area_m2(one) for one in surfaces(scene, of=name, opening=None)) for name in ("ceiling", "floor"))
    assert over == pytest.approx(sum(area_m2(one) for one in surfaces(without, of="ceiling")))
    assert floor == pytest.approx(over - 0.1 * 1.6)


@pytest.mark.parametrize(
    ("wanted", "direction"),
    [
        ({"of": "face", "wall": "w1"}, (0, 1, 0)),
        ({"of": "face", "wall": "w3"}, (0, -1, 0)),
        ({"of": "outer", "wall": "w1", "side": "left"}, (0, -1, 0)),
        ({"of": "floor", "opening": None}, (0, 0, 1)),
        ({"of": "ceiling"}, (0, 0, -1)),
        ({"of": "top", "wall": "w2"}, (0, 0, 1)),
        ({"of": "bulkhead", "finish": "f8"}, (0, 0, -1)),
        ({"of": "bulkhead", "finish": "f9"}, (0, -1, 0)),
    ],
)
def test_surfaces_face_the_one_who_sees_them(wanted, direction):
    hangs = {"c9": {"level": "l1", "kind": "bulkhead", "at": [2000, 1500], "size": [600, 400], "z_from": 2200}}
    worn = {"f8": {"wall": "c9", "face": "underside"}, "f9": {"wall": "c9", "face": "sides"}}
    scene = scene_of(
        ROOM | {"solids": {}}, solids=hangs, finishes={id_: {"paint": "oak"} | of for id_, of in worn.items()}
    )
    assert outward(surfaces(scene, **wanted)[0]).tolist() == pytest.approx(direction)


@pytest.mark.parametrize("name", STARTS)
def test_a_room_is_closed_all_round(name):
    """The areas of a closed shell, each along its normal, sum to nothing; openings count as closed."""
    scene = scene_of(STARTS[name])
    (room,) = scene["rooms"]
    area = sum(area_m2(surface) for surface in surfaces(scene, of="floor", opening=None))
    assert area == pytest.approx(room["area_mm2"] / 1e6, rel=1e-6)
    towards = sum(
        (
            outward(surface) * area_m2(surface)
            for surface in scene["surfaces"]
            if surface["of"] in ("face", "floor", "ceiling") and not surface["opening"]
        ),
        np.zeros(3),
    )
    holes = sum(
        (np.array(_inwards(opening)) * opening["width"] * opening["height"] / 1e6 for opening in scene["openings"]),
        np.zeros(3),
    )
    assert (towards + holes).tolist() == pytest.approx([0, 0, 0], abs=1e-3)


def _inwards(opening: dict[str, Any]) -> tuple[float, float, float]:
    turn = np.radians(opening["turn_mdeg"] / 1000)
    return (-np.sin(turn) * opening["inside"], np.cos(turn) * opening["inside"], 0.0)


def test_a_doorway_has_a_floor_and_a_window_a_sill():
    scene = scene_of(ROOM)
    (floor,) = surfaces(scene, of="floor", opening="o2")
    assert (floor["paint"], area_m2(floor)) == ("oak", pytest.approx(0.9 * 0.12))
    (reveal,) = surfaces(scene, of="reveal", opening="o1")
    assert sorted(tuple(np.round(outward(surfaces_of), 6)) for surfaces_of in _each(reveal)) == [
        (-1, 0, 0), (0, 0, -1), (0, 0, 1), (1, 0, 0),
    ]  # fmt: skip


def _each(surface: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"polygons": [polygon]} for polygon in surface["polygons"]]


@pytest.mark.parametrize(
    ("hinge", "opens", "pivot", "swing"),
    [
        ("left", "right", -405, 90_000),
        ("right", "right", 405, -90_000),
        ("left", "left", 405, 90_000),
        ("right", "left", -405, -90_000),
    ],
)
def test_a_leaf_hangs_on_the_left_of_the_one_it_opens_to_when_its_hinge_is_left(hinge, opens, pivot, swing):
    scene = scene_of(ROOM, openings={"o2": {"hinge": hinge, "opens": opens}})
    (leaf,) = next(opening for opening in scene["openings"] if opening["id"] == "o2")["leaves"]
    assert (leaf["pivot"][0], leaf["swing_mdeg"]) == (pivot, swing)


@pytest.mark.parametrize("opens", ["left", "right"])
def test_an_open_leaf_stands_on_the_side_that_it_opens_to(opens):
    scene = scene_of(ROOM, openings={"o2": {"opens": opens}})
    door = next(opening for opening in scene["openings"] if opening["id"] == "o2")
    leaf = next(opening_solids(door | {"boxes": []}, 1.0))
    beyond = leaf.positions[:, 1].mean() - door["at"][1]
    assert (beyond < 0) == (opens == "right")  # w3 runs leftwards, so its right is up the page


def test_a_window_gives_its_room_light_from_outside():
    (light,) = scene_of(ROOM)["lights"]
    assert (light["opening"], light["room"], light["towards_mdeg"], light["area_mm2"]) == ("o1", 0, 90_000, 1_680_000)


def test_a_thing_on_the_wall_knows_which():
    hung = {item["id"]: item["hung"] for item in scene_of(ROOM)["items"]}
    assert hung == {"i1": None, "i2": "w4"}


def test_a_thing_in_mid_air_hangs_on_nothing():
    scene = scene_of(ROOM, items={"i2": {"at": [1500, 1500]}})
    assert [item["hung"] for item in scene["items"]] == [None, None]


@pytest.mark.parametrize(("offset", "height"), [(2000, 1200), (1000, 1200), (200, 800), (50, 650)])
def test_a_window_goes_only_as_high_as_the_slope_leaves_room(offset: int, height: int) -> None:
    """It is measured from 100 mm beside the slope's line, where it is 1 m high, and rises one for one."""
    case = CASES["attic"]["plan"]
    slopes = {"s1": {"level": "l1", "a": [5000, 150], "b": [0, 150], "knee": 1000, "angle_mdeg": 45_000}}
    window = {
        "wall": "w4",
        "from": "b",
        "offset": offset + 150,
        "width": 800,
        "height": 1200,
        "sill": 400,
        "kind": "window",
    }
    scene = describe(Plan.read(case | {"slopes": slopes, "openings": {"o1": window}}), None, PAINTS.get)
    assert [one["height"] for one in scene["openings"]] == [height]


def test_walls_under_a_slope_end_at_it_and_the_ceiling_comes_down_to_the_knee():
    scene = scene_of(CASES["attic"]["plan"])
    knee = 2800 + 1000
    assert {
        z for surface in surfaces(scene, of="face", wall="w1") for polygon in surface["polygons"] for z in polygon[2::3]
    } == {2800, knee}
    ceiling = np.concatenate(
        [corners(polygon) for surface in surfaces(scene, of="ceiling") for polygon in surface["polygons"]]
    )
    assert ceiling[:, 2].min() == pytest.approx(knee, abs=0.1)
    assert ceiling[:, 2].max() == 2800 + 2700


def test_one_level_is_described_alone():
    plan = SHAPES["surfaces two_levels"]
    whole, one = scene_of(plan), describe(Plan.read(plan), "l1", PAINTS.get)
    assert {wall["level"] for wall in whole["walls"]} == {"l1", "l2"}
    assert {wall["level"] for wall in one["walls"]} == {"l1"}
    assert {surface["room"] for surface in one["surfaces"]} <= {None, *range(len(one["rooms"]))}


def test_an_empty_plan_is_an_empty_scene_with_a_place_to_look_at():
    scene = describe(Plan.empty(), None, PAINTS.get)
    assert (scene["surfaces"], scene["items"], scene["box"]) == ([], [], [-1000, -1000, 0, 1000, 1000, 1000])


def test_the_view_shows_the_fronts_of_things_rather_than_their_backs():
    facing_right = {"i1": {"turn_mdeg": 300_000}}
    facing_left = {"i1": {"turn_mdeg": 60_000}}
    assert scene_of(ROOM, items=facing_right)["camera"]["azimuth_mdeg"] == 30_000
    assert scene_of(ROOM, items=facing_left)["camera"]["azimuth_mdeg"] == -30_000


def test_a_roof_window_lets_light_in_through_the_ceiling_it_is_cut_out_of():
    case = CASES["roof_windows"]["plan"]
    bare = surfaces(scene_of(case | {"skylights": {}}), of="ceiling")
    (ceiling,), (first, second) = surfaces(scene_of(case), of="ceiling"), scene_of(case)["lights"]
    assert area_m2(bare[0]) - area_m2(ceiling) == pytest.approx(0.78 * 1.18 + 1.14 * 0.7, abs=1e-3)
    assert [first["lean_mdeg"], second["lean_mdeg"]] == [45_000, 55_000]
