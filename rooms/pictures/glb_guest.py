"""A product's own model taken into a GLB that is being gathered: its one mesh with its materials and pictures.

Only files of our own making come in (`rooms/models/writing.py`): one buffer, one mesh, quantized normals.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Told = dict[str, Any]

EXTENSION = "KHR_mesh_quantization"
LISTS = ("bufferViews", "accessors", "materials", "images", "textures")
JSON_AT = 20


@dataclass(frozen=True)
class OwnModel:
    """A product's own model, as GLB, at its own `size` in mm: width, depth, height."""

    glb: bytes
    size: tuple[int, int, int]

    @classmethod
    def of_file(cls, data: bytes) -> OwnModel:
        """A file as `configurator models` writes it; its size is told by its bounds."""
        told, _held = cls(data, (0, 0, 0)).parts
        bounds = [told["accessors"][one["attributes"]["POSITION"]] for one in told["meshes"][0]["primitives"]]
        least, most = (
            [pick(one[end][axis] for one in bounds) for axis in range(3)] for end, pick in (("min", min), ("max", max))
        )
        width, height, depth = (max(round((high - low) * 1000), 1) for low, high in zip(least, most, strict=True))
        return cls(data, (width, depth, height))

    @property
    def parts(self) -> tuple[Told, bytes]:
        """The file's document and its buffer."""
        (length,) = struct.unpack_from("<I", self.glb, 12)
        return json.loads(self.glb[JSON_AT : JSON_AT + length]), self.glb[JSON_AT + length + 8 :]


def adopted(told: Told, starts: Mapping[str, int], offset: int) -> tuple[Told, Mapping[str, Sequence[Told]]]:
    """The mesh and what it refers to, numbered on from `starts`, its buffer from `offset` on."""

    def on(name: str, number: int) -> int:
        return starts[name] + number

    views = [view | {"byteOffset": view["byteOffset"] + offset} for view in told["bufferViews"]]
    accessors = [one | {"bufferView": on("bufferViews", one["bufferView"])} for one in told["accessors"]]
    images = [one | {"bufferView": on("bufferViews", one["bufferView"])} for one in told.get("images", [])]
    textures = [one | {"source": on("images", one["source"])} for one in told.get("textures", [])]
    materials = [_with_texture(one, starts["textures"]) for one in told["materials"]]
    primitives = [
        {
            "attributes": {name: on("accessors", number) for name, number in one["attributes"].items()},
            "indices": on("accessors", one["indices"]),
            "material": on("materials", one["material"]),
        }
        for one in told["meshes"][0]["primitives"]
    ]
    lists = dict(zip(LISTS, (views, accessors, materials, images, textures), strict=True))
    return {"primitives": primitives}, lists


def _with_texture(material: Told, start: int) -> Told:
    look = material["pbrMetallicRoughness"]
    if "baseColorTexture" not in look:
        return material
    return material | {
        "pbrMetallicRoughness": look | {"baseColorTexture": {"index": start + look["baseColorTexture"]["index"]}}
    }
