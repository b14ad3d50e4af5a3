"""A photo of a flat sheet, seen from aside, made square by its four corners."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rooms.fault import Fault
from rooms.walls.vector import Vector, across, length, minus

LONGEST_PX = 3000
"""The longer side of what is kept: 10 m of plan at 3.3 mm a pixel."""
LEAST_SIDE_PX = 20
FARTHEST_PX = 100_000
LEAST_SINE = 0.02
"""Two sides that turn by about a degree are no corner."""
SLIGHT_PERSPECTIVE = 1e-3
"""Sides that meet farther away than a thousand lengths are parallel to the eye: no focal length follows from them."""
FOCAL_LENGTHS = (0.4, 8.0)
"""Focal lengths that cameras have, in longer sides of the picture."""

Corners = Sequence[Vector]


def straightened(image: Image.Image, corners: Corners) -> Image.Image:
    """The quadrilateral of the corners, in pixels from the upper left, clockwise from its upper left, as a rectangle.

    The rectangle's proportion is that of the flat sheet before a camera's lens; Fault `not_a_quadrilateral`.
    """
    _check_quadrilateral(corners)
    left, top = (length(minus(corners[one], corners[other])) for one, other in ((0, 3), (0, 1)))
    right, bottom = (length(minus(corners[one], corners[other])) for one, other in ((1, 2), (3, 2)))
    wide, high = max(top, bottom), max(left, right)
    proportion = _proportion(corners, image.size) or (top + bottom) / (left + right)
    wide, high = max(wide, high * proportion), max(high, wide / proportion)
    shrink = min(LONGEST_PX / max(wide, high), 1.0)
    size = max(math.floor(wide * shrink + 0.5), 1), max(math.floor(high * shrink + 0.5), 1)
    rectangle = [(0.0, 0.0), (float(size[0]), 0.0), (float(size[0]), float(size[1])), (0.0, float(size[1]))]
    return image.transform(
        size, Image.Transform.PERSPECTIVE, _projection(rectangle, corners), Image.Resampling.BICUBIC, fillcolor="white"
    )


def _check_quadrilateral(corners: Corners) -> None:
    """Four corners not far outside that turn clockwise on the page at every one, no side too short to mean anything."""
    if len(corners) != 4 or not all(abs(value) <= FARTHEST_PX for corner in corners for value in corner):
        raise Fault("corners", "not_a_quadrilateral")
    sides = [minus(corners[(place + 1) % 4], corners[place]) for place in range(4)]
    turning = all(
        across(side, sides[(place + 1) % 4]) > LEAST_SINE * length(side) * length(sides[(place + 1) % 4])
        for place, side in enumerate(sides)
    )
    if not turning or min(map(length, sides)) < LEAST_SIDE_PX:
        raise Fault("corners", "not_a_quadrilateral")


def _projection(rectangle: Corners, corners: Corners) -> list[float]:
    """The eight numbers of the projective map that takes the rectangle's corners to the given ones."""
    rows = [row for (x, y), (u, v) in zip(rectangle, corners, strict=True) for row in _equations(x, y, u, v)]
    wanted = [value for corner in corners for value in corner]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(wanted))]


def _equations(x: float, y: float, u: float, v: float) -> tuple[list[float], list[float]]:
    return [x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]


def _proportion(corners: Corners, size: tuple[int, int]) -> float | None:
    """Width to height of a flat rectangle seen as the corners by a camera that looks through the picture's middle.

    Source: Z. Zhang, L.-W. He, Whiteboard scanning and image enhancement, 2007, section 3.3. None where the sides are
    nearly parallel or no usual lens would show the corners so: there the sides' lengths say more.
    """
    longest = max(size)
    points = [np.array([(x - size[0] / 2) / longest, (y - size[1] / 2) / longest, 1.0]) for x, y in corners]
    upper_left, upper_right, lower_right, lower_left = points
    diagonal = np.cross(upper_left, lower_right)
    along = _ratio(diagonal, lower_left, np.cross(upper_right, lower_right)) * upper_right - upper_left
    down = _ratio(diagonal, upper_right, np.cross(lower_left, lower_right)) * lower_left - upper_left
    if min(abs(along[2]), abs(down[2])) < SLIGHT_PERSPECTIVE:
        return None
    focal_squared = -(along[0] * down[0] + along[1] * down[1]) / (along[2] * down[2])
    if not FOCAL_LENGTHS[0] ** 2 <= focal_squared <= FOCAL_LENGTHS[1] ** 2:
        return None
    return math.sqrt(_true(along, focal_squared) / _true(down, focal_squared))


def _ratio(diagonal: NDArray[np.float64], point: NDArray[np.float64], side: NDArray[np.float64]) -> float:
    return float(diagonal @ point) / float(side @ point)


def _true(direction: NDArray[np.float64], focal_squared: float) -> float:
    return float((direction[0] ** 2 + direction[1] ** 2) / focal_squared + direction[2] ** 2)
