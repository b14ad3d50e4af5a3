"""What a picture in true light is made of: the plan's colours, skies before its windows, the sun where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from rooms.entities import View
from rooms.fault import Fault
from rooms.models.made import made_of_obj
from rooms.pictures.glb_guest import OwnModel
from rooms.pictures.picture import linear
from rooms.plan import Plan
from rooms.rendering import Setting, setting
from rooms.rendering.developing import SHOULDER, exposure, held_back
from rooms.rendering.guests import guest_meshes
from rooms.rendering.looks import albedo_of, look_of
from rooms.rendering.mesh import Mesh
from rooms.rendering.sun import sun_at
from rooms.scene import describe
from rooms.vocabulary.materials import MATERIALS
from tests.rooms.models.libraries import CUBE
from tests.rooms.rectangle import rectangle

INSIDE = View("v", "", "l1", True, (2500, 3000), 0, 0, 0, 10_000, "model", "between", 720)
EVENING = replace(INSIDE, light="evening")
SAGE = (0xA3, 0xB1, 0x8A)
PAINTED = {f"f{n}": {"wall": f"w{n}", "side": "right", "paint": "sage"} for n in (1, 2, 3, 4)}
LAMP = {"i1": {"level": "l1", "kind": "floor_lamp", "at": [600, 600], "size": [420, 420, 1600]}}


def made(view: View = INSIDE, plan: Plan | None = None, north_mdeg: int = 0) -> Setting:
    scene = describe(plan or rectangle(finishes=PAINTED), None, {"sage": "#a3b18a"}.get)
    return setting(scene, view, north_mdeg)


def test_a_painted_wall_reflects_its_paint_and_nothing_shines_of_it() -> None:
    painted = [mesh for mesh in made().bodies if np.allclose(albedo_of(mesh.look), linear(SAGE))]
    assert painted
    assert painted[0].look["bsdf"]["type"] == "diffuse"
    assert painted[0].area_m2 == pytest.approx(2 * (4.9 + 3.9) * 2.6 - 0.9 * 2 - 1, abs=0.05)


@pytest.mark.parametrize("word", [*MATERIALS, "plaster", "glazed", "stoneware", "board"])
def test_no_material_gives_back_more_light_than_falls_on_it(word: str) -> None:
    assert max(albedo_of(look_of(word, "#ffffff"))) <= 1


def test_skies_stand_outside_of_windows_and_shine_into_the_room() -> None:
    middle = np.array([2.5, 1.3, 2.0])
    lights = made().lights
    assert len(lights) == 5 - 1
    for mesh in (light.mesh for light in lights):
        assert mesh.positions[:, 2].max() < 0
        assert float(mesh.normals[0] @ (middle - mesh.positions.mean(axis=0))) > 0


def test_in_the_evening_lamps_shine_and_one_under_the_ceiling_where_there_are_none() -> None:
    (lamp,) = made(EVENING, rectangle(items=LAMP)).lights
    (none,) = made(EVENING).lights
    assert 1.2 < lamp.mesh.positions[:, 1].mean() < 1.6
    assert none.mesh.positions[:, 1].min() == pytest.approx(2.45)
    assert np.diff(lamp.mesh.radiance).max() < 0


def test_a_room_without_windows_gets_a_neutral_lamp_by_day() -> None:
    (only,) = made(plan=rectangle(openings={})).lights
    assert len(set(only.mesh.radiance or (0, 1))) == 1


@pytest.mark.parametrize(("season", "altitude"), [("winter", 14.33), ("between", 37.77), ("summer", 61.21)])
def test_at_noon_the_sun_stands_in_the_south_as_high_as_the_tilt_of_the_earth_says(
    season: str, altitude: float
) -> None:
    highest = max(sun_at(season, minute) for minute in range(1440))
    assert highest == pytest.approx((altitude, 180), abs=0.5)


def test_the_sun_shines_from_where_north_puts_it_and_not_after_it_has_set() -> None:
    noon = replace(INSIDE, light="sun", minute=720)
    south, turned = (made(noon, north_mdeg=north).sun for north in (0, 180_000))
    assert south
    assert turned
    assert south.positions[:, 2].mean() > 50 > -50 > turned.positions[:, 2].mean()
    assert made(replace(noon, minute=60)).sun is None


@pytest.mark.parametrize("change", [{"inside": False}, {"at": (9000, 9000)}])
def test_a_view_that_is_in_no_room_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(Fault, match="view is outside"):
        made(replace(INSIDE, **change))


def test_colours_below_the_shoulder_are_kept_and_nothing_is_brighter_than_white() -> None:
    steps = np.linspace(0, 30, 600, dtype=np.float32)
    shades = held_back(steps[None, :, None] * np.float32([1.0, 0.8, 0.5]))
    kept = steps < SHOULDER
    assert np.allclose(shades[0, kept], steps[kept, None] * [1.0, 0.8, 0.5], atol=1e-6)
    assert shades.max() < 1
    assert (np.diff(shades.max(axis=2)) > 0).all()


def test_the_camera_is_set_by_the_light_and_not_by_the_colours() -> None:
    light, clear = np.full((8, 8, 3), 0.4, np.float32), np.ones((8, 8), np.float32)
    for grey in (0.9, 0.1):
        albedo = np.full((8, 8, 3), grey, np.float32)
        assert exposure(light * albedo, albedo, clear) == pytest.approx(2.5)


@pytest.mark.parametrize(("turn_mdeg", "reach"), [(0, (1.0, 0.5)), (90_000, (0.5, 1.0))])
def test_a_products_own_model_stands_in_its_colour_where_its_thing_does(turn_mdeg: int, reach: Any) -> None:
    own = OwnModel.of_file(made_of_obj(CUBE.encode(), (2000, 1000, 500), "cube", lambda _name: None).glb)
    item = {"level": "l1", "kind": "box", "at": [2000, 1500], "size": [1000, 500, 700], "turn_mdeg": turn_mdeg}
    scene = describe(rectangle(items={"i1": item}), None, lambda _code: None)
    meshes = list(guest_meshes(own, scene["items"][0]))
    spots = np.concatenate([mesh.positions for mesh in meshes])
    assert (spots.max(axis=0) - spots.min(axis=0)) == pytest.approx((reach[0], 0.7, reach[1]), abs=1e-4)
    assert (spots.max(axis=0) + spots.min(axis=0)) / 2 == pytest.approx((2.0, 0.35, 1.5), abs=1e-4)
    with_it, without = setting(scene, INSIDE, 0, {"i1": own}), setting(scene, INSIDE, 0)
    assert len(with_it.bodies) == len(without.bodies) - 1 + len(meshes)


def test_the_two_sides_of_a_leaf_do_not_shade_each_other() -> None:
    plant = {"level": "l1", "kind": "plant", "at": [2000, 1500], "size": [600, 600, 1200]}
    (leaves,) = [mesh for mesh in made(plan=rectangle(items={"i1": plant})).bodies if _is_green(mesh)]
    spots = np.round(leaves.positions[leaves.triangles].astype(np.float64), 4)
    outlines = {tuple(sorted(map(tuple, corners))) for corners in spots.tolist()}
    assert len(outlines) == len(leaves.triangles)


def _is_green(mesh: Mesh) -> bool:
    red, green, blue = albedo_of(mesh.look)
    return green > 1.3 * red and green > 1.3 * blue
