"""What of a wall's look is not its paint: the noise of the photo, and the shine that stays white on any paint."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.colour.arrays import Numbers
from samples.colour.srgb import to_linear
from samples.photo.edges import Grid

SOLID = 128
"""A mask of more is wall."""
GREEN = 1
"""The channel with the least noise of its own tells how much there is."""
PLAIN = 4
"""Colours vary by noise within so many pixels."""
NOISE = 25
"""So much of a wall (percent) shows noise alone; what varies ABOVE_NOISE as much, or more, is texture and stays."""
ABOVE_NOISE = 3.0
BRIGHTER, BRIGHTER_BY = 1.1, 4.0
"""A pixel of a wall is at most so much lighter than the wall about it, and so many levels."""
SHINE_PARTS = 100
"""Shine is brighter than what lies about it within a hundredth of the picture."""
SHINE_FROM, SHINE_FULL = 16.0, 40.0
"""Levels by which its darkest channel exceeds that."""
WHITE_FROM, WHITE_FULL = 0.3, 0.7
"""How much less coloured than the paint it is: 1 is white."""
GREY_PAINT = 0.5
"""A paint less coloured than this tells nothing of whiteness; only what is nearly blown out is shine on it."""
BLOWN_FROM = 236.0
COARSE = 2
"""What is the mean of many pixels is worked out for every second one, across and down."""


class Surface:
    """A wall in planes of levels (3, rows, columns), by its mask (rows, columns), at places of the flat picture.

    `side` is the longer one of the photo that the planes are a part of, in pixels.
    """

    def __init__(self, planes: NDArray[np.uint8], mask: NDArray[np.uint8], at: NDArray[np.intp], side: int) -> None:
        self._planes, self._at, self._side = planes, at, side
        columns = mask.shape[1]
        self._at_coarse = at // columns // COARSE * -(-columns // COARSE) + at % columns // COARSE
        self._solid = mask > SOLID
        self._masked = mask.ravel()[at] > 0
        self.is_solid = bool(self._solid.any())

    def quieted(self, amount: float) -> Grid:
        """The wall's levels (3, n; 0..255), their noise multiplied by `amount`."""
        levels = self._planes[GREEN].astype(np.float32)
        base = _about(levels, PLAIN)
        detail = levels - base
        varies = self._coarse(_about(detail * detail, 2 * PLAIN, coarse=True))
        noise = ABOVE_NOISE * float(np.percentile(varies[self._solid.ravel()[self._at]][::7], NOISE))
        share = np.maximum(1 - noise / np.maximum(varies, np.float32(1e-6)), 0)
        share *= 1 - amount
        share += amount
        quiet = np.empty((3, len(self._at)), np.float32)
        for channel in (GREEN, 0, 2):
            if channel != GREEN:
                levels = self._planes[channel].astype(np.float32)
                base = _about(levels, PLAIN)
                detail = np.subtract(levels, base, out=levels)
            quiet[channel] = detail.ravel()[self._at]
            quiet[channel] *= share
            quiet[channel] += base.ravel()[self._at]
        quiet *= np.minimum(self._most() / np.maximum(quiet[GREEN], 1), 1)
        return quiet

    def shine(self, reflectance: Numbers) -> Grid:
        """How much of each of the wall's pixels is glossy light, 0..1, on that paint (linear, shape (3,))."""
        darkest = self._planes.min(axis=0)
        about = _about(darkest.astype(np.float32), max(2, self._side // SHINE_PARTS), coarse=True)
        mine = darkest.ravel()[self._at]
        over = mine - self._coarse(about)
        found = np.zeros(len(self._at), np.float32)
        at = np.flatnonzero((over > SHINE_FROM) & self._masked)
        strong = np.clip((over[at] - SHINE_FROM) / (SHINE_FULL - SHINE_FROM), 0, 1)
        paint = 1 - float(reflectance.min() / reflectance.max())
        if paint < GREY_PAINT:
            white = np.clip((mine[at] - BLOWN_FROM) / (255 - BLOWN_FROM), 0, 1)
        else:
            light = to_linear(self._planes.reshape(3, -1)[:, self._at[at]].T / 255)
            coloured = 1 - light.min(axis=1) / np.maximum(light.max(axis=1), 1e-4)
            white = np.clip((1 - coloured / paint - WHITE_FROM) / (WHITE_FULL - WHITE_FROM), 0, 1)
        found[at] = strong * white
        return found

    def _most(self) -> Grid:
        """The brightest that wall may be by the wall about it: at an edge, pixels are partly of what lies beyond."""
        solid = self._solid.astype(np.float32)
        near = _about(self._planes[GREEN] * solid, 2 * PLAIN, coarse=True)
        near /= np.maximum(_about(solid, 2 * PLAIN, coarse=True), np.float32(1e-3))
        near *= BRIGHTER
        near += BRIGHTER_BY
        return self._coarse(near)

    def _coarse(self, layer: Grid) -> Grid:
        """The wall's values of a layer that has every second pixel."""
        found: Grid = layer.ravel()[self._at_coarse]
        return found


def _about(layer: Grid, pixels: int, *, coarse: bool = False) -> Grid:
    """The mean of squares of so many pixels, and smoothly between them; `coarse`: for every second pixel."""
    rows, columns = layer.shape
    small = Image.fromarray(layer).resize((max(1, columns // pixels), max(1, rows // pixels)), Image.Resampling.BOX)
    finest = COARSE if coarse else 1
    return np.array(small.resize((-(-columns // finest), -(-rows // finest)), Image.Resampling.BILINEAR))
