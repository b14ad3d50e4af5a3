"""The edge of a shape in a picture, walked round, and the straight sides it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Corners = NDArray[np.float64]
"""Places between pixels: (n, 2), y and x from the picture's upper left corner."""
LEAST_WALK = 40
"""Pixels; a shorter outline is that of a speck."""


def outlines(inside: NDArray[np.bool_]) -> Iterator[Corners]:
    """Every closed edge of the shape (rows, columns), a pixel a step, with the shape on the right."""
    onward = _steps(inside)
    while onward:
        here = start = next(iter(onward))
        walk = [start]
        while (here := _taken(onward, here)) != start:
            walk.append(here)
        if len(walk) >= LEAST_WALK:
            yield np.array([divmod(place, inside.shape[1] + 1) for place in walk], np.float64)


def sides(outline: Corners, tolerance: float) -> Iterator[tuple[Corners, Corners]]:
    """The outline's straight sides in order, each its two ends, (2, 2), and all that it passes (n, 2).

    Nothing is farther from its side than the tolerance (Ramer, Douglas and Peucker).
    """
    ring = np.concatenate([outline, outline[:1]])
    farthest = int(((outline - outline[0]) ** 2).sum(axis=1).argmax())
    ends, waiting = {0, farthest, len(outline)}, [(0, farthest), (farthest, len(outline))]
    while waiting:
        one, other = waiting.pop()
        if other - one < 2:
            continue
        along, off = ring[other] - ring[one], ring[one + 1 : other] - ring[one]
        away = np.abs(off[:, 0] * along[1] - off[:, 1] * along[0])
        middle = int(away.argmax())
        if away[middle] > tolerance * np.hypot(*along):
            ends.add(one + 1 + middle)
            waiting += [(one, one + 1 + middle), (one + 1 + middle, other)]
    places = sorted(ends)
    for one, other in pairwise(places):
        yield ring[[one, other]], ring[one : other + 1]


def _steps(inside: NDArray[np.bool_]) -> dict[int, list[int]]:
    """From each corner of pixels that lies on an edge to the next ones; a corner is y · (columns + 1) + x."""
    wide = inside.shape[1] + 1
    above, below = (np.pad(inside, [pad, (0, 0)]) for pad in ((1, 0), (0, 1)))
    before, after = (np.pad(inside, [(0, 0), pad]) for pad in ((1, 0), (0, 1)))
    onward: dict[int, list[int]] = {}
    for edge, start, end in (
        (below & ~above, 0, 1),
        (above & ~below, 1, 0),
        (after & ~before, wide, 0),
        (before & ~after, 0, wide),
    ):
        rows, columns = np.nonzero(edge)
        for corner in (rows * wide + columns).tolist():
            onward.setdefault(corner + start, []).append(corner + end)
    return onward


def _taken(onward: dict[int, list[int]], here: int) -> int:
    ways = onward[here]
    way = ways.pop()
    if not ways:
        del onward[here]
    return way
