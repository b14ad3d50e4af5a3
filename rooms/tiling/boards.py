"""Which tiles are boards: a plan holds both alike. `static/js/geometry/boards.js` is the twin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TIMES = 3
"""From this many times its width on a brown tile looks like wood."""


def looks_wooden(tile: Mapping[str, Any]) -> bool:
    long, short = max(tile["size"]), min(tile["size"])
    return _is_brown(tile["tint"]) and (tile["pattern"] == "herringbone" or long >= short * TIMES)


def is_board(tile: Mapping[str, Any]) -> bool:
    """Boards or planks are laid without a joint, and without adhesive and grout; wooden-looking tiles are not."""
    return not tile["joint"] and looks_wooden(tile)


def _is_brown(colour: str) -> bool:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red > green > blue and red - blue > red * 0.12
