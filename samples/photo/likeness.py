"""How far the colours of a photo's regions are from those of its wall, in ΔE76 with less of the lightness."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samples.photo.edges import Grid
from samples.photo.regions import Places, Regions

LIGHTNESS = 0.2
"""Of a difference in lightness: shadows change it more than paint does."""
LIGHTNESS_NEAR = 0.35
NEAR = 0.12
"""Of the picture's width: so far away a colour counts as 1 ΔE farther."""
FARTHER = 0.1
"""Of the picture's width: so much farther than the nearest tap before it one counts as 1 ΔE farther in colour."""
EXAMPLES = 150


def apart(one: Grid, other: Grid, lightness: float = LIGHTNESS) -> Grid:
    """ΔE76 of Lab colours (…, 3), their lightness at `lightness`."""
    found: Grid = np.sqrt((((one - other) * np.array([lightness, 1, 1], np.float32)) ** 2).sum(axis=-1))
    return found


def from_taps(regions: Regions, colours: Sequence[Grid], places: Sequence[tuple[int, int]], width: int) -> Grid:
    """Each region's distance from the nearest of the colours (3,), seen at places (x, y).

    A colour counts for less where an earlier place is nearer: a tap must not spoil what is right far away, nor take
    away what an earlier one found.
    """
    way = np.stack([np.hypot(regions.place[:, 1] - x, regions.place[:, 0] - y) for x, y in places]) / (FARTHER * width)
    away = np.stack([apart(regions.lab, colour) for colour in colours]) + way - np.minimum.accumulate(way)
    found: Grid = away.min(axis=0).astype(np.float32)
    return found


def from_examples(regions: Regions, examples: Places, width: int) -> Grid:
    """Each region's distance from the nearest example, the way between them counted too; at most EXAMPLES are taken."""
    if len(examples) > EXAMPLES:
        examples = examples[np.linspace(0, len(examples) - 1, EXAMPLES).astype(np.intp)]
    seen = np.concatenate([regions.lab * np.array([LIGHTNESS_NEAR, 1, 1]), regions.place / (NEAR * width)], axis=1)
    seen = np.ascontiguousarray(seen.T, np.float32)
    nearest = np.full(len(regions), np.inf, np.float32)
    for example in examples:
        nearest = np.minimum(nearest, ((seen - seen[:, example, None]) ** 2).sum(axis=0))
    found: Grid = np.sqrt(nearest)
    return found
