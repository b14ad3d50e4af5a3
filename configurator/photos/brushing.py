"""Brush and eraser over a mask: each stroke adds to the wall, or takes from it, along its points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw


def brushed(mask: NDArray[np.uint8], strokes: Sequence[Mapping[str, Any]]) -> NDArray[np.uint8]:
    """The mask after strokes `{"wall": bool, "points": [[x, y], …], "width": px}`, in their order."""
    image = Image.fromarray(mask)
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        level, half = 255 if stroke["wall"] else 0, stroke["width"] / 2
        points = [(x, y) for x, y in stroke["points"]]
        if len(points) > 1:
            pen.line(points, fill=level, width=stroke["width"])
        for x, y in points:
            pen.ellipse((x - half, y - half, x + half, y + half), fill=level)
    return np.asarray(image)
