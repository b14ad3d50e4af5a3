"""The nearest of many colours by ΔE00, without looking at all of them and without missing one.

Colours lie in cells of a grid over Lab. A first guess comes from the cells around the wanted colour; how far a
better one could still lie follows from the formula: with SL ≤ 1.747, SH ≤ SC and the rotation term at its worst,

    ΔE00² ≥ (ΔL / 1.747)² + λ · (Δa² + Δb²) / SC²,   λ = 1 - sin 60° · √(C̄⁷ / (C̄⁷ + 25⁷))

so all that could be nearer stands in a box, and only that is measured.
"""

from __future__ import annotations

from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samples.colour.arrays import Numbers, colours
from samples.colour.difference import delta_e, saturation

CELL = 5.0
FIRST_HALF = 1.0
CELLS_AT_ONCE = 50
"""Comparing this many cells at once costs about as much as looking one of them up."""
MOST_LIGHTNESS_WEIGHT = 1 + 0.015 * 50**2 / (20 + 50**2) ** 0.5
FARTHEST = 400.0
ROUNDS = 60
SLACK = 1e-6

Places = NDArray[np.intp]


class ColourIndex:
    """Colours, Lab of shape (n, 3), ready to be asked for the nearest."""

    def __init__(self, labs: ArrayLike) -> None:
        self.labs = colours(labs)

    def nearest(self, lab: ArrayLike, n: int) -> tuple[Places, Numbers]:
        """Places and ΔE00 of the n nearest, nearest first; of equals the earlier first. Fewer when there are fewer."""
        wanted = colours(lab)
        n = min(n, len(self.labs))
        if n <= 0:
            return np.empty(0, dtype=np.intp), np.empty(0)
        guess = self._around(wanted, n)
        worst = float(np.partition(delta_e(wanted, self.labs[guess]), n - 1)[n - 1]) + SLACK
        places = np.sort(self._within(wanted, worst * MOST_LIGHTNESS_WEIGHT, _reach(wanted, worst)))
        far = delta_e(wanted, self.labs[places])
        order = np.argsort(far, kind="stable")[:n]
        return places[order], far[order]

    @cached_property
    def _cells(self) -> tuple[NDArray[np.int64], list[Places], dict[tuple[int, int, int], Places]]:
        """The cells that hold a colour: their corners, shape (m, 3), their places, and the places by corner."""
        corners, owner = np.unique(np.floor(self.labs / CELL).astype(np.int64), axis=0, return_inverse=True)
        order = np.argsort(owner.ravel(), kind="stable")
        groups = np.split(order, np.cumsum(np.bincount(owner.ravel()))[:-1])
        return corners, groups, {(i, j, k): group for (i, j, k), group in zip(corners.tolist(), groups, strict=True)}

    def _around(self, wanted: Numbers, n: int) -> Places:
        """At least n places, from a box that grows until the cells it touches hold them."""
        half = FIRST_HALF
        while len(places := self._within(wanted, half, half)) < n:
            half *= 2
        return places

    def _within(self, wanted: Numbers, half_lightness: float, half_ab: float) -> Places:
        """The places in every cell that the box around the wanted colour touches."""
        half = np.array([half_lightness, half_ab, half_ab])
        low, high = np.floor((wanted - half) / CELL), np.floor((wanted + half) / CELL)
        corners, groups, by_corner = self._cells
        if np.prod(high - low + 1) > len(groups) / CELLS_AT_ONCE:
            chosen = [groups[i] for i in np.flatnonzero(np.all((corners >= low) & (corners <= high), axis=1))]
        else:
            sides = (range(int(first), int(last) + 1) for first, last in zip(low, high, strict=True))
            chosen = [by_corner[corner] for corner in product(*sides) if corner in by_corner]
        return np.concatenate(chosen) if chosen else np.empty(0, dtype=np.intp)


def _reach(wanted: Numbers, worst: float) -> float:
    """How far in a, b a colour may lie whose ΔE00 is still at most `worst`."""
    chroma = float(np.hypot(wanted[1], wanted[2]))
    reach = worst
    for _ in range(ROUNDS):
        mean = np.array(chroma + reach / 2)
        stretched = mean * (1.5 - 0.5 * saturation(mean))
        worst_turn = 1 - np.sin(np.radians(60)) * saturation(stretched)
        wider = worst * (1 + 0.045 * float(stretched)) / float(np.sqrt(worst_turn))
        if wider <= reach or wider > FARTHEST:
            break
        reach = wider
    return min(max(reach, wider), FARTHEST)
