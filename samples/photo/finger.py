"""Where a finger meant that came down on an edge: on the surface that fills most of what it covered."""

from __future__ import annotations

import numpy as np

from samples.photo.edges import Grid
from samples.photo.likeness import apart

REACH_PX = 7
"""How far a finger is off, in pixels of the small picture."""
EDGE, FLAT = 3.0, 1.5
"""ΔE76 per pixel: above the one a tap is on an edge, below the other a pixel belongs to one surface."""
ALIKE = 4.0
"""ΔE76, with all of the lightness: what is nearer is the same surface in the same light."""


def settled(tap: tuple[int, int], about: Grid, steep: Grid) -> tuple[int, int]:
    """The tap (x, y), or, where it lies on an edge, the nearest pixel of the colour that is most about it.

    `about` is the picture in smooth Lab, `steep` how steeply it changes (rows, columns).
    """
    x, y = tap
    if steep[y, x] < EDGE:
        return tap
    rows, columns = np.mgrid[max(0, y - REACH_PX) : y + REACH_PX + 1, max(0, x - REACH_PX) : x + REACH_PX + 1]
    inside = (rows < steep.shape[0]) & (columns < steep.shape[1])
    rows, columns = rows[inside], columns[inside]
    flat = (steep[rows, columns] < FLAT) & (np.hypot(rows - y, columns - x) <= REACH_PX)
    if not flat.any():
        return tap
    rows, columns = rows[flat], columns[flat]
    colours = about[rows, columns]
    alike = apart(colours[:, None], colours[None], 1.0) < ALIKE
    same = alike[int(alike.sum(axis=1).argmax())]
    nearest = int(np.where(same, np.hypot(rows - y, columns - x), np.inf).argmin())
    return int(columns[nearest]), int(rows[nearest])
