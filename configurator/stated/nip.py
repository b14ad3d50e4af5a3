"""A Polish tax number (NIP): ten digits, the last of which checks the others."""

from __future__ import annotations

import re

from configurator.errors import Refused

WEIGHTS = (6, 5, 7, 2, 3, 4, 5, 6, 7)
SEPARATORS = re.compile(r"[\s-]+")


def read_nip(typed: str) -> str:
    """Ten digits, typed with or without dashes and PL; Refused where they are none, or the check digit is wrong."""
    digits = SEPARATORS.sub("", typed).upper().removeprefix("PL")
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise Refused("nip_length", path="nip")
    if sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=False)) % 11 != int(digits[-1]):
        raise Refused("nip_digit", path="nip")
    return digits


def shown(nip: str) -> str:
    """As it is written, `123-456-32-18`."""
    return f"{nip[:3]}-{nip[3:6]}-{nip[6:8]}-{nip[8:]}"
