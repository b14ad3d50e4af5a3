"""Flat faces diced into patches small enough that one point stands for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Patches:
    """n patches: `corners` (n, 4, 3) in mm, `centres` and unit `normals` (n, 3) into the room, `areas` (n,) in mm².

    `part` (n,) is the place of the face that each comes from.
    """

    corners: Floats
    centres: Floats
    normals: Floats
    areas: Floats
    part: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.areas)

    def only(self, chosen: NDArray[np.bool_]) -> Patches:
        corners, centres, normals = self.corners[chosen], self.centres[chosen], self.normals[chosen]
        return Patches(corners, centres, normals, self.areas[chosen], self.part[chosen])


def dice(faces: Sequence[Floats], longest_mm: float) -> Patches:
    """The patches of convex flat faces; seen from the room, corners run so that (c - a) × (b - a) points into it."""
    quads, part = [], []
    for place, face in enumerate(faces):
        for quad in _quads(np.asarray(face, np.float64)):
            pieces = _cut(quad, longest_mm)
            quads.append(pieces)
            part += [place] * len(pieces)
    return _of(np.concatenate(quads) if quads else np.empty((0, 4, 3)), np.array(part, np.intp))


def _of(corners: Floats, part: NDArray[np.intp]) -> Patches:
    """What has an area."""
    across = np.cross(corners[:, 3] - corners[:, 1], corners[:, 2] - corners[:, 0])
    twice = np.linalg.norm(across, axis=1)
    flat = twice > 1.0
    normals = across / np.where(flat, twice, 1)[:, None]
    whole = Patches(corners, corners.mean(axis=1), normals, twice / 2, part)
    return whole.only(flat)


def finer(patches: Patches, chosen: NDArray[np.bool_]) -> Patches:
    """The same with each chosen patch cut in four."""
    whole, few = patches.only(~chosen), patches.only(chosen)
    corners = pieces(few.corners, 2)
    return _of(np.concatenate([whole.corners, corners]), np.concatenate([whole.part, np.repeat(few.part, 4)]))


def pieces(corners: Floats, count: int) -> Floats:
    """Each quad (n, 4, 3) as count × count of its own, one quad's after another's."""
    steps = np.linspace(0, 1, count + 1)
    return _grid(corners[:, None, None], steps[:, None, None], steps[None, :, None])


def _quads(face: Floats) -> Iterator[Floats]:
    """A face as quads about its first corner, the last one with two corners in one place when a triangle is left."""
    for at in range(1, len(face) - 1, 2):
        yield face[[0, at, at + 1, min(at + 2, len(face) - 1)]]


def _cut(quad: Floats, longest_mm: float) -> Floats:
    """Even pieces (k, 4, 3) of a quad a b c d, no side longer than asked."""
    a, b, c, d = quad
    along = _count(max(np.linalg.norm(b - a), np.linalg.norm(c - d)), longest_mm)
    across = _count(max(np.linalg.norm(d - a), np.linalg.norm(c - b)), longest_mm)
    return _grid(
        quad[None, None, None],
        np.linspace(0, 1, along + 1)[:, None, None],
        np.linspace(0, 1, across + 1)[None, :, None],
    )


def _grid(quads: Floats, u: Floats, v: Floats) -> Floats:
    """Pieces (k, 4, 3) of quads (n, 1, 1, 4, 3) a b c d, by steps from a to b (., 1, 1) and from a to d (1, ., 1)."""
    a, b, c, d = (quads[..., corner, :] for corner in range(4))
    grid = (1 - v) * ((1 - u) * a + u * b) + v * ((1 - u) * d + u * c)
    cut = np.stack([grid[:, :-1, :-1], grid[:, 1:, :-1], grid[:, 1:, 1:], grid[:, :-1, 1:]], axis=3)
    return cut.reshape(-1, 4, 3)


def _count(length_mm: np.floating[Any], longest_mm: float) -> int:
    return max(1, ceil(length_mm / longest_mm))
