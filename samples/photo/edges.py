"""Where one surface of a photo ends and another begins: the steps of its colour, after a little smoothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.float32]
"""One value or three per pixel: rows, columns and, for colours, a last axis of 3."""


def smoothed(values: Grid, times: int = 1) -> Grid:
    """Binomial smoothing, 1-4-6-4-1 both ways, so many times; the border repeats."""
    for _ in range(times):
        for axis in (0, 1):
            padded = np.pad(values, [(2, 2) if at == axis else (0, 0) for at in range(values.ndim)], "edge")
            length = values.shape[axis]
            part = [padded[(slice(None),) * axis + (slice(at, at + length),)] for at in range(5)]
            values = (part[0] + part[4] + 4 * (part[1] + part[3]) + 6 * part[2]) * np.float32(1 / 16)
    return values


def steepness(lab: Grid) -> Grid:
    """How steeply the colour changes at each pixel, in ΔE76 per pixel."""
    padded = np.pad(smoothed(lab), ((1, 1), (1, 1), (0, 0)), "edge")
    down = (padded[2:, 1:-1] - padded[:-2, 1:-1]) / 2
    across = (padded[1:-1, 2:] - padded[1:-1, :-2]) / 2
    steep: Grid = np.sqrt((down**2 + across**2).sum(axis=2))
    return steep
