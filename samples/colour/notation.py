"""Colours as people type them: hex, Lab and LCh."""

from __future__ import annotations

import re

from samples.colour.arrays import Lab
from samples.colour.cie import hex_to_lab, lch_to_lab

HEX = re.compile(r"#[0-9a-fA-F]{3}|#?[0-9a-fA-F]{6}")
THREE_NUMBERS = re.compile(
    r"(lab|lch)[\s(:]*" + r"[\s;,]+".join([r"(-?[0-9]{1,3}(?:[.,][0-9]{1,6})?)"] * 3) + r"\s*\)?"
)


def parse_colour(text: str) -> Lab | None:
    """Lab D65 of "#a7b59e", "a7b59e", "#abc", "lab 62 -8 12", "lab(62,5; -8; 12)" or "lch 62 14 120"; else None."""
    text = text.strip().lower().replace("−", "-")
    if HEX.fullmatch(text):
        lightness, a, b = hex_to_lab(text).tolist()
        return lightness, a, b
    if (found := THREE_NUMBERS.fullmatch(text)) is None:
        return None
    first, second, third = (float(number.replace(",", ".")) for number in found.groups()[1:])
    if found[1] == "lch":
        first, second, third = lch_to_lab([first, second, third]).tolist()
    return (first, second, third) if 0 <= first <= 100 and max(abs(second), abs(third)) <= 150 else None
