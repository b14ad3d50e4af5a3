"""A GLB is a whole glTF 2.0 file whose nodes stand where the plan's things stand and say what they are of."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rooms.models.made import made_of_obj
from rooms.pictures.glb import glb
from rooms.pictures.glb_guest import OwnModel
from rooms.plan import Plan
from rooms.scene import describe
from tests.rooms.models.libraries import CUBE

ROOM = json.loads((Path(__file__).parents[2] / "cases/scene/room.json").read_text("utf-8"))["plan"]
CHAIR = {"level": "l1", "kind": "chair", "size": [450, 500, 850]}


def packed(plan: dict[str, Any]) -> bytes:
    return glb(describe(Plan.read(plan), None, {"sage": "#808080"}.get))


def opened(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The document and the buffer, by the format's own description of its chunks."""
    magic, version, length = struct.unpack_from("<4sII", data)
    assert (magic, version, length) == (b"glTF", 2, len(data))
    size, kind = struct.unpack_from("<I4s", data, 12)
    assert kind == b"JSON"
    after, binary = struct.unpack_from("<I4s", data, 20 + size)
    assert (binary, 28 + size + after) == (b"BIN\0", len(data))
    return json.loads(data[20 : 20 + size]), data[28 + size :]


@pytest.fixture(scope="module")
def room() -> tuple[dict[str, Any], bytes]:
    return opened(packed(ROOM))


def vectors(room: tuple[dict[str, Any], bytes], accessor: int) -> np.ndarray:
    document, data = room
    described = document["accessors"][accessor]
    view = document["bufferViews"][described["bufferView"]]
    count = described["count"] * (3 if described["type"] == "VEC3" else 1)
    return np.frombuffer(data, "<f4" if described["type"] == "VEC3" else "<u4", count, view["byteOffset"]).reshape(
        -1, 3
    )


def primitives(room: tuple[dict[str, Any], bytes]) -> list[dict[str, Any]]:
    return [primitive for mesh in room[0]["meshes"] for primitive in mesh["primitives"]]


def test_chunks_are_padded_to_four_bytes():
    data = packed(ROOM)
    (size,) = struct.unpack_from("<I", data, 12)
    assert (len(data) % 4, size % 4) == (0, 0)


def test_every_entity_has_its_node(room):
    extras = [node["extras"] for node in room[0]["nodes"]]
    assert {extra[extra["of"]] for extra in extras if extra["of"] in ("item", "opening")} == {"i1", "i2", "o1", "o2"}
    assert {(extra["wall"], extra["side"]) for extra in extras if extra["of"] == "face"} == {
        ("w1", "right"), ("w2", "right"), ("w3", "right"), ("w4", "right"),
    }  # fmt: skip


def test_the_model_stands_in_metres_with_y_up(room):
    floor = next(
        node for node in room[0]["nodes"] if node["extras"]["of"] == "floor" and "opening" not in node["extras"]
    )
    position = room[0]["accessors"][room[0]["meshes"][floor["mesh"]]["primitives"][0]["attributes"]["POSITION"]]
    assert (position["min"], position["max"]) == (
        [pytest.approx(0.06), 0, pytest.approx(0.1)],
        [pytest.approx(3.94), 0, pytest.approx(2.94)],
    )


def test_triangles_turn_against_the_clock_about_their_normals(room):
    for primitive in primitives(room):
        positions, normals = (vectors(room, primitive["attributes"][name]) for name in ("POSITION", "NORMAL"))
        a, b, c = (vectors(room, primitive["indices"])[:, corner] for corner in range(3))
        faces = np.cross(positions[b] - positions[a], positions[c] - positions[a])
        agreeing = np.einsum("nd,nd->n", faces, normals[a] + normals[b] + normals[c]) > 0
        assert agreeing.mean() > 0.99


def test_normals_have_unit_length(room):
    for primitive in primitives(room):
        lengths = np.linalg.norm(vectors(room, primitive["attributes"]["NORMAL"]), axis=1)
        assert lengths == pytest.approx(np.ones(len(lengths)), abs=1e-5)


def test_things_that_are_alike_share_one_mesh():
    chairs = {f"i{number}": CHAIR | {"at": [1000 * number, 1500]} for number in (1, 2, 3)}
    document, _ = opened(packed(ROOM | {"items": chairs}))
    assert len({node["mesh"] for node in document["nodes"] if node["extras"]["of"] == "item"}) == 1


def test_a_thing_stands_turned_as_on_the_plan():
    document, _ = opened(packed(ROOM | {"items": {"i1": CHAIR | {"at": [1000, 2000], "turn_mdeg": 90_000}}}))
    node = next(node for node in document["nodes"] if node["extras"]["of"] == "item")
    assert node["translation"] == [1, 0, 2]
    assert node["rotation"] == pytest.approx([0, -np.sqrt(0.5), 0, np.sqrt(0.5)])


def test_glass_is_seen_through_and_colours_are_linear(room):
    looks = {look["name"]: look for look in room[0]["materials"]}
    glass = next(look for name, look in looks.items() if name.startswith("glass"))
    assert glass["alphaMode"] == "BLEND"
    assert looks["plaster #808080"]["pbrMetallicRoughness"]["baseColorFactor"] == pytest.approx(
        [0.2159, 0.2159, 0.2159, 1], abs=1e-4
    )


def test_an_empty_plan_is_a_file_with_an_empty_scene():
    data = packed(Plan.empty().document)
    (size,) = struct.unpack_from("<I", data, 12)
    document = json.loads(data[20 : 20 + size])
    assert (document["scenes"], "buffers" in document) == ([{}], False)


def test_a_thing_with_a_model_of_its_own_brings_it_once_at_its_size_and_hand():
    own = OwnModel.of_file(made_of_obj(CUBE.encode(), (2000, 1000, 500), "cube", lambda _name: None).glb)
    chairs = {"i8": CHAIR | {"at": [1000, 1000]}, "i9": CHAIR | {"at": [2000, 1000], "mirrored": True}}
    scene = describe(Plan.read(ROOM | {"items": chairs}), None, lambda _code: None)
    held = document, _data = opened(glb(scene, {"i8": own, "i9": own}))
    one, other = (node for node in document["nodes"] if node["extras"]["of"] == "item")
    assert (one["mesh"], one["scale"]) == (other["mesh"], [0.225, 1.7, 0.5])
    assert other["scale"] == [-0.225, 1.7, 0.5]
    assert document["extensionsRequired"] == ["KHR_mesh_quantization"]
    (primitive,) = document["meshes"][one["mesh"]]["primitives"]
    spots = vectors(held, primitive["attributes"]["POSITION"])
    assert np.ptp(spots, axis=0) * 1000 == pytest.approx([2000, 500, 1000])
    assert document["materials"][primitive["material"]]["doubleSided"]
