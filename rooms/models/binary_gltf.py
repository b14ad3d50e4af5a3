"""A retailer's binary glTF 2.0 (GLB): triangles, base colours and textures of what stands in its scene.

Only what lies in the file is read: a buffer or an image at an address is refused. Animations, skins, cameras and lights
are passed over.
"""

from __future__ import annotations

import base64
import binascii
import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rooms.fault import Fault
from rooms.models.soup import MOST_MATERIALS, MOST_TRIANGLES, MOST_VERTICES, Doubles, Ints, Material, Soup

GLTF, JSON_CHUNK, BIN_CHUNK = 0x46546C67, 0x4E4F534A, 0x004E4942
MOST_JSON_BYTES = 16 * 1024 * 1024
MOST_NODES = 20_000
UNDERSTOOD = frozenset({"KHR_mesh_quantization", "KHR_materials_unlit"})
"""What may be required; other extensions of materials may be used, and what they add is left out."""
TRIANGLES, STRIP, FAN = 4, 5, 6
NUMBERS = {5120: "<i1", 5121: "<u1", 5122: "<i2", 5123: "<u2", 5125: "<u4", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}
BROKEN = (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, RecursionError, struct.error)
Told = Mapping[str, Any]


def read_glb(data: bytes, place: str) -> tuple[Soup, Mapping[str, bytes]]:
    """The scene's triangles in metres, and the images that its materials name.

    Raises Fault at `place`: `not_glb`, `model_damaged`, `outside_file`, `extension_unknown`, `too_many_triangles`,
    `model_empty`.
    """
    try:
        reading = _Reading(*_chunks(data), place)
        return reading.soup(), reading.images
    except Fault:
        raise
    except BROKEN as error:
        raise Fault(place, "model_damaged") from error


def _chunks(data: bytes) -> tuple[Told, bytes]:
    magic, version, length = struct.unpack_from("<III", data)
    if magic != GLTF or version != 2 or length > len(data):
        raise Fault("", "not_glb")
    size, kind = struct.unpack_from("<II", data, 12)
    if kind != JSON_CHUNK or size > MOST_JSON_BYTES or 20 + size > len(data):
        raise Fault("", "not_glb")
    told = json.loads(data[20 : 20 + size])
    at = 20 + size
    if at + 8 > length:
        return told, b""
    size, kind = struct.unpack_from("<II", data, at)
    return told, data[at + 8 : at + 8 + size] if kind == BIN_CHUNK else b""


