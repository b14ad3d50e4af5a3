"""An OBJ is the scene in metres, y up, each thing an object of its own, in the colours of its materials."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rooms.models.soup import Soup
from rooms.models.wavefront import read_obj
from rooms.pictures.obj import obj
from rooms.plan import Plan
from rooms.scene import describe

ROOM = json.loads((Path(__file__).parents[2] / "cases/scene/room.json").read_text("utf-8"))["plan"]
SCENE = describe(Plan.read(ROOM), None, {"sage": "#808080"}.get)
MODEL, MATERIALS = obj(SCENE, "room.mtl")


@pytest.fixture(scope="module")
def read() -> Soup:
    return read_obj(MODEL.encode(), "room.obj", {"room.mtl": MATERIALS.encode()}.get)


def test_it_fills_the_scenes_box_in_metres(read: Soup) -> None:
    least, most = SCENE["box"][:3], SCENE["box"][3:]
    x, y, z = (most[axis] / 1000 for axis in range(3))
    assert (read.positions.max(0) >= [x - 0.001, z - 0.001, y - 0.001]).all()
    assert read.positions[:, 1].min() == pytest.approx(least[2] / 1000)


def test_paint_is_seen_in_its_colour(read: Soup) -> None:
    linear_grey = ((0x80 / 255 + 0.055) / 1.055) ** 2.4
    assert any(one.colour == pytest.approx((linear_grey,) * 3, abs=0.002) for one in read.materials)


def test_each_thing_is_an_object_of_its_own() -> None:
    names = [line[2:] for line in MODEL.splitlines() if line.startswith("o ")]
    assert len(set(names)) == len(names)
    assert {f"{item['kind']}-{item['id']}" for item in SCENE["items"]} <= set(names)
