"""sRGB: hex codes, companded values 0..1 and linear light 0..1 (IEC 61966-2-1)."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers, colours
from samples.fault import Fault

HEX = re.compile(r"#?(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


def from_hex(text: str) -> Numbers:
    """Companded sRGB 0..1, shape (3,), of "#a7b59e", "a7b59e" or "#abc"; Fault when it is none of these."""
    if not HEX.fullmatch(text):
        raise Fault("hex", "not_a_hex_colour", found=text[:20])
    digits = text.removeprefix("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[i : i + 2] for i in (0, 2, 4)]
    return np.array([int(pair, 16) / 255 for pair in pairs])


def to_hex(rgb: ArrayLike) -> str:
    """ "#rrggbb" of one companded colour; what lies outside 0..1 is clipped."""
    levels = np.floor(np.clip(colours(rgb), 0, 1) * 255 + 0.5).astype(int)
    return "#" + "".join(f"{level:02x}" for level in levels)


def to_linear(rgb: ArrayLike) -> Numbers:
    """Linear light of companded values; negative values mirror positive ones."""
    rgb = colours(rgb)
    size = np.abs(rgb)
    return np.sign(rgb) * np.where(size <= 0.04045, size / 12.92, ((size + 0.055) / 1.055) ** 2.4)


def from_linear(linear: ArrayLike) -> Numbers:
    """Companded values of linear light; negative values mirror positive ones."""
    linear = colours(linear)
    size = np.abs(linear)
    return np.sign(linear) * np.where(size <= 0.0031308, size * 12.92, 1.055 * size ** (1 / 2.4) - 0.055)
