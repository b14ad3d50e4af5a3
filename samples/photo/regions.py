"""A photo cut into small regions of one surface each, and how sharp the edge is where two of them touch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samples.photo.edges import Grid

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Regions:
    """`label` is each pixel's region; `lab`, `place` (y, x) and `size` are means and pixels per region.

    `pairs` (n, 2) are regions that touch, and `step` how steep (ΔE76 per pixel) the colour is there.
    """

    label: Places
    lab: Grid
    place: Grid
    size: Places
    pairs: Places
    step: Grid

    def __len__(self) -> int:
        return len(self.lab)


def basins(steep: Grid) -> Places:
    """Each pixel's region, by the steepness (rows, columns) of a picture.

    Every pixel runs down to its lowest neighbour until it lies still; who ends together is one region.
    """
    rows, columns = steep.shape
    padded = np.pad(steep, 1, constant_values=np.inf)
    own = np.arange(rows * columns).reshape(rows, columns)
    target, lowest = own.copy(), steep.copy()
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            there = padded[1 + down : 1 + down + rows, 1 + across : 1 + across + columns]
            lower = there < lowest
            target[lower] = own[lower] + down * columns + across
            lowest = np.where(lower, there, lowest)
    flat = target.ravel()
    while not np.array_equal(further := flat[flat], flat):
        flat = further
    return np.unique(flat, return_inverse=True)[1].reshape(rows, columns)


def measured(label: Places, about: Grid, steep: Grid) -> Regions:
    """The regions of their labels, by a Lab picture (rows, columns, 3) that is smooth and its steepness."""
    size = np.bincount(label.ravel())
    lab, place = (
        np.stack([np.bincount(label.ravel(), layer.ravel()) / size for layer in layers], axis=1).astype(np.float32)
        for layers in (np.moveaxis(about, 2, 0), np.indices(label.shape))
    )
    return Regions(label, lab, place, size, *_touching(label, steep))


def _touching(label: Places, steep: Grid) -> tuple[Places, Grid]:
    one = np.concatenate([label[:, :-1].ravel(), label[:-1].ravel()])
    other = np.concatenate([label[:, 1:].ravel(), label[1:].ravel()])
    ridge = np.concatenate([np.maximum(steep[:, :-1], steep[:, 1:]).ravel(), np.maximum(steep[:-1], steep[1:]).ravel()])
    apart = one != other
    one, other, ridge = one[apart], other[apart], ridge[apart]
    total = int(label.max()) + 1
    keys, place = np.unique(np.minimum(one, other) * total + np.maximum(one, other), return_inverse=True)
    step = np.bincount(place, ridge) / np.bincount(place)
    return np.stack([keys // total, keys % total], axis=1), step.astype(np.float32)
