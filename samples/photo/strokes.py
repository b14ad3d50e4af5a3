"""A mask corrected by hand: a brush paints wall and an eraser takes it out, the last stroke over the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples.photo.job import Stroke, Tap

FINE = 4
"""A stroke is drawn so many times larger and shrunk: its edge is as soft as a pixel."""
FINE_PIXELS = 8_000_000
"""A larger picture than this is drawn at its own size."""


def brushed(mask: NDArray[np.uint8], brush: Iterable[Stroke]) -> NDArray[np.uint8]:
    """The mask (rows, columns; 0..255) with every stroke over it, in order."""
    image = Image.fromarray(mask)
    for stroke in brush:
        _draw(image, stroke)
    return np.asarray(image)


def _draw(image: Image.Image, stroke: Stroke) -> None:
    left, top, right, bottom = _box(stroke, image.size)
    if left >= right or top >= bottom:
        return
    width, height = right - left, bottom - top
    fine = FINE if width * height * FINE**2 <= FINE_PIXELS else 1
    shape = Image.new("L", (width * fine, height * fine))
    _trace(
        ImageDraw.Draw(shape),
        [((x - left + 0.5) * fine, (y - top + 0.5) * fine) for x, y in stroke.points],
        stroke.width * fine,
    )
    image.paste(255 if stroke.wall else 0, (left, top), shape.resize((width, height), Image.Resampling.BOX))


def _box(stroke: Stroke, size: Tap) -> tuple[int, int, int, int]:
    reach = stroke.width // 2 + 2
    (left, top), (right, bottom) = ([edge(axis) for axis in zip(*stroke.points, strict=True)] for edge in (min, max))
    return max(0, left - reach), max(0, top - reach), min(size[0], right + reach + 1), min(size[1], bottom + reach + 1)


def _trace(draw: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], width: int) -> None:
    draw.line(points, fill=255, width=width)
    reach = width / 2
    for x, y in points:
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=255)
