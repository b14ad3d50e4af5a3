"""A scene as binary glTF 2.0 (GLB, ISO/IEC 12113): one node for each entity, things that are alike share their mesh.

glTF is right-handed, y up, in metres: a point of the scene is (x, z, y) / 1000 there. Nodes carry in `extras` what they
are of, so that a model can be followed back to its plan.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping
from math import cos, pi, sin
from typing import Any

from rooms.pictures.glb_guest import EXTENSION, OwnModel, adopted
from rooms.pictures.solids import (
    Doubles,
    Ints,
    Solid,
    item_solids,
    merged,
    normals_of,
    opening_solids,
    surface_solid,
    upright,
)
from rooms.scene import Scene

Extras = dict[str, Any]

GLTF, JSON_CHUNK, BIN_CHUNK = 0x46546C67, 0x4E4F534A, 0x004E4942
FLOAT, UNSIGNED_INT = 5126, 5125
ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963
NO_MODELS: Mapping[str, OwnModel] = {}
AJAR = 0.3
"""How far doors stand open, as a share of their full swing."""
OPAQUE = 1.0


def glb(scene: Scene, models: Mapping[str, OwnModel] = NO_MODELS) -> bytes:
    """The whole scene, ceilings included, with materials in the colours of its paints and tiles.

    `models` are those that things have of their own, by the things' ids.
    """
    model = _Model()
    for surface in scene["surfaces"]:
        model.node([surface_solid(surface)], _extras_of(surface))
    for opening in scene["openings"]:
        extras = {"of": "opening", "opening": opening["id"], "wall": opening["wall"], "kind": opening["kind"]}
        model.node(opening_solids(opening, AJAR), extras | ({"paint": opening["paint"]} if opening["paint"] else {}))
    for item in scene["items"]:
        extras = {"of": "item", "item": item["id"], "kind": item["kind"], "size_mm": item["size"]}
        if own := models.get(item["id"]):
            model.guest(own, extras, item)
        else:
            model.node(item_solids(item), extras, key=_likeness(item), stands=item)
    return model.packed()


def _extras_of(surface: Mapping[str, Any]) -> Extras:
    """What of a surface is set."""
    named = ("of", "level", "wall", "side", "opening", "label", "finish", "paint", "tile")
    return {name: surface[name] for name in named if surface[name] is not None}


def _chunk(kind: int, data: bytes, padding: bytes) -> bytes:
    padded = data + padding * (-len(data) % 4)
    return struct.pack("<II", len(padded), kind) + padded


def _place(item: Mapping[str, Any]) -> Extras:
    """Where a thing stands, as a translation and a rotation (x, y, z, w): clockwise on the page is -y there."""
    x, y, z = item["at"]
    half = -item["turn_mdeg"] * pi / 360_000
    return {"translation": [x / 1000, z / 1000, y / 1000], "rotation": [0.0, sin(half), 0.0, cos(half)]}


def _look(solid: Solid) -> Extras:
    """A material: glTF's colours are linear."""
    look = solid.look
    rgb = [_linear(int(solid.colour[place : place + 2], 16) / 255) for place in (1, 3, 5)]
    shown = {
        "name": f"{solid.material} {solid.colour}",
        "pbrMetallicRoughness": {
            "baseColorFactor": [*rgb, look.opacity],
            "metallicFactor": look.metalness,
            "roughnessFactor": look.roughness,
        },
    }
    return shown if look.opacity >= OPAQUE else shown | {"alphaMode": "BLEND"}


def _linear(share: float) -> float:
    """Light of an encoded value (IEC 61966-2-1)."""
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _likeness(item: Mapping[str, Any]) -> str:
    return json.dumps([item["kind"], item["size"], item["tint"], item["mirrored"]])


