"""The small pictures of the starting rooms."""

from __future__ import annotations

from functools import cache

from configurator.start.starts import starts
from rooms.drawing.card import draw_card
from rooms.plan import Plan
from samples.demo import demo_deck


@cache
def svg(key: str) -> str:
    """The starting room's picture, drawn once; KeyError for a key that is none."""
    return draw_card(Plan.read(starts()[key].document), _paint)


def _paint(code: str) -> str | None:
    paint = demo_deck().get(code)
    return paint.hex if paint else None
