"""Skirting boards and frames: strips along the edge of a found wall that a sharp straight line parts from it.

They are often of the wall's own white, and no pixel shows their edge; but it is straight, and runs along the straight
edge of the wall. Lightness averaged along such a line shows it: shadow is softer, and so is the colour of a JPEG.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples.photo.edges import Grid
from samples.photo.outlines import Corners, outlines, sides

Chosen = NDArray[np.bool_]
TOLERANCE = 1.5
LEAST_LENGTH = 20.0
"""Pixels of a side along which a strip may run."""
WIDTHS = range(3, 17)
"""Pixels between the wall's edge and the line, at either end of the side."""
TAPERING = 2.2
"""One end's width to the other's at most, and a pixel more: a board that runs away from the camera."""
REACH = 1.25
"""Pixels on either side of the line where lightness is compared; three times as far it should be even."""
LEAST_STEP, LEAST_STEP_TAPPED = 3.0, 1.0
"""L* that the line steps beyond what changes beside it; less will do where a tap says that the strip must stay."""
SHARP = 0.5
"""And so much of the whole step."""
NARROW, LEAST_STEP_NARROW = 3.5, 5.0
"""A strip no wider on average is a frame if it is so much lighter; else it is the softness of an edge."""
STEADY = 0.25
"""Of the mean step, at least, in every quarter of the line."""
MOSTLY = 0.7
"""Of the line beyond which there is more wall."""
CORNER = 3.0
"""Pixels that a strip is longer at both ends, for its mitre."""
ON = 20.0
"""And so many where a tap is looked for that asks for it: the tap has taken a piece out of the wall already."""


@dataclass(frozen=True)
class _Side:
    """A straight side of a wall: from `start` along a unit vector, the wall lying across it."""

    start: Corners
    along: Corners
    across: Corners
    length: float

    def strip(self, widths: Corners, longer: float, shape: tuple[int, int]) -> Chosen:
        """The picture's pixels between the side and the line so far from it at its start and its end."""
        first, last = self.start - longer * self.along, self.start + (self.length + longer) * self.along
        ring = [first, last, last + widths[1] * self.across, first + widths[0] * self.across]
        image = Image.new("1", (shape[1], shape[0]))
        ImageDraw.Draw(image).polygon([(float(x) - 0.5, float(y) - 0.5) for y, x in ring], fill=1)
        return np.asarray(image)


def without_trim(
    inside: Chosen, light: Grid, wall: Sequence[tuple[int, int]], keep: Sequence[tuple[int, int]]
) -> Chosen:
    """The found wall without such strips, by the picture's lightness (rows, columns; L*).

    A tap (x, y) on the wall in a strip holds it; a tap on what must stay asks less of its line.
    """
    left = inside.copy()
    if min(inside.shape) < LEAST_LENGTH:
        return inside
    rows, columns = inside.shape
    for side in _sides(inside):
        widths, step = _line(side, inside, light)
        if step < LEAST_STEP_TAPPED:
            continue
        strip, along = (side.strip(widths, longer, (rows, columns)) for longer in (CORNER, ON))
        asked = any(along[y, x] for x, y in keep)
        if (step >= LEAST_STEP or asked) and not any(strip[y, x] for x, y in wall):
            left &= ~strip
    return left


def _sides(inside: Chosen) -> list[_Side]:
    found = []
    most = np.array(inside.shape, np.float64)
    for outline in outlines(inside):
        for ends, passed in sides(outline, TOLERANCE):
            length = float(np.hypot(*(ends[1] - ends[0])))
            if length < LEAST_LENGTH or (ends <= 0).all(axis=0).any() or (ends >= most).all(axis=0).any():
                continue
            along = (ends[1] - ends[0]) / length
            across = np.array([along[1], -along[0]])
            start = ends[0] + across * ((passed - ends[0]) @ across).mean()
            found.append(_Side(start, along, across, length))
    return found


_ENDS = np.array(
    [(one, other) for one in WIDTHS for other in WIDTHS if max(one, other) <= TAPERING * min(one, other) + 1], float
)


def _line(side: _Side, inside: Chosen, light: Grid) -> tuple[Corners, float]:
    """How far from the side the best line lies at its ends, and its step in L*; 0 where there is none."""
    along = np.arange(1, side.length - 1, 1.5)
    across = np.arange(-1, WIDTHS[-1] + 7, dtype=np.float64)
    places = side.start + along[:, None, None] * side.along + across[:, None] * side.across - 0.5
    share = (along / side.length)[:, None]
    away = _ENDS[:, 0] * (1 - share) + _ENDS[:, 1] * share + 1
    seen = _between(light, places)
    beyond = _nearest(_between(inside.astype(np.float32), places), away + 2 * REACH) > 0.5
    counted = beyond / np.maximum(beyond.sum(axis=0), 1)
    outer, far, near, inner = (_taken(seen, away + reach) for reach in (-REACH, REACH, 3 * REACH, -3 * REACH))
    step, after, before = (
        ((one - other) * counted).sum(axis=0) for one, other in ((outer, far), (far, near), (inner, outer))
    )
    shrunk = np.minimum(1, 2 * REACH / np.maximum(away.mean(axis=0) - 4, 0.3))
    found = np.abs(step) - np.maximum(np.abs(after), np.abs(before) * shrunk)
    quarters = np.array_split((outer - far) * np.sign(step), 4)
    is_steady = np.min([part.mean(axis=0) for part in quarters], axis=0) >= STEADY * np.abs(step)
    is_sharp = found >= SHARP * np.abs(step)
    is_wide = (_ENDS.mean(axis=1) > NARROW) | (np.minimum(step, found) >= LEAST_STEP_NARROW)
    score = np.where(is_steady & is_sharp & is_wide & (beyond.mean(axis=0) >= MOSTLY), found, 0)
    best = int(score.argmax())
    return _ENDS[best], float(score[best])


def _taken(seen: Grid, at: Corners) -> Grid:
    """Each row's value at places (rows, n) between its columns."""
    at = np.clip(at, 2, seen.shape[1] - 1.001)
    low = at.astype(np.intp)
    part: Grid = (at - low).astype(np.float32)
    rows = np.arange(len(seen))[:, None]
    return seen[rows, low] * (1 - part) + seen[rows, low + 1] * part


def _nearest(seen: Grid, at: Corners) -> Grid:
    columns = np.clip(np.rint(at).astype(np.intp), 0, seen.shape[1] - 1)
    return seen[np.arange(len(seen))[:, None], columns]


def _between(values: Grid, places: Corners) -> Grid:
    """The picture's values at places (…, 2; y, x) between its pixels."""
    y, x = (np.clip(places[..., axis], 0, values.shape[axis] - 1.001) for axis in (0, 1))
    top, left = y.astype(np.intp), x.astype(np.intp)
    down, right = (y - top).astype(np.float32), (x - left).astype(np.float32)
    upper = values[top, left] * (1 - right) + values[top, left + 1] * right
    lower = values[top + 1, left] * (1 - right) + values[top + 1, left + 1] * right
    between: Grid = (upper * (1 - down) + lower * down).astype(np.float32)
    return between
