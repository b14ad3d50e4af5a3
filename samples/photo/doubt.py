"""What makes a found wall doubtful: taps where hardly any wall can be, as on grass or leaves, or a tiny find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samples.photo.edges import Grid

Doubt = Literal["patterned", "little"]
REACH_PX = 10
"""Pixels of the small picture about a tap that are looked at."""
PLAIN_PART, BUSY = 25, 1.6
"""Even the plainest quarter of them (percent) changes so steeply, in ΔE76 per pixel, where there is a pattern."""
LITTLE = 0.003
"""Of the picture."""


def doubt(mask: NDArray[np.uint8], taps: Sequence[tuple[int, int]], steep: Grid) -> Doubt | None:
    """`patterned` where every tap (x, y) on the wall lies in a pattern, `little` where next to nothing was found.

    `mask` is the found wall at any size, 0..255; `steep` how steeply the small picture changes, where the taps are.
    """
    if all(_plainest(tap, steep) >= BUSY for tap in taps):
        return "patterned"
    return "little" if float(mask.mean()) < 255 * LITTLE else None


def _plainest(tap: tuple[int, int], steep: Grid) -> float:
    x, y = tap
    about = steep[max(0, y - REACH_PX) : y + REACH_PX + 1, max(0, x - REACH_PX) : x + REACH_PX + 1]
    return float(np.percentile(about, PLAIN_PART))