class _Reading:
    def __init__(self, told: Told, held: bytes, place: str) -> None:
        self._told, self._held, self._place = told, held, place
        self._positions: list[Doubles] = []
        self._triangles: list[Ints] = []
        self._corners: list[Doubles] = []
        self._made_of: list[Ints] = []
        self._notes: dict[tuple[str, str], None] = {}
        self._vertices = self._counted = 0
        self.images: dict[str, bytes] = {}
        self._check()

    def soup(self) -> Soup:
        materials = [Material(), *(self._material(one) for one in self._told.get("materials", [])[:MOST_MATERIALS])]
        for mesh, matrix in self._standing():
            for primitive in self._told["meshes"][mesh]["primitives"]:
                self._take(primitive, matrix, len(materials))
        if not self._counted:
            raise Fault(self._place, "model_empty")
        soup = Soup(
            np.concatenate(self._positions),
            np.concatenate(self._triangles),
            np.concatenate(self._corners),
            np.concatenate(self._made_of),
            materials,
            tuple(self._notes),
        )
        if not (np.isfinite(soup.positions).all() and np.isfinite(soup.corners).all()):
            raise Fault(self._place, "model_damaged")
        return soup

    def _check(self) -> None:
        for name in self._told.get("extensionsRequired", []):
            if name not in UNDERSTOOD:
                raise Fault(self._place, "extension_unknown", name=str(name)[:60])
        for buffer in self._told.get("buffers", []):
            if "uri" in buffer:
                raise Fault(self._place, "outside_file", name=str(buffer["uri"])[:60])

    def _standing(self) -> Iterator[tuple[int, Doubles]]:
        """Each mesh of the scene with where it stands; a node that comes twice is a loop."""
        nodes = self._told.get("nodes", [])
        scenes = self._told.get("scenes") or [{"nodes": list(range(len(nodes)))}]
        waiting = [(node, np.eye(4)) for node in scenes[self._told.get("scene", 0)].get("nodes", [])]
        met: set[int] = set()
        while waiting:
            number, matrix = waiting.pop()
            if number in met or len(met) >= MOST_NODES or number < 0:
                raise Fault(self._place, "model_damaged")
            met.add(number)
            matrix = matrix @ _matrix(nodes[number])
            if not np.isfinite(matrix).all():
                raise Fault(self._place, "model_damaged")
            waiting.extend((child, matrix) for child in nodes[number].get("children", []))
            if "mesh" in nodes[number]:
                yield nodes[number]["mesh"], matrix

    def _take(self, primitive: Told, matrix: Doubles, materials: int) -> None:
        extensions = primitive.get("extensions", {})
        if "KHR_draco_mesh_compression" in extensions:
            raise Fault(self._place, "extension_unknown", name="KHR_draco_mesh_compression")
        mode = primitive.get("mode", TRIANGLES)
        if mode not in (TRIANGLES, STRIP, FAN):
            self._notes["lines_left_out", ""] = None
            return
        attributes = primitive["attributes"]
        spots = self._numbers(attributes["POSITION"], "VEC3")
        if "indices" in primitive:
            index = self._numbers(primitive["indices"], "SCALAR")[:, 0].astype(np.int64)
        else:
            index = np.arange(len(spots))
        triangles = _triangles(index, mode)
        self._counted += len(triangles)
        self._vertices += len(spots)
        if self._counted > MOST_TRIANGLES or self._vertices > MOST_VERTICES:
            raise Fault(self._place, "too_many_triangles", most=MOST_TRIANGLES)
        if len(triangles) and not 0 <= triangles.min() <= triangles.max() < len(spots):
            raise Fault(self._place, "model_damaged")
        if np.linalg.det(matrix[:3, :3]) < 0:
            triangles = triangles[:, ::-1]
        material = primitive.get("material", -1) + 1
        self._triangles.append(triangles + sum(map(len, self._positions)))
        self._positions.append(spots @ matrix[:3, :3].T + matrix[:3, 3])
        self._corners.append(self._texture_places(primitive, triangles))
        self._made_of.append(np.full(len(triangles), material if material < materials else 0))
        if "COLOR_0" in attributes:
            self._notes["vertex_colours", ""] = None

    def _texture_places(self, primitive: Told, triangles: Ints) -> Doubles:
        number = primitive.get("material", -1)
        told = self._told.get("materials", [])
        base = (told[number].get("pbrMetallicRoughness", {}) if number >= 0 else {}).get("baseColorTexture", {})
        name = f"TEXCOORD_{int(base.get('texCoord', 0))}"
        if name not in primitive["attributes"]:
            return np.zeros((len(triangles), 3, 2))
        places = self._numbers(primitive["attributes"][name], "VEC2")
        return np.asarray(places[triangles])

    def _material(self, told: Told) -> Material:
        look = told.get("pbrMetallicRoughness", {})
        red, green, blue, alpha = (float(share) for share in look.get("baseColorFactor", (1, 1, 1, 1)))
        mode = told.get("alphaMode", "OPAQUE")
        found = Material(
            (red, green, blue),
            opacity=min(max(alpha, 0.0), 1.0) if mode == "BLEND" else 1.0,
            roughness=float(look.get("roughnessFactor", 1)),
            metalness=float(look.get("metallicFactor", 1)),
            cutout=mode == "MASK",
        )
        if "baseColorTexture" not in look:
            return found
        name = self._image(look["baseColorTexture"])
        return replace(found, texture=name) if name else found

    def _image(self, used: Told) -> str | None:
        """The name under which the image stands among `images`."""
        if "KHR_texture_transform" in used.get("extensions", {}):
            self._notes["texture_left_out", "KHR_texture_transform"] = None
            return None
        number = self._told["textures"][used["index"]].get("source")
        if number is None:
            self._notes["texture_left_out", ""] = None
            return None
        name = f"images/{number}"
        if name not in self.images:
            self.images[name] = self._image_bytes(self._told["images"][number])
        return name

    def _image_bytes(self, told: Told) -> bytes:
        if "bufferView" in told:
            view = self._told["bufferViews"][told["bufferView"]]
            return self._slice(int(view.get("byteOffset", 0)), int(view["byteLength"]))
        kind, _, packed = str(told.get("uri", "")).partition(";base64,")
        if not kind.startswith("data:"):
            raise Fault(self._place, "outside_file", name=str(told.get("uri", ""))[:60])
        try:
            return base64.b64decode(packed, validate=True)
        except binascii.Error as error:
            raise Fault(self._place, "model_damaged") from error

    def _numbers(self, accessor: int, shape: str) -> Doubles:
        """An accessor's numbers (count, width), decoded where they stand for shares."""
        told = self._told["accessors"][accessor]
        if "sparse" in told or "bufferView" not in told or told["type"] != shape:
            raise Fault(self._place, "model_damaged")
        kind, width, count = np.dtype(NUMBERS[told["componentType"]]), WIDTHS[shape], int(told["count"])
        view = self._told["bufferViews"][told["bufferView"]]
        if view.get("buffer", 0) != 0 or "EXT_meshopt_compression" in view.get("extensions", {}):
            raise Fault(self._place, "extension_unknown", name="EXT_meshopt_compression")
        if not 0 <= count <= 3 * MOST_TRIANGLES:
            raise Fault(self._place, "too_many_triangles", most=MOST_TRIANGLES)
        stride = int(view.get("byteStride", 0)) or kind.itemsize * width
        if stride < kind.itemsize * width or not count:
            raise Fault(self._place, "model_damaged")
        start = int(view.get("byteOffset", 0)) + int(told.get("byteOffset", 0))
        held = self._slice(start, stride * (count - 1) + kind.itemsize * width)
        found = np.lib.stride_tricks.as_strided(
            np.frombuffer(held, dtype=np.uint8), (count, kind.itemsize * width), (stride, 1)
        )
        values = np.ascontiguousarray(found).view(kind).reshape(count, width)
        return _decoded(values, normalized=bool(told.get("normalized")))

    def _slice(self, start: int, length: int) -> bytes:
        if start < 0 or length < 0 or start + length > len(self._held):
            raise Fault(self._place, "model_damaged")
        return self._held[start : start + length]


