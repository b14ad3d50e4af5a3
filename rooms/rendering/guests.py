"""Products' own models as meshes: files of our own making (`rooms/models/writing.py`), cut by colour and finish.

A texture is its mean colour here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from math import cos, pi, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rooms.pictures.glb_guest import OwnModel
from rooms.pictures.picture import linear
from rooms.rendering.looks import finish_of, look_of
from rooms.rendering.mesh import Mesh, Rgb

Array = NDArray[Any]

TYPES = {5120: "<i1", 5121: "<u1", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}
GLASS = "#ffffff"


def guest_meshes(own: OwnModel, item: Mapping[str, Any]) -> Iterator[Mesh]:
    """The model where the thing stands, stretched to its size and hand."""
    told, data = own.parts
    for primitive in told["meshes"][0]["primitives"]:
        held = {name: _values(told, data, place) for name, place in primitive["attributes"].items()}
        triangles = _values(told, data, primitive["indices"]).reshape(-1, 3)
        positions, normals = _placed(held["POSITION"], held["NORMAL"] / 127, own, item)
        triangles = triangles[:, ::-1] if item["mirrored"] else triangles
        material = told["materials"][primitive["material"]]
        made_of = np.column_stack([held["COLOR_0"][:, :3], held["_FINISH"][:, :2]])
        kinds, which = np.unique(made_of[triangles[:, 0]], axis=0, return_inverse=True)
        for number, kind in enumerate(kinds):
            few = triangles[which.reshape(-1) == number]
            used, numbered = np.unique(few, return_inverse=True)
            look = _look(told, data, material, kind)
            yield Mesh(look, positions[used], normals[used], numbered.reshape(-1, 3).astype(np.uint32))


def _placed(positions: Array, normals: Array, own: OwnModel, item: Mapping[str, Any]) -> tuple[Array, Array]:
    width, depth, height = (wanted / held for wanted, held in zip(item["size"], own.size, strict=True))
    scale = np.array([-width if item["mirrored"] else width, height, depth])
    turn = item["turn_mdeg"] * pi / 180_000
    turned = np.array([[cos(turn), 0, sin(turn)], [0, 1, 0], [-sin(turn), 0, cos(turn)]])
    x, y, z = (mm / 1000 for mm in item["at"])
    stood = (positions * scale) @ turned + (x, z, y)
    facing = (normals / scale) @ turned
    facing /= np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-9)
    return stood.astype(np.float32), facing.astype(np.float32)


def _look(told: Mapping[str, Any], data: bytes, material: Mapping[str, Any], kind: Array) -> dict[str, Any]:
    """Of 16 bits of red, green and blue, and 8 of roughness and metalness."""
    if material.get("alphaMode") == "BLEND":
        return look_of("glass", GLASS)
    rgb = kind[:3] / 65535
    texture = material["pbrMetallicRoughness"].get("baseColorTexture")
    if texture is not None:
        image = told["images"][told["textures"][texture["index"]]["source"]]
        rgb = rgb * _mean(_bytes(told, data, image["bufferView"]))
    red, green, blue = (float(share) for share in rgb)
    colour: Rgb = (red, green, blue)
    return finish_of(colour, float(kind[3] / 255), float(kind[4] / 255))


def _mean(picture: bytes) -> Array:
    """The mean linear light of a texture, without what is clear in it."""
    with Image.open(io.BytesIO(picture)) as opened:
        small = np.asarray(opened.convert("RGBA").resize((16, 16)))
    light, there = linear(small[..., :3]), small[..., 3:] / 255
    mean: Array = (light * there).sum(axis=(0, 1)) / max(float(there.sum()), 1e-6)
    return mean


def _values(told: Mapping[str, Any], data: bytes, place: int) -> Array:
    """An accessor's values (n, width)."""
    accessor = told["accessors"][place]
    view = told["bufferViews"][accessor["bufferView"]]
    kind, width = np.dtype(TYPES[accessor["componentType"]]), WIDTHS[accessor["type"]]
    stride = view.get("byteStride", kind.itemsize * width)
    raw = np.frombuffer(_bytes(told, data, accessor["bufferView"]), np.uint8)[: accessor["count"] * stride]
    rows = np.ascontiguousarray(raw.reshape(accessor["count"], stride)[:, : kind.itemsize * width])
    return rows.view(kind)


def _bytes(told: Mapping[str, Any], data: bytes, view: int) -> bytes:
    start, length = (told["bufferViews"][view].get(name, 0) for name in ("byteOffset", "byteLength"))
    return data[start : start + length]
