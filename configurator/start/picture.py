"""The small pictures of the starting rooms."""

from __future__ import annotations

from functools import cache

from configurator.projects.paints import paint_hex
from configurator.start.starts import starts
from rooms.drawing.card import draw_card
from rooms.plan import Plan


@cache
def svg(key: str) -> str:
    """The starting room's picture, drawn once; KeyError for a key that is none."""
    return draw_card(Plan.read(starts()[key].document), paint_hex)
