"""Typed lengths: `2,4`, `240 cm`, `2400 mm` become millimetres, or are refused in words at their field."""

from __future__ import annotations

import re
from dataclasses import dataclass

from configurator.errors import Refused
from configurator.i18n import language

TYPED = re.compile(r"(\d{1,6})(?:[.,](\d{1,4}))?\s*(mm|cm|m)?", re.IGNORECASE | re.ASCII)
UNITS_MM = {"mm": 1, "cm": 10, "m": 1000}
LEAST_BARE_CM, LEAST_BARE_MM = 20, 1000
"""A bare number below the first is metres, from the second on millimetres, between them centimetres."""
MOST_DETAIL_M = 3
"""In a field for a detail a bare number is centimetres, but one with a comma below this is metres."""


@dataclass(frozen=True)
class Range:
    """What a length may be, mm. `is_detail`: centimetres are what people type there."""

    least: int
    most: int
    is_detail: bool = True


SIDE = Range(500, 50_000, is_detail=False)
WALL = Range(100, 50_000, is_detail=False)
JOG = Range(10, 3_000)
"""A stretch of wall too short for a letter."""
ACROSS = Range(300, 70_000, is_detail=False)
HEIGHT = Range(1_000, 10_000, is_detail=False)
DISTANCE = Range(0, 50_000)
OPENING = Range(300, 6_000)
SILL = Range(0, 3_000)


def millimetres(typed: str, allowed: Range) -> int | None:
    """The length in mm; None when nothing was typed. Refused("bad_length", …) names the least and the most."""
    text = " ".join(typed.split())
    if not text:
        return None
    if not (found := TYPED.fullmatch(text)):
        raise Refused("not_a_length")
    whole, part = int(found[1]), (found[2] or "").ljust(4, "0")
    unit = found[3].lower() if found[3] else _unit(whole, found[2], allowed)
    length = (2 * (whole * 10_000 + int(part)) * UNITS_MM[unit] + 10_000) // 20_000
    if not allowed.least <= length <= allowed.most:
        raise Refused("length_out_of_range", least=written(allowed.least), most=written(allowed.most))
    return length


def written(mm: int) -> str:
    """The length as it stands in a field, in centimetres: `240`, `88,7`."""
    whole, tenth = divmod(mm, 10)
    return f"{whole}{',' if language() == 'pl' else '.'}{tenth}" if tenth else str(whole)


def _unit(whole: int, part: str | None, allowed: Range) -> str:
    if whole >= LEAST_BARE_MM:
        return "mm"
    if allowed.is_detail:
        return "m" if part and whole < MOST_DETAIL_M else "cm"
    return "m" if whole < LEAST_BARE_CM else "cm"
