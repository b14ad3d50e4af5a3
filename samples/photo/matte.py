"""The edge of a rough mask, drawn where the photo's own colours change, at the photo's full size.

A guided filter by colour (He, Sun and Tang, 2013): near the edge the mask is taken as a linear function of the colour,
fitted on the small picture and applied to the large one (He and Sun, "Fast guided filter", 2015).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.photo.edges import Grid

REACH = 3
"""Pixels of the small picture on either side that a fit looks at."""
SMOOTH = 4e-4
"""Variance of colour (0..1) below which the mask is only smoothed."""
CRISP = 1.6
"""The edge is made so much steeper again."""


class Matte:
    """A photo (rows, columns, 3; sRGB 0..255) and its small picture, made ready once for any mask of the small one."""

    def __init__(self, photo: NDArray[np.uint8], small: NDArray[np.uint8]) -> None:
        self._photo, self._guide = photo, small * np.float32(1 / 255)
        self._mean = _about(self._guide)
        spread = _about(self._guide[..., :, None] * self._guide[..., None, :])
        spread -= self._mean[..., :, None] * self._mean[..., None, :]
        self._inverse = np.linalg.inv(spread + SMOOTH * np.eye(3, dtype=np.float32)).astype(np.float32)

    def drawn(self, inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """How much of each pixel of the photo is inside, 0..255, by the small picture's pixels that are."""
        rough = inside.astype(np.float32)
        mean = _about(rough[..., None])
        along = _about(self._guide * rough[..., None]) - self._mean * mean
        slope = (self._inverse @ along[..., None])[..., 0]
        base = mean[..., 0] - (slope * self._mean).sum(axis=-1)
        level = self._large(_about(base[..., None])[..., 0])
        for channel, part in enumerate(np.moveaxis(_about(slope), 2, 0)):
            level += self._large(part) * (self._photo[..., channel] * np.float32(1 / 255))
        found: NDArray[np.uint8] = (np.clip((level - 0.5) * CRISP + 0.5, 0, 1) * 255 + 0.5).astype(np.uint8)
        return found

    def _large(self, layer: Grid) -> Grid:
        rows, columns = self._photo.shape[:2]
        return np.array(Image.fromarray(np.ascontiguousarray(layer)).resize((columns, rows), Image.Resampling.BILINEAR))


def _about(values: Grid) -> Grid:
    """The mean over REACH pixels to every side; the border repeats."""
    width = 2 * REACH + 1
    for axis in (0, 1):
        pad = [(REACH + 1, REACH) if at == axis else (0, 0) for at in range(values.ndim)]
        run = np.cumsum(np.pad(values, pad, "edge"), axis=axis, dtype=np.float64)
        ends = [(slice(None),) * axis + (part,) for part in (slice(width, None), slice(None, -width))]
        mean: Grid = ((run[ends[0]] - run[ends[1]]) / width).astype(np.float32)
        values = mean
    return values
