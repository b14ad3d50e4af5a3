"""A paint's measured spectrum as text and as numbers: reflectance every 10 nm from 400 to 700, 1 is all light."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samples.colour.arrays import Lab
from samples.colour.spectrum import BANDS_NM, D65, lab_of
from samples.fault import Fault

Spectrum = tuple[float, ...]
MOST = 2.0
"""Optical brighteners send back more than came."""
FARTHEST_NM = 20
"""So far a spectrum that begins late or ends early goes on as level."""


def at_our_bands(first_nm: float, step_nm: float, values: Sequence[float]) -> Spectrum:
    """The spectrum at our bands, between its own by straight lines; empty where it does not reach them."""
    if step_nm <= 0 or len(values) < 2:
        return ()
    own = first_nm + step_nm * np.arange(len(values))
    if own[0] > BANDS_NM[0] + FARTHEST_NM or own[-1] < BANDS_NM[-1] - FARTHEST_NM:
        return ()
    return tuple(round(float(value), 4) for value in np.interp(BANDS_NM, own, values))


def lab_of_spectrum(spectrum: Spectrum) -> Lab:
    """Lab for D65 and 2°."""
    lightness, a, b = lab_of(np.array(spectrum) * D65, D65).tolist()
    return lightness, a, b


def as_text(spectrum: Spectrum) -> str:
    return " ".join(f"{value:.4f}" for value in spectrum)


def from_text(text: str) -> Spectrum:
    """Empty for an empty text; Fault `not_a_spectrum` for what is none."""
    try:
        values = tuple(float(one) for one in text.split())
    except ValueError:
        values = (-1.0,)
    if values and (len(values) != len(BANDS_NM) or not all(0 <= value <= MOST for value in values)):
        raise Fault("spectrum", "not_a_spectrum", bands=len(BANDS_NM))
    return values
