"""What makes a found wall doubtful: taps in a pattern, a tiny find, or one that lies as floors or things do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samples.photo.edges import Grid

Heights = NDArray[np.float64]
Doubt = Literal["patterned", "little", "low", "high", "apart"]
REACH_PX = 10
"""Pixels of the small picture about a tap that are looked at."""
PLAIN_PART, BUSY = 25, 1.6
"""Even the plainest quarter of them (percent) changes so steeply, in ΔE76 per pixel, where there is a pattern."""
LITTLE, LITTLE_APART = 0.003, 0.013
"""Of the picture; and where it lies apart: a piece of a wall, then, or a small thing."""
STRAY = 5
"""So much of the find (percent) above and below is not looked at when its place is judged."""
LOW_FROM, LOW_EDGE = 0.55, 0.1
"""As a floor, or a bed in front, it lies below so much of the picture's height and on so much of its lower edge."""
HIGH_TO, HIGH_EDGE = 0.4, 0.2
"""As a ceiling or the sky it lies above so much of the picture's height and on so much of its upper edge."""
SIDE, UPPER, AT_CEILING = 0.03, 0.02, 0.15
"""A wall leaves the picture on so much of a side or of the upper edge, or meets the ceiling in so many columns."""
NEAR_CEILING = 0.04
"""Of the picture's height."""
SOLID = 128


def doubt(mask: NDArray[np.uint8], taps: Sequence[tuple[int, int]], steep: Grid, ceiling: Heights) -> Doubt | None:
    """`patterned` where every tap (x, y) on the wall lies in a pattern, `little` where next to nothing was found.

    `low` and `high` where what was found lies as a floor or a ceiling does, `apart` where it lies as a thing or the
    view from a window does, surrounded by the rest. `mask` is the found wall at any size, 0..255; `steep` how steeply
    the small picture changes, where the taps are; `ceiling` for each of its columns the height (y) of the ceiling's
    line, negative where none is seen.
    """
    if all(_plainest(tap, steep) >= BUSY for tap in taps):
        return "patterned"
    if float(mask.mean()) < 255 * LITTLE:
        return "little"
    found = mask > SOLID
    if misplaced := _misplaced(found):
        return misplaced
    if not _is_apart(found, ceiling / len(steep)):
        return None
    return "apart" if found.mean() > LITTLE_APART else "little"


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


def _is_apart(found: NDArray[np.bool_], ceiling: Heights) -> bool:
    """Whether it touches neither the picture's sides nor its upper edge, nor the ceiling (in parts of the height)."""
    if max(found[:, 0].mean(), found[:, -1].mean()) > SIDE or found[0].mean() > UPPER:
        return False
    columns = np.flatnonzero(found.any(axis=0))
    top = found[:, columns].argmax(axis=0) / len(found)
    above = np.interp(columns / found.shape[1], np.arange(len(ceiling)) / len(ceiling), ceiling)
    return bool(((above > 0) & (np.abs(top - above) < NEAR_CEILING)).mean() < AT_CEILING)
