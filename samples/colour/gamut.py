"""What a screen can show: the edge of sRGB, and the way back inside it."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samples.colour.arrays import Numbers, colours
from samples.colour.cie import lab_to_linear
from samples.colour.oklab import lab_to_oklch, oklab_to_linear, oklch_to_oklab
from samples.colour.srgb import from_linear, to_hex

HALF_A_LEVEL = 0.5 / 255
HALVINGS = 24


def in_srgb(lab: ArrayLike) -> NDArray[np.bool_]:
    """Whether rounding to 8 bits is all that the colour loses on an sRGB screen."""
    return _shown(from_linear(lab_to_linear(lab)))


def lab_to_hex(lab: ArrayLike) -> str:
    """The nearest thing a screen can show to one colour, as "#rrggbb"."""
    rgb = from_linear(lab_to_linear(lab))
    return to_hex(rgb if _shown(rgb) else from_linear(oklab_to_linear(oklch_to_oklab(into_srgb(lab_to_oklch(lab))))))


def labs_to_hex(labs: ArrayLike) -> tuple[str, ...]:
    """The same of many colours, shape (n, 3)."""
    wanted = colours(labs)
    rgb = from_linear(lab_to_linear(wanted))
    beyond = ~_shown(rgb)
    rgb[beyond] = from_linear(oklab_to_linear(oklch_to_oklab(into_srgb(lab_to_oklch(wanted[beyond])))))
    levels = np.floor(np.clip(rgb, 0, 1) * 255 + 0.5).astype(int).tolist()
    return tuple(f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in levels)


def into_srgb(oklch: ArrayLike) -> Numbers:
    """OKLCH colours, shape (..., 3), inside sRGB: hue and lightness stay, chroma gives way."""
    wanted = colours(oklch)
    lightness, chroma, hue = (np.array(part) for part in np.moveaxis(wanted, -1, 0))
    is_end = (lightness <= 0) | (lightness >= 1)
    inside, outside = np.zeros_like(chroma), chroma.copy()
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2
        is_shown = _oklch_shown(lightness, middle, hue)
        inside, outside = np.where(is_shown, middle, inside), np.where(is_shown, outside, middle)
    kept = np.where(_oklch_shown(lightness, chroma, hue), chroma, inside)
    return np.stack([np.clip(lightness, 0, 1), np.where(is_end, 0, kept), hue], axis=-1)


def _oklch_shown(lightness: Numbers, chroma: Numbers, hue: Numbers) -> NDArray[np.bool_]:
    return _shown(from_linear(oklab_to_linear(oklch_to_oklab(np.stack([lightness, chroma, hue], axis=-1)))))


def _shown(rgb: Numbers) -> NDArray[np.bool_]:
    return np.asarray(np.all((rgb >= -HALF_A_LEVEL) & (rgb <= 1 + HALF_A_LEVEL), axis=-1))
