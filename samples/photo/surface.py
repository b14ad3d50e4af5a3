"""What of a wall's look is not its paint: the noise of the photo, and the shine that stays white on any paint."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from samples.colour.arrays import Numbers
from samples.colour.srgb import to_linear
from samples.photo.edges import Grid

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


def quieted(photo: NDArray[np.uint8], wall: NDArray[np.bool_], at: NDArray[np.intp], amount: float) -> Grid:
    """Pixels at places of the flat photo (n, 3; levels 0..255), the noise of its wall multiplied by `amount`."""
    quiet, detail = np.empty((len(at), 3), np.float32), np.empty((len(at), 3), np.float32)
    kept, most = np.zeros(len(at), np.float32), np.zeros(len(at), np.float32)
    for channel in (GREEN, 0, 2):
        levels = photo[..., channel].astype(np.float32)
        base = _about(levels, PLAIN)
        if channel == GREEN:
            varies = _about((levels - base) ** 2, 2 * PLAIN)
            noise = ABOVE_NOISE * float(np.percentile(varies[wall][::7], NOISE))
            most = _most(levels, wall).ravel()[at]
            kept = np.maximum(1 - noise / np.maximum(varies.ravel()[at], np.float32(1e-6)), 0)
        quiet[:, channel] = base.ravel()[at]
        detail[:, channel] = levels.ravel()[at]
    detail -= quiet
    detail *= (amount + (1 - amount) * kept)[:, None]
    quiet += detail
    quiet *= np.minimum(most / np.maximum(quiet[:, GREEN], 1), 1)[:, None]
    return quiet


def _most(levels: Grid, wall: NDArray[np.bool_]) -> Grid:
    """The brightest that wall may be by the wall about it: at an edge, pixels are partly of what lies beyond."""
    solid = wall.astype(np.float32)
    near = _about(levels * solid, 2 * PLAIN) / np.maximum(_about(solid, 2 * PLAIN), np.float32(1e-3))
    most: Grid = (near * BRIGHTER + BRIGHTER_BY).astype(np.float32)
    return most


def shine(photo: NDArray[np.uint8], mask: NDArray[np.uint8], reflectance: Numbers) -> Grid:
    """How much of each masked pixel is glossy light, 0..1, on a wall of that paint (linear, shape (3,))."""
    darkest = np.minimum(np.minimum(photo[..., 0], photo[..., 1]), photo[..., 2]).astype(np.float32)
    over = darkest - _about(darkest, max(2, max(photo.shape[:2]) // SHINE_PARTS))
    found = np.zeros(photo.shape[:2], np.float32)
    at = np.nonzero((over > SHINE_FROM) & (mask > 0))
    strong = np.clip((over[at] - SHINE_FROM) / (SHINE_FULL - SHINE_FROM), 0, 1)
    paint = 1 - float(reflectance.min() / reflectance.max())
    if paint < GREY_PAINT:
        white = np.clip((darkest[at] - BLOWN_FROM) / (255 - BLOWN_FROM), 0, 1)
    else:
        light = to_linear(photo[at] / 255)
        coloured = 1 - light.min(axis=1) / np.maximum(light.max(axis=1), 1e-4)
        white = np.clip((1 - coloured / paint - WHITE_FROM) / (WHITE_FULL - WHITE_FROM), 0, 1)
    found[at] = strong * white
    return found


def _about(layer: Grid, pixels: int) -> Grid:
    """The mean of squares of so many pixels, and smoothly between them."""
    rows, columns = layer.shape
    small = Image.fromarray(layer).resize((max(1, columns // pixels), max(1, rows // pixels)), Image.Resampling.BOX)
    return np.asarray(small.resize((columns, rows), Image.Resampling.BILINEAR))
