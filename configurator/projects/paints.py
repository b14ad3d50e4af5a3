"""Paints by their codes, as the plan names them."""

from __future__ import annotations

from collections.abc import Mapping

from samples.demo import demo_deck


def paint_hex(code: str) -> str | None:
    """The paint's colour on a screen; None for a code that the deck does not hold."""
    paint = demo_deck().get(code)
    return paint.hex if paint else None


def paint_name(code: str) -> Mapping[str, str] | None:
    """What the paint is called, by language; None for a code that the deck does not hold."""
    paint = demo_deck().get(code)
    return paint.name if paint else None