def _decoded(values: npt.NDArray[Any], *, normalized: bool) -> Doubles:
    if not normalized or values.dtype.kind == "f":
        return values.astype(np.float64)
    return np.asarray(np.maximum(values.astype(np.float64) / np.iinfo(values.dtype).max, -1))


def _triangles(index: Ints, mode: int) -> Ints:
    if mode == TRIANGLES:
        return index[: len(index) // 3 * 3].reshape(-1, 3)
    if mode == FAN:
        return np.column_stack([np.full(max(len(index) - 2, 0), index[0]), index[1:-1], index[2:]])
    found = np.column_stack([index[:-2], index[1:-1], index[2:]])
    found[1::2] = found[1::2, ::-1]
    return found


def _matrix(node: Told) -> Doubles:
    """Where a node stands in its parent; glTF writes matrices by columns, and turns as x, y, z, w."""
    if "matrix" in node:
        return np.array(node["matrix"], dtype=np.float64).reshape(4, 4).T
    x, y, z, w = (float(one) for one in node.get("rotation", (0, 0, 0, 1)))
    found = np.eye(4)
    found[:3, :3] = np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    ) * np.array(node.get("scale", (1, 1, 1)), dtype=np.float64)
    found[:3, 3] = node.get("translation", (0, 0, 0))
    return found
