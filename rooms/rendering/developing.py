"""From light to a picture: exposed by where the room is well lit, its brightest held back, encoded as sRGB.

Where the room is well lit a paint is shown in its own colour, elsewhere darker, as by a camera that is set there. Up to
`SHOULDER` the curve is a straight line; above it light is pressed below 1 as in the Khronos PBR Neutral tone mapping
(without its toe, which makes up for highlights that every face there has), and grows whiter the brighter it is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rooms.pictures.picture import encoded

Floats = NDArray[np.float32]

SHOULDER, WHITENS = 0.76, 0.15
LEAST_ALBEDO = 0.02
WELL_LIT = 85
"""The camera is set by the light on the place that is lighter than so many percent of what is seen."""


def exposure(light: Floats, albedo: Floats, alpha: Floats) -> float:
    """What the light (h, w, 3) is to be multiplied by: light of 1 falls on well lit faces, without the outside."""
    bright, grey = light.mean(axis=2), albedo.mean(axis=2)
    seen = (grey > LEAST_ALBEDO) & (alpha > 0.99) & (bright > 0)
    return 1 / float(np.percentile(bright[seen] / grey[seen], WELL_LIT)) if seen.any() else 1.0


def developed(light: Floats) -> NDArray[np.uint8]:
    """sRGB bytes of exposed linear light (h, w, 3)."""
    return encoded(held_back(light))


def held_back(light: Floats) -> Floats:
    """Linear light below 1."""
    light = np.maximum(light, 0)
    peak = light.max(axis=2, keepdims=True)
    room = 1 - SHOULDER
    pressed = 1 - room * room / (np.maximum(peak, SHOULDER) + room - SHOULDER)
    scaled = light * (pressed / np.maximum(peak, 1e-6))
    white = 1 - 1 / (WHITENS * (peak - pressed) + 1)
    above = scaled * (1 - white) + pressed * white
    found: Floats = np.where(peak < SHOULDER, light, above).astype(np.float32)
    return found
