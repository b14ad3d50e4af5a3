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
    levels = np.clip(np.floor(rgb * 255 + 0.5), 0, 255).astype(int).tolist()
    shown = _shown(rgb).tolist()
    return tuple(
        f"#{red:02x}{green:02x}{blue:02x}" if is_shown else lab_to_hex(lab)
        for (red, green, blue), is_shown, lab in zip(levels, shown, wanted, strict=True)
    )


def into_srgb(oklch: ArrayLike) -> Numbers:
    """One OKLCH colour inside sRGB: hue and lightness stay, chroma gives way."""
    lightness, chroma, hue = colours(oklch)
    if lightness <= 0 or lightness >= 1:
        return np.array([min(max(lightness, 0.0), 1.0), 0.0, hue])
    inside, outside = 0.0, float(chroma)
    if _oklch_shown(lightness, outside, hue):
        return np.array([lightness, chroma, hue])
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2
        if _oklch_shown(lightness, middle, hue):
            inside = middle
        else:
            outside = middle
    return np.array([lightness, inside, hue])


def _oklch_shown(lightness: float, chroma: float, hue: float) -> bool:
    return bool(_shown(from_linear(oklab_to_linear(oklch_to_oklab([lightness, chroma, hue])))))


def _shown(rgb: Numbers) -> NDArray[np.bool_]:
    return np.asarray(np.all((rgb >= -HALF_A_LEVEL) & (rgb <= 1 + HALF_A_LEVEL), axis=-1))
