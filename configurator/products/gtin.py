"""EAN codes (GTIN-8, -12, -13 and -14): read as people and scanners give them, with their check digit."""

from __future__ import annotations

import re

from configurator.errors import Refused

LENGTHS = (8, 12, 13, 14)
SEPARATORS = re.compile(r"[\s-]+")


def looks_like_gtin(typed: str) -> bool:
    """Whether the text is nothing but so many digits as such a code has."""
    digits = SEPARATORS.sub("", typed)
    return _are_digits(digits) and len(digits) in LENGTHS


def read_gtin(typed: str) -> str:
    """Fourteen digits, zeros in front; Refused says whether the count of digits or the check digit is wrong."""
    digits = SEPARATORS.sub("", typed)
    if not _are_digits(digits) or len(digits) not in LENGTHS:
        raise Refused("ean_length", path="ean", n=sum(letter.isdigit() for letter in digits))
    whole = digits.zfill(14)
    if int(whole[-1]) != check_digit(whole[:-1]):
        raise Refused("ean_digit", path="ean")
    return whole


def check_digit(digits: str) -> int:
    """The digit that ends a code: weights 3 and 1 from the right (GS1 General Specifications, 7.9)."""
    weighed = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits)))
    return -weighed % 10


def shown(gtin: str) -> str:
    """The code as it stands under the bars: eight, thirteen or fourteen digits."""
    if gtin.startswith("000000"):
        return gtin[6:]
    return gtin[1:] if gtin.startswith("0") else gtin


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
