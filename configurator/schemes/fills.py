"""Schemes as they are written down: by slot a paint's code, or "#rrggbb" where it is a mere colour."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from configurator.errors import Refused
from samples.deck import Deck
from samples.schemes.scheme import SLOTS, Fill, Fills

HEX = re.compile(r"#[0-9a-f]{6}")
COLOUR_ONLY = ("floor", "furniture")
"""Slots that may have a colour that no paint has."""


def read_fills(told: object, deck: Deck, path: str) -> dict[str, Fill]:
    """What a client sends, checked; Refused `unknown_paint` or `not_a_choice` with its path."""
    if not isinstance(told, Mapping):
        raise Refused("not_json", path=path)
    if unknown := set(told) - set(SLOTS):
        raise Refused("not_a_choice", path=f"{path}/{min(map(str, unknown))}")
    return {slot: _read(slot, told[slot], deck, f"{path}/{slot}") for slot in SLOTS if slot in told}


def known_fills(written: Mapping[str, str], deck: Deck) -> dict[str, Fill]:
    """What was written once, as far as the deck still has it."""
    found = {slot: _fill(written[slot], deck) for slot in SLOTS if slot in written}
    return {slot: fill for slot, fill in found.items() if fill is not None}


def written(fills: Fills) -> dict[str, str]:
    return {slot: value_of(fill) for slot, fill in fills.items()}


def value_of(fill: Fill) -> str:
    return fill.code or fill.hex


def _read(slot: str, value: Any, deck: Deck, path: str) -> Fill:
    fill = _fill(value, deck) if isinstance(value, str) else None
    if fill is None or (fill.paint is None and slot not in COLOUR_ONLY):
        raise Refused("unknown_paint", path=path)
    return fill


def _fill(value: str, deck: Deck) -> Fill | None:
    if HEX.fullmatch(value):
        return Fill.of_hex(value)
    paint = deck.get(value)
    return Fill.of(paint) if paint else None
