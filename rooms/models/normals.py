"""Which way each corner of a triangle faces: round where its neighbours bend a little, sharp where they bend more."""

from __future__ import annotations

import numpy as np

from rooms.models.soup import Doubles, Soup

ROUND_DEGREES = 40
MOST_PAIRS = 4_000_000


def corner_normals(soup: Soup) -> Doubles:
    """Unit normals (m, 3, 3): of all triangles at the vertex that bend less than 40° away, weighed by area."""
    spots = soup.positions[soup.triangles]
    crosses = np.cross(spots[:, 1] - spots[:, 0], spots[:, 2] - spots[:, 0])
    units = crosses / np.maximum(np.linalg.norm(crosses, axis=1, keepdims=True), 1e-30)
    vertices = soup.triangles.reshape(-1)
    order = np.argsort(vertices, kind="stable")
    counts = np.bincount(vertices, minlength=len(soup.positions))
    if int((counts.astype(np.int64) ** 2).sum()) > MOST_PAIRS:
        return np.repeat(units[:, None], 3, axis=1)
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    of = counts[vertices]
    mine = np.repeat(np.arange(len(vertices)), of)
    within = np.arange(len(mine)) - np.repeat(np.cumsum(of) - of, of)
    theirs = order[np.repeat(starts[vertices], of) + within]
    near = (units[mine // 3] * units[theirs // 3]).sum(axis=1) > np.cos(np.radians(ROUND_DEGREES))
    summed = np.zeros((len(vertices), 3))
    np.add.at(summed, mine[near], crosses[theirs[near] // 3])
    lengths = np.linalg.norm(summed, axis=1, keepdims=True)
    found = np.where(lengths > 0, summed / np.maximum(lengths, 1e-30), (0.0, 1.0, 0.0))
    return np.asarray(found.reshape(-1, 3, 3))
