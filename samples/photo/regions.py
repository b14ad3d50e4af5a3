"""A photo cut into small regions of one surface each, and how sharp the edge is where two of them touch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samples.photo.edges import Grid, smoothed, steepness

Places = NDArray[np.intp]

ABOUT = 4
"""How often colours are smoothed before a region takes its own: noise counts less than the surface."""


@dataclass(frozen=True)
class Regions:
    """`label` is each pixel's region; `lab`, `place` (y, x) and `size` are means and pixels per region.

    `pairs` (n, 2) are regions that touch, `border` how many pixels long and `step` how steep (ΔE76 per pixel) there.
    """

    label: Places
    lab: Grid
    pairs: Places
    step: Grid

    def __len__(self) -> int:
        return len(self.lab)


def cut(lab: Grid) -> Regions:
    """The basins of the colour's steepness, of a Lab picture (rows, columns, 3)."""
    steep = steepness(lab)
    label = _basins(steep)
    means = [np.bincount(label.ravel(), layer.ravel()) for layer in np.moveaxis(smoothed(lab, ABOUT), 2, 0)]
    colour = np.stack(means, axis=1) / np.bincount(label.ravel())[:, None]
    return Regions(label, colour.astype(np.float32), *_touching(label, steep))


def _basins(steep: Grid) -> Places:
    """Every pixel runs down to its lowest neighbour until it lies still; who ends together is one region."""
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
