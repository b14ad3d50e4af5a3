"""A thinned model as binary glTF 2.0: one primitive for all plain parts, one for glass, one for each texture.

Colours and finishes lie at the vertices, so that a viewer draws a model in as few calls as it has textures. `_FINISH`
is our own attribute: roughness and metalness. Normals are bytes (KHR_mesh_quantization).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from rooms.models.normals import corner_normals
from rooms.models.soup import Ints, Soup
from rooms.models.texture import Texture

GLTF, JSON_CHUNK, BIN_CHUNK = 0x46546C67, 0x4E4F534A, 0x004E4942
BYTE, UNSIGNED_BYTE, UNSIGNED_SHORT, UNSIGNED_INT, FLOAT = 5120, 5121, 5123, 5125, 5126
ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963
GLASS_OPACITY = 0.22
CUT_AT = 0.5
SOLID, GLASS = "", "\0glass"


def written(soup: Soup, textures: Mapping[str, Texture]) -> bytes:
    """The file; a material whose texture is not among `textures` has its plain colour."""
    return _Document(soup, textures).packed()


class _Document:
    def __init__(self, soup: Soup, textures: Mapping[str, Texture]) -> None:
        self._soup, self._textures = soup, textures
        self._normals = np.round(corner_normals(soup) * 127).astype(np.int8)
        self._told: dict[str, list[dict[str, Any]]] = {
            name: [] for name in ("bufferViews", "accessors", "materials", "images", "textures")
        }
        self._bytes = bytearray()

    def packed(self) -> bytes:
        primitives = [self._primitive(group, kept) for group, kept in self._groups()]
        document = {
            "asset": {"version": "2.0", "generator": "Zacznij"},
            "extensionsUsed": ["KHR_mesh_quantization"],
            "extensionsRequired": ["KHR_mesh_quantization"],
            "scene": 0,
            "scenes": [{"nodes": [0]}],
            "nodes": [{"mesh": 0}],
            "meshes": [{"primitives": primitives}],
            "buffers": [{"byteLength": len(self._bytes)}],
        } | {name: held for name, held in self._told.items() if held}
        text = json.dumps(document, separators=(",", ":")).encode()
        chunks = _chunk(JSON_CHUNK, text, b" ") + _chunk(BIN_CHUNK, bytes(self._bytes), b"\0")
        return struct.pack("<III", GLTF, 2, 12 + len(chunks)) + chunks

    def _groups(self) -> list[tuple[str, Ints]]:
        """The triangles that are drawn together, by texture."""
        materials = self._soup.materials
        names = [
            GLASS if one.is_glass else one.texture if one.texture and one.texture in self._textures else SOLID
            for one in materials
        ]
        order = sorted(set(names))
        which = np.array([order.index(name) for name in names])[self._soup.made_of]
        found = [(name, np.flatnonzero(which == place)) for place, name in enumerate(order)]
        return [(name, kept) for name, kept in found if len(kept)]

    def _primitive(self, group: str, kept: Ints) -> dict[str, Any]:
        soup, is_textured = self._soup, group in self._textures
        made_of = np.repeat(soup.made_of[kept], 3)
        spots = soup.triangles[kept].reshape(-1)
        places = soup.corners[kept].reshape(-1, 2).astype("<f4")
        key = np.column_stack([spots, made_of, self._normals[kept].reshape(-1, 3)]).astype(np.float64)
        if is_textured:
            key = np.column_stack([key, places])
        _, first, index = np.unique(key, axis=0, return_index=True, return_inverse=True)
        made_of = made_of[first]
        attributes = {
            "POSITION": self._vertices(soup.positions[spots[first]].astype("<f4"), FLOAT, bounds=True),
            "NORMAL": self._vertices(_wide(self._normals[kept].reshape(-1, 3)[first]), BYTE, stride=4),
            "COLOR_0": self._vertices(self._colours()[made_of], UNSIGNED_SHORT),
            "_FINISH": self._vertices(self._finishes()[made_of], UNSIGNED_BYTE),
        }
        if is_textured:
            attributes["TEXCOORD_0"] = self._vertices(places[first], FLOAT)
        return {
            "attributes": attributes,
            "indices": self._indices(index.reshape(-1)),
            "material": self._material(group, made_of),
        }

    def _colours(self) -> npt.NDArray[np.uint16]:
        """Of a textured material without its texture the colour is white, which would glare."""
        told = [
            (0.5, 0.5, 0.5) if one.texture and one.texture not in self._textures else one.colour
            for one in self._soup.materials
        ]
        shares = np.column_stack([np.clip(np.array(told, dtype=np.float64).reshape(-1, 3), 0, 1), np.ones(len(told))])
        return np.round(shares * 65535).astype("<u2")

    def _finishes(self) -> npt.NDArray[np.uint8]:
        told = [(one.roughness, one.metalness, 0, 0) for one in self._soup.materials]
        return np.round(np.clip(np.array(told, dtype=np.float64).reshape(-1, 4), 0, 1) * 255).astype(np.uint8)

    def _vertices(
        self, values: npt.NDArray[Any], component: int, *, bounds: bool = False, stride: int | None = None
    ) -> int:
        width = 3 if stride else values.shape[1]
        accessor: dict[str, Any] = {"componentType": component, "count": len(values), "type": f"VEC{width}"}
        if component != FLOAT:
            accessor["normalized"] = True
        if bounds:
            accessor |= {"min": values.min(axis=0).tolist(), "max": values.max(axis=0).tolist()}
        return self._accessor(accessor, values.tobytes(), ARRAY_BUFFER, stride)

    def _indices(self, values: Ints) -> int:
        is_short = not len(values) or int(values.max()) < 65535
        data = values.astype("<u2" if is_short else "<u4")
        component = UNSIGNED_SHORT if is_short else UNSIGNED_INT
        accessor = {"componentType": component, "count": len(data), "type": "SCALAR"}
        return self._accessor(accessor, data.tobytes(), ELEMENT_ARRAY_BUFFER)

    def _accessor(self, accessor: dict[str, Any], data: bytes, target: int, stride: int | None = None) -> int:
        view = self._view(data, {"target": target} | ({"byteStride": stride} if stride else {}))
        self._told["accessors"].append(accessor | {"bufferView": view})
        return len(self._told["accessors"]) - 1

    def _view(self, data: bytes, more: dict[str, Any]) -> int:
        self._bytes += b"\0" * (-len(self._bytes) % 4)
        self._told["bufferViews"].append({"buffer": 0, "byteOffset": len(self._bytes), "byteLength": len(data)} | more)
        self._bytes += data
        return len(self._told["bufferViews"]) - 1

    def _material(self, group: str, made_of: Ints) -> int:
        """What viewers see who do not know `_FINISH`: the mean of it."""
        held = [self._soup.materials[place] for place in np.unique(made_of)]
        look: dict[str, Any] = {
            "roughnessFactor": round(sum(one.roughness for one in held) / len(held), 3),
            "metallicFactor": round(sum(one.metalness for one in held) / len(held), 3),
        }
        told: dict[str, Any] = {"pbrMetallicRoughness": look, "doubleSided": True}
        if group == GLASS:
            told["alphaMode"] = "BLEND"
            look["baseColorFactor"] = [1, 1, 1, GLASS_OPACITY]
        elif group in self._textures:
            look["baseColorTexture"] = {"index": self._texture(self._textures[group])}
            if self._textures[group].has_holes:
                told |= {"alphaMode": "MASK", "alphaCutoff": CUT_AT}
        self._told["materials"].append(told)
        return len(self._told["materials"]) - 1

    def _texture(self, texture: Texture) -> int:
        self._told["images"].append({"bufferView": self._view(texture.data, {}), "mimeType": texture.mime})
        self._told["textures"].append({"source": len(self._told["images"]) - 1})
        return len(self._told["textures"]) - 1


def _wide(normals: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
    """Three bytes and a fourth, since what lies at a vertex begins at a multiple of four."""
    return np.column_stack([normals, np.zeros(len(normals), dtype=np.int8)])


def _chunk(kind: int, data: bytes, padding: bytes) -> bytes:
    padded = data + padding * (-len(data) % 4)
    return struct.pack("<II", len(padded), kind) + padded
