"""What makes a found wall doubtful: taps in a pattern, a tiny find, or a find that lies as floors or ceilings do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samples.photo.edges import Grid

Doubt = Literal["patterned", "little", "low", "high"]
REACH_PX = 10
"""Pixels of the small picture about a tap that are looked at."""
PLAIN_PART, BUSY = 25, 1.6
"""Even the plainest quarter of them (percent) changes so steeply, in ΔE76 per pixel, where there is a pattern."""
LITTLE = 0.003
"""Of the picture."""
STRAY = 5
"""So much of the find (percent) above and below is not looked at when its place is judged."""
LOW_FROM, LOW_EDGE = 0.55, 0.1
"""As a floor, or a bed in front, it lies below so much of the picture's height and on so much of its lower edge."""
HIGH_TO, HIGH_EDGE = 0.4, 0.2
"""As a ceiling or the sky it lies above so much of the picture's height and on so much of its upper edge."""
SOLID = 128


def doubt(mask: NDArray[np.uint8], taps: Sequence[tuple[int, int]], steep: Grid) -> Doubt | None:
    """`patterned` where every tap (x, y) on the wall lies in a pattern, `little` where next to nothing was found.

    `low` and `high` where what was found lies as a floor or a ceiling does. `mask` is the found wall at any size,
    0..255; `steep` how steeply the small picture changes, where the taps are.
    """
    if all(_plainest(tap, steep) >= BUSY for tap in taps):
        return "patterned"
    return "little" if float(mask.mean()) < 255 * LITTLE else _misplaced(mask > SOLID)


def _plainest(tap: tuple[int, int], steep: Grid) -> float:
    x, y = tap
    about = steep[max(0, y - REACH_PX) : y + REACH_PX + 1, max(0, x - REACH_PX) : x + REACH_PX + 1]
    return float(np.percentile(about, PLAIN_PART))


def _misplaced(found: NDArray[np.bool_]) -> Doubt | None:
    rows = np.cumsum(found.sum(axis=1))
    if not rows[-1]:
        return None
    top, bottom = (np.searchsorted(rows, rows[-1] * share / 100) / len(rows) for share in (STRAY, 100 - STRAY))
    if top > LOW_FROM and found[-1].mean() > LOW_EDGE:
        return "low"
    return "high" if bottom < HIGH_TO and found[0].mean() > HIGH_EDGE else None
