"""What colour a finish shows: its paint's, by whatever deck the caller has, or its tiles' own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rooms.entities import Finish
from rooms.plan import Plan
from rooms.surfaces import Band

Paints = Callable[[str], str | None]
"""From a paint's code to #rrggbb, or None when the deck does not know it."""

HEX = re.compile(r"#[0-9a-f]{6}")


Marks = Callable[[Finish], str | None]
"""From a finish to the mark by which a legend tells of it, or None when it has none."""


def no_marks(_finish: Finish) -> None:
    """For a drawing without a legend."""


def no_paints(_code: str) -> None:
    """For whoever has no deck: painted surfaces stay white."""


def colour_of(finish: Finish, paints: Paints) -> str | None:
    found = paints(finish.paint) if finish.paint is not None else (finish.tile or {}).get("tint")
    return found if found is not None and HEX.fullmatch(found) else None


def widest_colour(plan: Plan, bands: Iterable[Band], paints: Paints) -> str | None:
    """The colour that takes most of the face, when anything on it has one."""
    coated = [band for band in bands if band.finish]
    for band in sorted(coated, key=lambda band: -band.net_mm2):
        if colour := colour_of(plan.finishes[band.finish or ""], paints):
            return colour
    return None


def is_light(colour: str) -> bool:
    """Whether black letters read better than white ones on #rrggbb: the luma of ITU-R BT.601 is above a half."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 299 * red + 587 * green + 114 * blue > 127_500
