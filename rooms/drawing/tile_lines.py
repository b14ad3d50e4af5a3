"""The joints between tiles as lines over a surface, one function for each laying pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import ceil, floor, sqrt
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

Box = tuple[float, float, float, float]
Segment = tuple[tuple[float, float], tuple[float, float]]

MOST_TILES = 20_000


def tile_lines(surface: BaseGeometry, tile: Mapping[str, Any], origin: tuple[float, float]) -> BaseGeometry:
    """The joints on the surface, the first tile's corner at the origin; nothing when tiles are too many to show."""
    width, height = (side + tile["joint"] for side in tile["size"])
    if surface.is_empty or surface.area / (width * height) > MOST_TILES:
        return shapely.LineString()
    segments = np.array(list(PATTERNS[tile["pattern"]](_about(surface, origin), width, height)))
    shapely.prepare(surface)
    shown = shapely.get_parts(shapely.intersection(shapely.linestrings(segments + np.array(origin)), surface))
    is_line = (shapely.get_type_id(shown) == shapely.GeometryType.LINESTRING) & ~shapely.is_empty(shown)
    laid: BaseGeometry = shapely.multilinestrings(shown[is_line])
    return laid


def _about(surface: BaseGeometry, origin: tuple[float, float]) -> Box:
    x_from, y_from, x_to, y_to = surface.bounds
    return x_from - origin[0], y_from - origin[1], x_to - origin[0], y_to - origin[1]


def _steps(start: float, stop: float, pitch: float) -> range:
    return range(floor(start / pitch), ceil(stop / pitch) + 1)


def _bonded(box: Box, width: float, height: float, shift: float) -> Iterator[Segment]:
    """Rows, each moved by a share of the tile against the one before."""
    x_from, y_from, x_to, y_to = box
    for row in _steps(y_from, y_to, height):
        yield (x_from, row * height), (x_to, row * height)
        moved = (row * shift % 1) * width
        for column in _steps(x_from - moved, x_to - moved, width):
            x = column * width + moved
            yield (x, row * height), (x, (row + 1) * height)


def _straight(box: Box, width: float, height: float) -> Iterator[Segment]:
    x_from, y_from, x_to, y_to = box
    yield from (((x_from, row * height), (x_to, row * height)) for row in _steps(y_from, y_to, height))
    yield from (((column * width, y_from), (column * width, y_to)) for column in _steps(x_from, x_to, width))


def _half(box: Box, width: float, height: float) -> Iterator[Segment]:
    yield from _bonded(box, width, height, 1 / 2)


def _third(box: Box, width: float, height: float) -> Iterator[Segment]:
    yield from _bonded(box, width, height, 1 / 3)


def _diagonal(box: Box, width: float, height: float) -> Iterator[Segment]:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    reach = (box[2] - box[0] + box[3] - box[1]) / 2
    half = sqrt(0.5)
    for (px, py), (qx, qy) in _straight((-reach, -reach, reach, reach), width, height):
        yield (x + (px - py) * half, y + (px + py) * half), (x + (qx - qy) * half, y + (qx + qy) * half)


def _herringbone(box: Box, width: float, height: float) -> Iterator[Segment]:
    """Pairs of a lying and a standing tile, repeated by (short, short) and by (long, -long)."""
    long, short = max(width, height), min(width, height)
    x_from, y_from, x_to, y_to = box
    for across in _steps((x_from - y_to) / 2 - long, (x_to - y_from) / 2 + long, long):
        for along in _steps((x_from + y_from) / 2 - long, (x_to + y_to) / 2 + long, short):
            x, y = along * short + across * long, along * short - across * long
            yield from _rectangle(x, y, long, short)
            yield from _rectangle(x, y + short, short, long)


def _rectangle(x: float, y: float, width: float, height: float) -> Iterator[Segment]:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    yield from ((corners[place], corners[(place + 1) % 4]) for place in range(4))


def _hexagon(box: Box, width: float, _height: float) -> Iterator[Segment]:
    """Hexagons so wide from flat to flat, standing on a corner; each draws the three edges on its left."""
    side = width / sqrt(3)
    for row in _steps(box[1], box[3], 1.5 * side):
        y, shift = row * 1.5 * side, (row % 2) * width / 2
        for column in _steps(box[0] - shift, box[2] - shift, width):
            x = column * width + shift
            corners = ((x, y - side), (x - width / 2, y - side / 2), (x - width / 2, y + side / 2), (x, y + side))
            yield from ((corners[place], corners[place + 1]) for place in range(3))


PATTERNS: Mapping[str, Callable[[Box, float, float], Iterator[Segment]]] = {
    "straight": _straight,
    "half": _half,
    "third": _third,
    "diagonal": _diagonal,
    "herringbone": _herringbone,
    "hexagon": _hexagon,
}
