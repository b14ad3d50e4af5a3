"""A scene's things and polygons as triangles of one material, for pictures and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rooms.kinds import KINDS
from rooms.pictures.picture import Body
from rooms.things.mesh import mesh_of
from rooms.things.parts import parts_of
from rooms.vocabulary.materials import MATERIALS, Material

Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]

PLASTER = "plaster"
"""The word of what is no material of a thing: painted walls, floors and ceilings."""
WOOD = "front"
"""The word of what is painted of a door."""
FRAME = "white"
"""The word of what is painted of a window."""
STRANGER = ("body", "#d4d4d4")
"""What a thing of an unknown kind looks like."""
SIDES = (
    ((0, 1, 0), (1, 1, 0), (1, 1, 1), (0, 1, 1)),
    ((1, 0, 0), (0, 0, 0), (0, 0, 1), (1, 0, 1)),
    ((1, 1, 0), (1, 0, 0), (1, 0, 1), (1, 1, 1)),
    ((0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1)),
    ((0, 1, 1), (1, 1, 1), (1, 0, 1), (0, 0, 1)),
    ((0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0)),
)
"""The corners of a box's sides, from its least (0) to its most (1) x, y, z, oriented as all triangles of a scene."""


@dataclass(frozen=True)
class Solid:
    """`positions` (n, 3) mm, `triangles` (m, 3) with the outward normal (c - a) × (b - a); `colour` is #rrggbb."""

    material: str
    colour: str
    positions: Doubles
    triangles: Ints

    @property
    def look(self) -> Material:
        """Roughness and the like; matt where the word is of no material."""
        return MATERIALS.get(self.material) or Material(self.colour, 0.92, 0.0, 1.0)

    @property
    def body(self) -> Body:
        rgb = int(self.colour[1:3], 16), int(self.colour[3:5], 16), int(self.colour[5:7], 16)
        return Body(self.positions.ravel().tolist(), self.triangles.ravel().tolist(), rgb, self.look.opacity)

    def turned(self, radians: float, about: Sequence[float] = (0, 0)) -> Solid:
        """Clockwise on the page about a point of it."""
        c, s = cos(radians), sin(radians)
        centre = np.array([*about[:2], 0.0])
        turn = np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]])
        return replace(self, positions=(self.positions - centre) @ turn + centre)

    def leaning(self, radians: float) -> Solid:
        """Tipped about its foot, the x axis, so that what is above goes towards lesser y."""
        c, s = cos(radians), sin(radians)
        lean = np.array([[1.0, 0.0, 0.0], [0.0, c, s], [0.0, -s, c]])
        return replace(self, positions=self.positions @ lean) if radians else self

    def moved(self, by: Sequence[float]) -> Solid:
        return replace(self, positions=self.positions + np.array(by, np.float64))

    def mirrored(self) -> Solid:
        """Left for right, and still seen from outside."""
        return replace(self, positions=self.positions * (-1, 1, 1), triangles=self.triangles[:, ::-1])

    def pressed(self, most: float) -> Solid:
        """Nothing of it higher than this."""
        flat = self.positions.copy()
        flat[:, 2] = np.minimum(flat[:, 2], most)
        return replace(self, positions=flat)


def surface_solid(surface: Mapping[str, Any]) -> Solid:
    """A scene's surface: its convex polygons as fans."""
    return fans(surface["polygons"], PLASTER, surface["colour"])


def opening_solids(opening: Mapping[str, Any], open_share: float) -> Iterator[Solid]:
    """A door or window in its place, its leaves opened by a share of their full swing."""
    turn, lean = (opening.get(name, 0) * pi / 180_000 for name in ("turn_mdeg", "lean_mdeg"))
    for box in opening["boxes"]:
        yield _joined(box, opening["colour"]).leaning(lean).turned(turn).moved(opening["at"])
    for leaf in opening["leaves"]:
        swing = leaf["swing_mdeg"] * open_share * pi / 180_000
        for box in leaf["boxes"]:
            yield _joined(box, opening["colour"]).turned(swing, leaf["pivot"]).turned(turn).moved(opening["at"])


def item_solids(item: Mapping[str, Any]) -> Iterator[Solid]:
    """The parts of a thing in its own frame, mirrored where it is."""
    for solid in _parts(item):
        yield solid.mirrored() if item["mirrored"] else solid


def standing(solid: Solid, item: Mapping[str, Any]) -> Solid:
    """A part of a thing where the thing stands."""
    return solid.turned(item["turn_mdeg"] * pi / 180_000).moved(item["at"])


def _parts(item: Mapping[str, Any]) -> Iterator[Solid]:
    width, depth, height = item["size"]
    kind = KINDS.get(item["kind"])
    if kind is None:
        material, colour = STRANGER
        box = {"material": material, "at": [-(width // 2), -(depth // 2), 0], "size": [width, depth, height]}
        yield replace(box_solid(box), colour=colour)
        return
    for part in parts_of(kind, (width, depth, height), item["tint"]):
        mesh = mesh_of(part)
        positions = np.array(mesh.positions, np.float64).reshape(-1, 3)
        yield Solid(part.material, part.colour, positions, np.array(mesh.indices, np.int64).reshape(-1, 3))


def _joined(box: Mapping[str, Any], paint: str | None) -> Solid:
    """A box of a door or window; paint comes onto its wood and frame alone."""
    solid = box_solid(box)
    return replace(solid, colour=paint) if paint and solid.material in (WOOD, FRAME) else solid


def box_solid(box: Mapping[str, Any]) -> Solid:
    """A box in its usual colour."""
    at, size = box["at"], box["size"]
    sides = [[at[axis] + size[axis] * corner[axis] for corner in side for axis in range(3)] for side in SIDES]
    return fans(sides, box["material"], MATERIALS[box["material"]].colour)


def fans(polygons: Iterable[Sequence[float]], material: str, colour: str) -> Solid:
    """Convex polygons, flat x, y, z."""
    positions: list[float] = []
    triangles: list[tuple[int, int, int]] = []
    for polygon in polygons:
        start = len(positions) // 3
        positions += polygon
        triangles += [(start, start + place, start + place + 1) for place in range(1, len(polygon) // 3 - 1)]
    return Solid(
        material, colour, np.array(positions, np.float64).reshape(-1, 3), np.array(triangles, np.int64).reshape(-1, 3)
    )


def merged(solids: Sequence[Solid]) -> Solid:
    """Solids of one look as one."""
    starts = np.cumsum([0, *(len(solid.positions) for solid in solids[:-1])])
    triangles = [solid.triangles + start for solid, start in zip(solids, starts, strict=True)]
    return replace(
        solids[0], positions=np.concatenate([solid.positions for solid in solids]), triangles=np.concatenate(triangles)
    )


def upright(positions: Doubles) -> Doubles:
    """Points of a scene in metres with y up, as viewers have them."""
    metres: Doubles = positions[:, [0, 2, 1]] / 1000
    return metres


def normals_of(positions: Doubles, triangles: Ints) -> Doubles:
    """Unit normals of the vertices, each triangle's weighted by its area; up where a vertex has none."""
    corners = positions[triangles]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros_like(positions)
    for corner in range(3):
        np.add.at(normals, triangles[:, corner], faces)
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    unit: Doubles = np.where(lengths > 0, normals / np.where(lengths > 0, lengths, 1), (0.0, 1.0, 0.0))
    return unit
