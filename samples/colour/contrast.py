"""Can one be told from the other: WCAG contrast on a screen, light reflectance in a building."""

from __future__ import annotations

from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers
from samples.colour.cie import hex_to_lab, lab_to_xyz, lrv

LRV_WANTED = 30
"""Points between a surface and what stands against it, as a door in its wall (BS 8300-2:2018)."""
LRV_WANTED_LARGE = 20
"""Points that are enough for large areas, or above 200 lux (BS 8300-2:2018)."""


def wcag_ratio(hex1: str, hex2: str) -> float:
    """Contrast ratio of two screen colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    darker, lighter = sorted(float(lab_to_xyz(hex_to_lab(hex_))[1]) for hex_ in (hex1, hex2))
    return (lighter + 0.05) / (darker + 0.05)


def lrv_difference(lab1: ArrayLike, lab2: ArrayLike) -> Numbers:
    """Points of light reflectance between two colours, 0 to 100."""
    return abs(lrv(lab1) - lrv(lab2))


def stands_out(lab1: ArrayLike, lab2: ArrayLike, *, large: bool = False) -> bool:
    """Whether people with poor sight tell the two surfaces apart, by BS 8300-2:2018."""
    return bool(lrv_difference(lab1, lab2) >= (LRV_WANTED_LARGE if large else LRV_WANTED))
