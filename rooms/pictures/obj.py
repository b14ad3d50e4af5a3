"""A scene as Wavefront OBJ with its MTL: one object for each surface, door, window and thing, in metres, y up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rooms.pictures.solids import (
    Solid,
    item_solids,
    normals_of,
    opening_solids,
    standing,
    surface_solid,
    upright,
)
from rooms.scene import Scene


def obj(scene: Scene, materials: str) -> tuple[str, str]:
    """The texts of the two files, of which the first calls the second `materials`. Doors are closed."""
    looks: dict[str, Solid] = {}
    lines = ["# Zacznij: metres, y up", f"mtllib {materials}"]
    vertices = 0
    for name, solids in _objects(scene):
        lines.append(f"o {name}")
        for solid in solids:
            looks.setdefault(_look(solid), solid)
            lines += _written(solid, vertices)
            vertices += len(solid.positions)
    return "\n".join([*lines, ""]), "\n".join(
        [line for name, solid in looks.items() for line in _material(name, solid)]
    )


def _objects(scene: Scene) -> Iterator[tuple[str, Iterable[Solid]]]:
    """Names hold no blanks: some programs end them there."""
    for number, surface in enumerate(scene["surfaces"]):
        yield (
            _name(surface["of"], surface["wall"] or surface["label"] or surface["level"], number),
            [surface_solid(surface)],
        )
    for opening in scene["openings"]:
        yield _name(opening["kind"], opening["id"]), opening_solids(opening, 0.0)
    for item in scene["items"]:
        yield _name(item["kind"], item["id"]), (standing(solid, item) for solid in item_solids(item))


def _name(*parts: Any) -> str:
    return "-".join(map(str, parts))


def _look(solid: Solid) -> str:
    return f"{solid.material}_{solid.colour[1:]}"


def _written(solid: Solid, before: int) -> Iterator[str]:
    """The solid's corners, normals and triangles; `before` counts the corners of the file so far."""
    positions = upright(solid.positions)
    yield f"usemtl {_look(solid)}"
    yield from (f"v {x:.4f} {y:.4f} {z:.4f}" for x, y, z in positions.tolist())
    yield from (f"vn {x:.3f} {y:.3f} {z:.3f}" for x, y, z in normals_of(positions, solid.triangles).tolist())
    for corners in (solid.triangles + before + 1).tolist():
        yield "f " + " ".join(f"{corner}//{corner}" for corner in corners)


def _material(name: str, solid: Solid) -> Iterator[str]:
    rgb = " ".join(f"{int(solid.colour[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))
    shine = 1 - solid.look.roughness
    yield f"newmtl {name}"
    yield f"Kd {rgb}"
    yield f"Ks {shine / 2:.2f} {shine / 2:.2f} {shine / 2:.2f}"
    yield f"Ns {1000 * shine * shine:.0f}"
    yield f"d {solid.look.opacity:.2f}"
    yield "illum 2"
    yield ""
