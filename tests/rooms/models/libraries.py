"""Tiny furniture libraries and GLB files, made in code."""

import io
import json
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from PIL import Image

CUBE = """mtllib cube.mtl
v 0 0 0\nv 2 0 0\nv 2 1 0\nv 0 1 0\nv 0 0 1\nv 2 0 1\nv 2 1 1\nv 0 1 1
vt 0 0\nvt 1 0\nvt 1 1\nvt 0 1
usemtl red
f 4/4 3/3 2/2 1/1\nf 5/1 6/2 7/3 8/4\nf 1 2 6 5\nf 2 3 7 6\nf 3 4 8 7\nf 4 1 5 8
"""
CUBE_MTL = "newmtl red\nKd 1 0 0\nmap_Kd paint.png\n"
PIECE = {
    "id": "Shop#cube", "name": "Cube", "category": "Living room", "width": "20", "depth": "10", "height": "10",
    "model": "/cube/cube.obj", "icon": "/cube/icon.png", "creator": "Anna Nowak", "movable": "true",
    "doorOrWindow": "false",
}  # fmt: skip


def library(
    *pieces: Mapping[str, str], files: Mapping[str, str | bytes] | None = None, polish: Mapping[str, str] | None = None
) -> bytes:
    """A `.sh3f` of these pieces, each with what it has other than `PIECE`; its licence is CC BY."""
    told = ["name=Shop's", "license=CC BY 4.0", "provider=Shop"]
    for number, piece in enumerate(pieces or ({},), 1):
        told += [f"{key}#{number}={value}" for key, value in (PIECE | dict(piece)).items()]
    texts = [f"{key}={value}" for key, value in (polish or {"name#1": r"Sze\u015bcian", "category#1": "Salon"}).items()]
    held: dict[str, str | bytes] = {
        "PluginFurnitureCatalog.properties": "\n".join(told),
        "PluginFurnitureCatalog_pl.properties": "\n".join(texts),
        "LICENSE.TXT": "Creative Commons",
        "cube/cube.obj": CUBE,
        "cube/cube.mtl": CUBE_MTL,
        "cube/paint.png": picture(8, 8),
        "cube/icon.png": picture(16, 16),
    }
    return packed(held | dict(files or {}))


def packed(files: Mapping[str, str | bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return into.getvalue()


def picture(width: int, height: int, colour: str = "#3366cc") -> bytes:
    into = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(into, "PNG")
    return into.getvalue()


def sphere(steps: int) -> str:
    """An OBJ of 4 × steps² triangles round the origin."""
    rows = [
        (np.pi * row / steps, 2 * np.pi * column / (2 * steps))
        for row in range(steps + 1)
        for column in range(2 * steps)
    ]
    spots = [f"v {np.sin(a) * np.cos(b):.6f} {np.cos(a):.6f} {np.sin(a) * np.sin(b):.6f}" for a, b in rows]
    faces = []
    for row in range(steps):
        for column in range(2 * steps):
            a, b = row * 2 * steps + column + 1, row * 2 * steps + (column + 1) % (2 * steps) + 1
            faces.append(f"f {a} {b} {b + 2 * steps} {a + 2 * steps}")
    return "\n".join([*spots, *faces])


def glb(
    change: Mapping[str, Any] | None = None, spots: Sequence[Sequence[float]] = ((0, 0, 0), (1, 0, 0), (0, 1, 1))
) -> bytes:
    """A GLB of one triangle, standing a metre to the right; `change` goes over its document."""
    held = np.array(spots, dtype="<f4").tobytes()
    document = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "translation": [1, 0, 0]}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "material": 0}]}],
        "materials": [{"pbrMetallicRoughness": {"baseColorFactor": [0, 1, 0, 1]}}],
        "accessors": [{"bufferView": 0, "componentType": 5126, "count": len(spots), "type": "VEC3"}],
        "bufferViews": [{"buffer": 0, "byteLength": len(held)}],
        "buffers": [{"byteLength": len(held)}],
    } | dict(change or {})
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<II", len(text), 0x4E4F534A) + text + struct.pack("<II", len(held), 0x004E4942) + held
    return struct.pack("<III", 0x46546C67, 2, 12 + len(chunks)) + chunks


def told_in(data: bytes) -> dict[str, Any]:
    """The document of a GLB."""
    size = struct.unpack_from("<I", data, 12)[0]
    found: dict[str, Any] = json.loads(data[20 : 20 + size])
    return found
