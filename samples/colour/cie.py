"""XYZ (Y of white is 1), Lab and LCh for daylight D65 and the 2° observer (CIE 15:2018)."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers, colours, through
from samples.colour.srgb import from_hex, to_linear

# From the primaries and the white point of IEC 61966-2-1, as exact fractions.
LINEAR_TO_XYZ = np.array(
    [
        [506752 / 1228815, 87881 / 245763, 12673 / 70218],
        [87098 / 409605, 175762 / 245763, 12673 / 175545],
        [7918 / 409605, 87881 / 737289, 1001167 / 1053270],
    ]
)
XYZ_TO_LINEAR = np.linalg.inv(LINEAR_TO_XYZ)
WHITE = LINEAR_TO_XYZ.sum(axis=1)
EPSILON = 216 / 24389
KAPPA = 24389 / 27


def hex_to_lab(text: str) -> Numbers:
    """Lab of "#rrggbb", shape (3,); Fault when it is not a hex colour."""
    return linear_to_lab(to_linear(from_hex(text)))


def linear_to_lab(linear: ArrayLike) -> Numbers:
    return xyz_to_lab(linear_to_xyz(linear))


def lab_to_linear(lab: ArrayLike) -> Numbers:
    """Linear sRGB light; outside 0..1 where the screen cannot show it."""
    return xyz_to_linear(lab_to_xyz(lab))


def linear_to_xyz(linear: ArrayLike) -> Numbers:
    return through(LINEAR_TO_XYZ, linear)


def xyz_to_linear(xyz: ArrayLike) -> Numbers:
    return through(XYZ_TO_LINEAR, xyz)


def xyz_to_lab(xyz: ArrayLike, white: ArrayLike = WHITE) -> Numbers:
    """Lab relative to the white; the XYZ must already be adapted to it."""
    ratio = colours(xyz) / colours(white)
    f = np.where(ratio > EPSILON, np.cbrt(ratio), (KAPPA * ratio + 16) / 116)
    fx, fy, fz = np.moveaxis(f, -1, 0)
    return np.stack([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)], axis=-1)


def lab_to_xyz(lab: ArrayLike, white: ArrayLike = WHITE) -> Numbers:
    lightness, a, b = np.moveaxis(colours(lab), -1, 0)
    fy = (lightness + 16) / 116
    f = np.stack([fy + a / 500, fy, fy - b / 200], axis=-1)
    return np.where(f**3 > EPSILON, f**3, (116 * f - 16) / KAPPA) * colours(white)


def lab_to_lch(lab: ArrayLike) -> Numbers:
    """Lightness, chroma and hue in degrees 0..360."""
    lightness, a, b = np.moveaxis(colours(lab), -1, 0)
    return np.stack([lightness, np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360], axis=-1)


def lch_to_lab(lch: ArrayLike) -> Numbers:
    lightness, chroma, hue = np.moveaxis(colours(lch), -1, 0)
    turn = np.radians(hue)
    return np.stack([lightness, chroma * np.cos(turn), chroma * np.sin(turn)], axis=-1)


def lrv(lab: ArrayLike) -> Numbers:
    """Light reflectance value, 0 black to 100 white: 100·Y of the colour."""
    return 100 * lab_to_xyz(lab)[..., 1]
