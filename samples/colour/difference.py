"""CIEDE2000, the difference between two colours as the eye weighs it (CIE 142:2001; Sharma, Wu, Dalal 2005)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers, colours


class Pair(NamedTuple):
    """Two colours as CIEDE2000 compares them: lightness, and chroma and hue (degrees) after the red-green stretch."""

    lightness1: Numbers
    lightness2: Numbers
    chroma1: Numbers
    chroma2: Numbers
    hue1: Numbers
    hue2: Numbers


def delta_e(lab1: ArrayLike, lab2: ArrayLike) -> Numbers:
    """ΔE00 with kL = kC = kH = 1; the shapes (…, 3) broadcast against each other."""
    pair = _pair(colours(lab1), colours(lab2))
    lightness = (pair.lightness1 + pair.lightness2) / 2
    chroma = (pair.chroma1 + pair.chroma2) / 2
    hue = _mean_hue(pair)
    in_lightness = (pair.lightness2 - pair.lightness1) / _lightness_weight(lightness)
    in_chroma = (pair.chroma2 - pair.chroma1) / (1 + 0.045 * chroma)
    in_hue = _hue_step(pair) / (1 + 0.015 * chroma * _hue_weight(hue))
    squared = in_lightness**2 + in_chroma**2 + in_hue**2 + _rotation(chroma, hue) * in_chroma * in_hue
    return np.sqrt(np.maximum(squared, 0))


def _pair(lab1: Numbers, lab2: Numbers) -> Pair:
    (l1, a1, b1), (l2, a2, b2) = np.moveaxis(lab1, -1, 0), np.moveaxis(lab2, -1, 0)
    stretch = 1.5 - 0.5 * saturation((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2)
    a1, a2 = a1 * stretch, a2 * stretch
    return Pair(l1, l2, np.hypot(a1, b1), np.hypot(a2, b2), _hue(a1, b1), _hue(a2, b2))


def saturation(chroma: Numbers) -> Numbers:
    """√(C⁷ / (C⁷ + 25⁷)): 0 for greys, near 1 for vivid colours."""
    seventh = np.power(chroma, 7)
    return np.sqrt(seventh / (seventh + 25.0**7))


def _hue(a: Numbers, b: Numbers) -> Numbers:
    return np.degrees(np.arctan2(b, a)) % 360


def _mean_hue(pair: Pair) -> Numbers:
    total, apart = pair.hue1 + pair.hue2, np.abs(pair.hue1 - pair.hue2)
    around = np.where(total < 360, total + 360, total - 360)
    mean = np.where(apart > 180, around, total) / 2
    return np.where(pair.chroma1 * pair.chroma2 == 0, total, mean)


def _hue_step(pair: Pair) -> Numbers:
    turn = pair.hue2 - pair.hue1
    turn = np.where(turn > 180, turn - 360, np.where(turn < -180, turn + 360, turn))
    step: Numbers = 2 * np.sqrt(pair.chroma1 * pair.chroma2) * np.sin(np.radians(turn) / 2)
    return step


def _lightness_weight(lightness: Numbers) -> Numbers:
    off = np.square(lightness - 50)
    weight: Numbers = 1 + 0.015 * off / np.sqrt(20 + off)
    return weight


def _hue_weight(hue: Numbers) -> Numbers:
    turn = np.radians(hue)
    weight: Numbers = (
        1
        - 0.17 * np.cos(turn - np.radians(30))
        + 0.24 * np.cos(2 * turn)
        + 0.32 * np.cos(3 * turn + np.radians(6))
        - 0.20 * np.cos(4 * turn - np.radians(63))
    )
    return weight


def _rotation(chroma: Numbers, hue: Numbers) -> Numbers:
    around_blue = np.radians(60) * np.exp(-(((hue - 275) / 25) ** 2))
    turn: Numbers = -2 * saturation(chroma) * np.sin(around_blue)
    return turn
