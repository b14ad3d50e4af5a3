"""The array type that the colour functions share."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers: TypeAlias = NDArray[np.float64]
"""Floats; colours keep their three components on the last axis, whatever stands before it."""

Lab: TypeAlias = tuple[float, float, float]
"""One colour: L* 0..100, a*, b*, for daylight D65 and the 2° observer."""


def colours(values: ArrayLike) -> Numbers:
    """The values as floats of shape (…, 3)."""
    array = np.asarray(values, dtype=np.float64)
    if array.ndim == 0 or array.shape[-1] != 3:
        raise ValueError(f"a colour has three components, not the shape {array.shape}")
    return array


def through(matrix: Numbers, values: ArrayLike) -> Numbers:
    """Every colour multiplied by the matrix, 3 by 3."""
    product: Numbers = np.einsum("ij,...j->...i", matrix, colours(values))
    return product
