"""Markers that grow over touching regions until they meet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samples.photo.regions import Places

WALL, REST = 1, 2


def grown(pairs: Places, seeds: NDArray[np.int8]) -> NDArray[np.int8]:
    """Each region's marker, by the seeds (0: none): pairs (n, 2) unite in order, unless two different ones would."""
    useful = ~((seeds[pairs[:, 0]] == REST) & (seeds[pairs[:, 1]] == REST))
    root, marker = list(range(len(seeds))), seeds.tolist()
    for one, other in pairs[useful].tolist():
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        while root[other] != other:
            root[other] = root[root[other]]
            other = root[other]
        if one != other and not (marker[one] and marker[other] and marker[one] != marker[other]):
            root[other] = one
            marker[one] = marker[one] or marker[other]
    return np.array(marker, np.int8)[_ends(np.array(root))]


def _ends(root: Places) -> Places:
    while not np.array_equal(further := root[root], root):
        root = further
    return root
