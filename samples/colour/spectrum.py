"""Colours as spectra: what a paint reflects and what a light sends, every 10 nm from 400 to 700, and back to Lab.

A paint is stored as Lab, which many spectra share. The smoothest are typical of paint, so one is taken from the family
of Jakob and Hanika ("A Low-Dimensional Function Space for Efficient Spectral Upsampling", 2019): a parabola of the
wavelength through a curve that stays between 0 and 1.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.adaptation import adapt
from samples.colour.arrays import Numbers, colours
from samples.colour.cie import WHITE, lab_to_xyz, xyz_to_lab

BANDS_NM = np.arange(400, 701, 10)
_TABLES = json.loads(Path(__file__).with_name("spectra.json").read_text("utf-8"))
OBSERVER: Numbers = np.stack([_TABLES["observer"][axis] for axis in "xyz"], axis=-1)
_MEAN, _FIRST, _SECOND = (np.array(_TABLES["daylight"][name]) for name in ("mean", "first", "second"))
WARMEST_DAYLIGHT_K, COOLEST_DAYLIGHT_K = 4_000, 25_000
"""Between them the CIE gives daylight its place on the chart."""
SECOND_RADIATION_CONSTANT = 1.438776877e7
"""nm·K (CODATA 2018)."""
STEPS = 40
NUDGE = 1e-5
NEAR_ENOUGH = 1e-5
DEEPEST = 25.0
"""How far the parabola may reach: beyond it a reflectance is 0 or 1 to three digits."""
_PLACE = (BANDS_NM - 550) / 150
_POWERS = np.stack([_PLACE**2, _PLACE, np.ones_like(_PLACE)], axis=-1)


def daylight(kelvin: float) -> Numbers:
    """The CIE's daylight of a colour temperature, 4 000 to 25 000 K, as 31 powers, 1 of luminance in all."""
    if not WARMEST_DAYLIGHT_K <= kelvin <= COOLEST_DAYLIGHT_K:
        raise ValueError(f"daylight is of {WARMEST_DAYLIGHT_K} to {COOLEST_DAYLIGHT_K} K, not {kelvin}")
    per = 1000 / kelvin
    if kelvin <= 7000:
        x = 0.244063 + 0.09911 * per + 2.9678 * per**2 - 4.6070 * per**3
    else:
        x = 0.237040 + 0.24748 * per + 1.9018 * per**2 - 2.0064 * per**3
    y = -3 * x * x + 2.87 * x - 0.275
    whole = 0.0241 + 0.2562 * x - 0.7341 * y
    first, second = (-1.3515 - 1.7703 * x + 5.9114 * y) / whole, (0.03 - 31.4424 * x + 30.0717 * y) / whole
    return _of_luminance_1(_MEAN + first * _FIRST + second * _SECOND)


def glow(kelvin: float) -> Numbers:
    """A black body's light (Planck), as lamps with a filament have it; of luminance 1."""
    return _of_luminance_1(BANDS_NM**-5.0 / np.expm1(SECOND_RADIATION_CONSTANT / (BANDS_NM * kelvin)))


def lamp(kelvin: float) -> Numbers:
    """A lamp of a colour temperature: as if it glowed, from 5 000 K on as daylight. An LED's own spectrum differs."""
    return glow(kelvin) if kelvin < 5_000 else daylight(kelvin)


def reflectance(lab: ArrayLike) -> Numbers:
    """The smooth spectrum (…, 31) with this Lab under D65; for a colour that no surface can have, the nearest found."""
    wanted = colours(lab)
    flat = wanted.reshape(-1, 3)
    curve, damping = _grey(flat), np.full(len(flat), 1e-3)
    off = _lab(_spectrum(curve)) - flat
    for _ in range(STEPS):
        if float(np.abs(off).max(initial=0)) < NEAR_ENOUGH:
            break
        tried = np.clip(curve - _step(curve, off, damping), -DEEPEST, DEEPEST)
        missed = _lab(_spectrum(tried)) - flat
        better = (missed**2).sum(axis=-1) < (off**2).sum(axis=-1)
        curve, off = np.where(better[:, None], tried, curve), np.where(better[:, None], missed, off)
        damping = np.where(better, damping / 8, damping * 8)
    return _spectrum(curve).reshape(*wanted.shape[:-1], len(BANDS_NM))


def lab_of(reflected: ArrayLike, light: ArrayLike) -> Numbers:
    """Lab of what comes off a surface (…, 31), to an eye used to the light (31,), which white sends back whole."""
    light = np.asarray(light, np.float64)
    white = light @ OBSERVER
    xyz = np.asarray(reflected, np.float64) @ OBSERVER / white[1]
    return xyz_to_lab(adapt(xyz, white / white[1], WHITE))


def _lab(spectrum: Numbers) -> Numbers:
    return lab_of(spectrum * D65, D65)


def _spectrum(curve: Numbers) -> Numbers:
    height = curve @ _POWERS.T
    spectrum: Numbers = 0.5 + height / (2 * np.sqrt(1 + height**2))
    return spectrum


def _grey(lab: Numbers) -> Numbers:
    """The level spectra of the same lightness."""
    level = np.clip(lab_to_xyz(lab)[:, 1], 0.002, 0.998)
    twice = 2 * level - 1
    return np.stack([np.zeros_like(level), np.zeros_like(level), twice / np.sqrt(1 - twice**2)], axis=-1)


def _step(curve: Numbers, off: Numbers, damping: Numbers) -> Numbers:
    """Levenberg and Marquardt's, with the slopes of Lab by differences (n, 3 of Lab, 3 of the curve)."""
    here = _lab(_spectrum(curve))
    slopes = np.stack([(_lab(_spectrum(curve + NUDGE * way)) - here) / NUDGE for way in np.eye(3)], axis=-1)
    square = np.einsum("nki,nkj->nij", slopes, slopes)
    square += damping[:, None, None] * (np.eye(3) * np.einsum("nii->ni", square)[:, None, :] + np.eye(3) * 1e-9)
    return np.linalg.solve(square, np.einsum("nki,nk->ni", slopes, off)[..., None])[..., 0]


def _of_luminance_1(powers: Numbers) -> Numbers:
    scaled: Numbers = powers / (powers @ OBSERVER[:, 1])
    return scaled


D65 = daylight(6504)
