"""Triangles of one look as the renderer takes them: metres, y up, right-handed, as in glTF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rooms.pictures.solids import Doubles, Ints, Solid, normals_of

Floats = NDArray[np.float32]
Rgb = tuple[float, float, float]

HAIR_M = 0.0004


@dataclass(frozen=True)
class Mesh:
    """`positions` and unit `normals` (n, 3), `triangles` (m, 3) counter-clockwise from outside, where `radiance` goes.

    `look` is a description of what it is made of, as mitsuba's dictionaries have it; light is linear red, green, blue.
    """

    look: Mapping[str, Any]
    positions: Floats
    normals: Floats
    triangles: NDArray[np.uint32]
    radiance: Rgb | None = None

    @property
    def area_m2(self) -> float:
        a, b, c = (self.positions[self.triangles[:, corner]].astype(np.float64) for corner in range(3))
        return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


def mesh_of(solid: Solid, look: Mapping[str, Any], radiance: Rgb | None = None) -> Mesh:
    """A solid of the plan's frame."""
    positions = solid.positions[:, [0, 2, 1]] / 1000
    normals = normals_of(positions, solid.triangles).astype(np.float32)
    positions = _parted(positions, normals, solid.triangles)
    return Mesh(look, positions.astype(np.float32), normals, solid.triangles.astype(np.uint32), radiance)


def _parted(positions: Doubles, normals: Floats, triangles: Ints) -> Doubles:
    """A leaf's two sides lie in one place, where each would shade the other: a hair is put between them."""
    _, spots = np.unique(np.round(positions, 5), axis=0, return_inverse=True)
    _, which, counts = np.unique(
        np.sort(spots.reshape(-1)[triangles], axis=1), axis=0, return_inverse=True, return_counts=True
    )
    twins = np.unique(triangles[counts[which.reshape(-1)] > 1])
    apart = positions.copy()
    apart[twins] += HAIR_M * normals[twins]
    return apart


def polygon_mesh(corners: ArrayLike, look: Mapping[str, Any], radiance: Rgb | None = None) -> Mesh:
    """A flat convex polygon, metres and y up, counter-clockwise as seen from where it faces."""
    positions = np.array(corners, np.float64)
    fan = np.array([(0, at, at + 1) for at in range(1, len(positions) - 1)], np.int64)
    normals = normals_of(positions, fan).astype(np.float32)
    return Mesh(look, positions.astype(np.float32), normals, fan.astype(np.uint32), radiance)
