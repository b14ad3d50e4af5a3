"""The colour of a painted sample in a photo, by a sheet of white paper beside it."""

from __future__ import annotations

import numpy as np

from samples.colour.arrays import Numbers
from samples.colour.cie import linear_to_lab
from samples.fault import Fault
from samples.photo.repainting import Pixels, paint_by_sheet

DISC = 40
"""The sample is read in a disc whose radius is this part of the photo's longer side."""

Tap = tuple[int, int]
"""Thousandths of the photo's width and height, from its upper left corner."""


def colour_by_sheet(photo: Pixels, white: Tap, sample: Tap) -> Numbers:
    """Lab (D65) of what was tapped as the sample, the sheet taken as white; Fault `white` `no_light`, `too_close`.

    The sheet and the sample must lie in the same light: side by side, at least two discs apart.
    """
    height, width = photo.shape[:2]
    sheet, middle = _pixel(white, width, height), _pixel(sample, width, height)
    radius = max(4, max(width, height) // DISC)
    if (sheet[0] - middle[0]) ** 2 + (sheet[1] - middle[1]) ** 2 < (2 * radius) ** 2:
        raise Fault("sample", "too_close")
    rows, columns = np.ogrid[:height, :width]
    disc = (columns - middle[0]) ** 2 + (rows - middle[1]) ** 2 <= radius**2
    mask = np.where(disc, 255, 0).astype(np.uint8)
    return linear_to_lab(paint_by_sheet(photo, mask, sheet).reflectance)


def _pixel(tap: Tap, width: int, height: int) -> tuple[int, int]:
    for path, value in zip(("x", "y"), tap, strict=True):
        if not 0 <= value <= 1000:
            raise Fault(path, "out_of_range", least=0, most=1000)
    return min(width - 1, tap[0] * width // 1000), min(height - 1, tap[1] * height // 1000)
