"""OKLab and OKLCH (Björn Ottosson, 2020): even steps of hue and lightness, for grids, families and gamut mapping."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers, through
from samples.colour.cie import lab_to_lch, lab_to_linear, lch_to_lab, linear_to_lab

LINEAR_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
ROOTS_TO_OKLAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
LMS_TO_LINEAR = np.linalg.inv(LINEAR_TO_LMS)
OKLAB_TO_ROOTS = np.linalg.inv(ROOTS_TO_OKLAB)

oklab_to_oklch = lab_to_lch
oklch_to_oklab = lch_to_lab


def lab_to_oklch(lab: ArrayLike) -> Numbers:
    """OKLCH (lightness 0..1, chroma about 0..0.33, hue in degrees) of CIE Lab."""
    return oklab_to_oklch(linear_to_oklab(lab_to_linear(lab)))


def oklch_to_lab(oklch: ArrayLike) -> Numbers:
    return linear_to_lab(oklab_to_linear(oklch_to_oklab(oklch)))


def linear_to_oklab(linear: ArrayLike) -> Numbers:
    return through(ROOTS_TO_OKLAB, np.cbrt(through(LINEAR_TO_LMS, linear)))


def oklab_to_linear(oklab: ArrayLike) -> Numbers:
    return through(LMS_TO_LINEAR, through(OKLAB_TO_ROOTS, oklab) ** 3)
