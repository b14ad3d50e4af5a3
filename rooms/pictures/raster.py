"""A z-buffer in numpy: which triangle is seen at each pixel, and how near it is.

Triangles become spans of pixels, one a row, and spans become pixels; no pixel outside a triangle is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int32]
Places = NDArray[np.int64]

NOTHING = -1
CANDIDATES = 4_000_000


@dataclass(frozen=True)
class Buffer:
    """`triangles` (h, w) holds the number of the nearest triangle or -1; `nearness` (h, w) grows towards the eye."""

    triangles: Ints
    nearness: Floats

    @classmethod
    def empty(cls, width: int, height: int) -> Buffer:
        return cls(np.full((height, width), NOTHING, np.int32), np.full((height, width), -np.inf, np.float32))


def rasterise(buffer: Buffer, corners: Floats, numbers: Ints) -> None:
    """Draw triangles into the buffer: `corners` (n, 3, 3) hold x, y in pixels and a nearness that is linear there.

    A pixel belongs to a triangle that covers its centre; both sides of a triangle are drawn.
    """
    for batch in _batches(buffer, corners):
        spans = _spans(buffer, corners[batch].astype(np.float64))
        span, pixel, near = _pixels(buffer, spans)
        nearness, triangles = buffer.nearness.reshape(-1), buffer.triangles.reshape(-1)
        np.maximum.at(nearness, pixel, near)
        won = near >= nearness[pixel]
        triangles[pixel[won]] = numbers[batch[spans.triangle[span[won]]]]


@dataclass(frozen=True)
class _Spans:
    """Runs of `count` pixels from (x, y); nearness starts at `near` and changes by `slope` a pixel."""

    triangle: Places
    x: Places
    y: Places
    count: Places
    near: Doubles
    slope: Doubles


def _batches(buffer: Buffer, corners: Floats) -> Iterator[Places]:
    """The triangles that may cover a pixel's centre, so many at a time that their pixels fit in memory."""
    height, width = buffer.triangles.shape
    least = np.maximum(np.ceil(corners[:, :, :2].min(axis=1) - 0.5), 0)
    most = np.minimum(np.floor(corners[:, :, :2].max(axis=1) - 0.5), (width - 1, height - 1))
    areas = np.prod(np.maximum(most - least + 1, 0), axis=1)
    kept = np.nonzero((areas > 0) & (np.abs(_double_areas(corners)) > 1e-6))[0]
    places = np.cumsum(areas[kept]) // CANDIDATES
    return iter(np.split(kept, np.nonzero(np.diff(places))[0] + 1))


def _spans(buffer: Buffer, corners: Doubles) -> _Spans:
    height, width = buffer.triangles.shape
    top = np.maximum(np.ceil(corners[:, :, 1].min(axis=1) - 0.5), 0).astype(np.int64)
    bottom = np.minimum(np.floor(corners[:, :, 1].max(axis=1) - 0.5), height - 1).astype(np.int64)
    triangle, row = _expanded(bottom - top + 1)
    y = top[triangle] + row
    left, right = _ends(corners, triangle, y + 0.5)
    x = np.maximum(np.ceil(left - 0.5), 0).astype(np.int64)
    count = np.minimum(np.floor(right - 0.5), width - 1).astype(np.int64) - x + 1
    slopes, falls = _slopes(corners)
    from_corner = x + 0.5 - corners[triangle, 0, 0], y + 0.5 - corners[triangle, 0, 1]
    near = corners[triangle, 0, 2] + slopes[triangle] * from_corner[0] + falls[triangle] * from_corner[1]
    return _Spans(triangle, x, y, np.maximum(count, 0), near, slopes[triangle])


def _ends(corners: Doubles, triangle: Places, middle: Doubles) -> tuple[Doubles, Doubles]:
    """How far left and right each triangle reaches on the line through the middles of a row."""
    left, right = np.full(len(triangle), -1.0), np.full(len(triangle), 1e6)
    turns = np.sign(_double_areas(corners))
    for start, end in ((0, 1), (1, 2), (2, 0)):
        step = (corners[:, end, :2] - corners[:, start, :2]) * turns[:, None]
        along, down = step[triangle, 0], step[triangle, 1]
        slack = along * (middle - corners[triangle, start, 1]) + down * corners[triangle, start, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = slack / down
        right = np.where(down > 0, np.minimum(right, crossing), right)
        left = np.where(down < 0, np.maximum(left, crossing), left)
        right = np.where((down == 0) & (slack < 0), -1.0, right)
    return left, right


def _slopes(corners: Doubles) -> tuple[Doubles, Doubles]:
    """How nearness changes a pixel to the right and a pixel down."""
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    whole = first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]
    right = (first[:, 2] * second[:, 1] - second[:, 2] * first[:, 1]) / whole
    down = (second[:, 2] * first[:, 0] - first[:, 2] * second[:, 0]) / whole
    return right, down


def _pixels(buffer: Buffer, spans: _Spans) -> tuple[Places, Places, Floats]:
    """The span, the place in the flat buffer and the nearness of each pixel."""
    span, step = _expanded(spans.count)
    pixel = (spans.y * buffer.triangles.shape[1] + spans.x)[span] + step
    near = spans.near[span] + spans.slope[span] * step
    return span, pixel, near.astype(np.float32)


def _expanded(counts: Places) -> tuple[Places, Places]:
    """For counts 2, 0, 3: the owners 0 0 2 2 2 and their turns 0 1 0 1 2."""
    counts = np.maximum(counts, 0)
    owner = np.repeat(np.arange(len(counts)), counts)
    starts = np.cumsum(counts) - counts
    return owner, np.arange(len(owner)) - starts[owner]


def _double_areas(corners: NDArray[np.floating]) -> Doubles:
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    areas: Doubles = (first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0]).astype(np.float64)
    return areas
