"""The demonstration deck: about 1,700 colours of our own making, dense among off-whites, nobody's paint.

An even grid in OKLCH, only what a screen can show, no two colours closer than one ΔE00.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from samples.colour.arrays import Numbers
from samples.colour.cie import lab_to_linear
from samples.colour.difference import delta_e
from samples.colour.gamut import in_srgb
from samples.colour.oklab import linear_to_oklab, oklch_to_lab
from samples.deck import Deck
from samples.naming import name_all
from samples.paint import make_paint

LEAST_DELTA_E = 1.0
NEUTRALS = np.linspace(0.99, 0.16, 32)
OFF_WHITES = np.linspace(0.98, 0.81, 8)
OFF_WHITE_RINGS = ((0.006, 8), (0.013, 16), (0.022, 24), (0.034, 24))
"""Chroma and number of hues: the rings of a pale colour, wider apart where the eye tells less."""
HUES = np.arange(0, 360, 15)
LIGHTNESSES = np.linspace(0.95, 0.25, 13)
CHROMAS = (0.03, 0.06, 0.09, 0.12, 0.16, 0.2, 0.25)


@cache
def demo_deck() -> Deck:
    """The deck, "ZK-0001" onwards: the same colours, codes and names each time."""
    labs = _apart(_grid())
    names = name_all(linear_to_oklab(lab_to_linear(labs)))
    paints = (
        make_paint(f"ZK-{number:04}", pl, en, (lab[0], lab[1], lab[2]))
        for number, (lab, (pl, en)) in enumerate(zip(labs, names, strict=True), start=1)
    )
    return Deck("demo", "Wzornik pokazowy Zacznij", "Zacznij demonstration deck", tuple(paints), demonstration=True)


def _grid() -> Numbers:
    """Lab of the grid to hundredths, shape (n, 3), the most neutral first."""
    labs = np.floor(oklch_to_lab(list(_cells())) * 100 + 0.5) / 100
    return labs[in_srgb(labs)]


def _cells() -> Iterator[tuple[float, float, float]]:
    """OKLCH: greys from white to black, rings of off-whites, then hue by hue from light to dark."""
    for lightness in NEUTRALS:
        yield lightness, 0.0, 0.0
    for lightness in OFF_WHITES:
        for chroma, hues in OFF_WHITE_RINGS:
            for step in range(hues):
                yield lightness, chroma, 360 * step / hues
    for hue in HUES:
        for lightness in LIGHTNESSES:
            for chroma in CHROMAS:
                yield lightness, chroma, float(hue)


def _apart(labs: Numbers) -> Numbers:
    """Those that are at least LEAST_DELTA_E from every one kept before them."""
    kept = np.empty_like(labs)
    count = 0
    for lab in labs:
        if not count or delta_e(lab, kept[:count]).min() >= LEAST_DELTA_E:
            kept[count] = lab
            count += 1
    return kept[:count]
