"""A marked wall's edge, drawn to be laid over the photo."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from configurator.photos.finding import Ready, mask_of
from configurator.photos.marks import Wall

OUTLINE_PX = 700
"""One pixel of an outline's width on either side for so many of the photo's."""
DARK, LIGHT = 1, 2


def outline(photo: Ready, wall: Wall) -> bytes:
    """The wall's edge as a PNG with see-through ground, white inside and dark outside, at the photo's size."""
    inside = mask_of(photo, wall) > 127
    reach = max(1, round(max(inside.shape) / OUTLINE_PX))
    drawn = np.zeros(inside.shape, np.uint8)
    drawn[_grown(inside, reach) & ~inside] = DARK
    drawn[_grown(~inside, reach) & inside] = LIGHT
    image = Image.fromarray(drawn, "P")
    image.putpalette([0, 0, 0, 22, 22, 22, 255, 255, 255])
    written = io.BytesIO()
    image.save(written, "PNG", transparency=0, compress_level=3)
    return written.getvalue()


def _grown(shape: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """The shape and all that is so near to it, along each axis in turn."""
    for axis in (0, 1):
        near, along = shape.copy(), np.moveaxis(shape, axis, 0)
        target = np.moveaxis(near, axis, 0)
        for step in range(1, reach + 1):
            target[step:] |= along[:-step]
            target[:-step] |= along[step:]
        shape = near
    return shape