class _Model:
    """A glTF document being gathered, and its one buffer."""

    def __init__(self) -> None:
        self._nodes: list[Extras] = []
        self._meshes: list[Extras] = []
        self._materials: dict[tuple[str, str], int] = {}
        self._looks: list[Extras] = []
        self._accessors: list[Extras] = []
        self._views: list[Extras] = []
        self._bytes = bytearray()
        self._pictures: list[Extras] = []
        self._textures: list[Extras] = []
        self._known: dict[str, int] = {}
        self._guests: dict[bytes, int] = {}

    def node(
        self,
        solids: Iterable[Solid],
        extras: Extras,
        *,
        key: str | None = None,
        stands: Mapping[str, Any] | None = None,
    ) -> None:
        """A node with a mesh of one primitive for each material; `key` finds a mesh that is there already."""
        mesh = self._known.get(key or "")
        if mesh is None:
            mesh = self._mesh(solids)
            if key is not None:
                self._known[key] = mesh
        self._nodes.append({"mesh": mesh, "extras": extras} | (_place(stands) if stands else {}))

    def guest(self, own: OwnModel, extras: Extras, item: Mapping[str, Any]) -> None:
        """A node with a model of its own, stretched to the thing's size and hand."""
        if own.glb not in self._guests:
            self._guests[own.glb] = self._adopt(own)
        width, depth, height = (wanted / held for wanted, held in zip(item["size"], own.size, strict=True))
        scale = {"scale": [-width if item["mirrored"] else width, height, depth]}
        self._nodes.append({"mesh": self._guests[own.glb], "extras": extras} | _place(item) | scale)

    def packed(self) -> bytes:
        """The file: header, JSON chunk, and the binary chunk if there is anything in it, padded to four bytes."""
        text = json.dumps(self._document(), ensure_ascii=False, separators=(",", ":")).encode()
        chunks = _chunk(JSON_CHUNK, text, b" ") + (_chunk(BIN_CHUNK, bytes(self._bytes), b"\0") if self._bytes else b"")
        return struct.pack("<III", GLTF, 2, 12 + len(chunks)) + chunks

    def _document(self) -> Extras:
        return {
            "asset": {"version": "2.0", "generator": "Zacznij"},
            "scene": 0,
            "scenes": [{"nodes": list(range(len(self._nodes)))} if self._nodes else {}],
        } | {
            name: held
            for name, held in (
                ("nodes", self._nodes),
                ("meshes", self._meshes),
                ("materials", self._looks),
                ("accessors", self._accessors),
                ("bufferViews", self._views),
                ("images", self._pictures),
                ("textures", self._textures),
                ("extensionsUsed", [EXTENSION] if self._guests else []),
                ("extensionsRequired", [EXTENSION] if self._guests else []),
                ("buffers", [{"byteLength": len(self._bytes)}] if self._bytes else []),
            )
            if held
        }

    def _adopt(self, own: OwnModel) -> int:
        told, data = own.parts
        self._bytes += b"\0" * (-len(self._bytes) % 4)
        held = {
            "bufferViews": self._views,
            "accessors": self._accessors,
            "materials": self._looks,
            "images": self._pictures,
            "textures": self._textures,
        }
        starts = {name: len(here) for name, here in held.items()}
        mesh, lists = adopted(told, starts, len(self._bytes))
        for name, here in held.items():
            here.extend(lists[name])
        self._bytes += data
        self._meshes.append(mesh)
        return len(self._meshes) - 1

    def _mesh(self, solids: Iterable[Solid]) -> int:
        by_look: dict[tuple[str, str], list[Solid]] = {}
        for solid in solids:
            by_look.setdefault((solid.material, solid.colour), []).append(solid)
        self._meshes.append({"primitives": [self._primitive(merged(alike)) for alike in by_look.values()]})
        return len(self._meshes) - 1

    def _primitive(self, solid: Solid) -> Extras:
        positions = upright(solid.positions)
        attributes = {
            "POSITION": self._vectors(positions, bounds=True),
            "NORMAL": self._vectors(normals_of(positions, solid.triangles)),
        }
        return {
            "attributes": attributes,
            "indices": self._indices(solid.triangles),
            "material": self._material(solid),
        }

    def _vectors(self, values: Doubles, *, bounds: bool = False) -> int:
        data = values.astype("<f4")
        accessor: Extras = {"componentType": FLOAT, "count": len(data), "type": "VEC3"}
        if bounds:
            accessor |= {"min": data.min(axis=0).tolist(), "max": data.max(axis=0).tolist()}
        return self._accessor(accessor, data.tobytes(), ARRAY_BUFFER)

    def _indices(self, values: Ints) -> int:
        data = values.astype("<u4")
        accessor = {"componentType": UNSIGNED_INT, "count": data.size, "type": "SCALAR"}
        return self._accessor(accessor, data.tobytes(), ELEMENT_ARRAY_BUFFER)

    def _accessor(self, accessor: Extras, data: bytes, target: int) -> int:
        self._views.append({"buffer": 0, "byteOffset": len(self._bytes), "byteLength": len(data), "target": target})
        self._accessors.append(accessor | {"bufferView": len(self._views) - 1})
        self._bytes += data
        return len(self._accessors) - 1

    def _material(self, solid: Solid) -> int:
        key = solid.material, solid.colour
        if key not in self._materials:
            self._materials[key] = len(self._looks)
            self._looks.append(_look(solid))
        return self._materials[key]
