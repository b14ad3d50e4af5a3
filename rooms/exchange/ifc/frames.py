"""Frames of a building model: points, directions, placements within one another, and transformations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rooms.exchange.ifc.text import StepFile

Doubles = NDArray[np.float64]
Triple = tuple[float, float, float]

MOST_STEPS = 200
"""A chain of placements in one another is followed so far."""
MOST_SCALE = 1000.0
STILL: Doubles = np.eye(4)
NOTHING: Doubles = np.empty((0, 3))
ORIGIN: Triple = (0.0, 0.0, 0.0)
ALONG: Triple = (1.0, 0.0, 0.0)
UP: Triple = (0.0, 0.0, 1.0)


def placement(file: StepFile, number: int) -> Doubles:
    """The frame (4 × 4) of an axis placement in two or three dimensions; none at all stands still."""
    if not number:
        return STILL
    spot = triple(file, file.ref(number, 0), ORIGIN)
    if file.type(number) == "IFCAXIS2PLACEMENT2D":
        return _frame(spot, UP, triple(file, file.ref(number, 1), ALONG))
    up = triple(file, file.ref(number, 1), UP)
    return _frame(spot, up, triple(file, file.ref(number, 2), ALONG))


def placed(file: StepFile, number: int) -> Doubles:
    """The frame of a local placement within all those that it stands in."""
    whole = STILL
    for _step in range(MOST_STEPS):
        if file.type(number) != "IFCLOCALPLACEMENT":
            break
        whole = placement(file, file.ref(number, 1)) @ whole
        number = file.ref(number, 0)
    return whole


def operator(file: StepFile, number: int) -> Doubles:
    """The frame of a transformation: two axes, an origin and one scale."""
    along, up = file.ref(number, 0), file.ref(number, 4)
    spot = triple(file, file.ref(number, 2), ORIGIN)
    frame = _frame(spot, triple(file, up, UP), triple(file, along, ALONG))
    scale = min(abs(file.real(number, 3) or 1.0), MOST_SCALE)
    return frame @ np.diag([scale, scale, scale, 1.0])


def moved(frame: Doubles, cloud: Doubles) -> Doubles:
    """The points (n, 3) of the frame where it stands."""
    if not len(cloud):
        return NOTHING
    found: Doubles = cloud @ frame[:3, :3].T + frame[:3, 3]
    return found


def triple(file: StepFile, number: int, missing: Triple) -> Triple:
    """A point or direction; its third number is 0 where it has but two."""
    given = file.value(number, 0) if number else None
    if not isinstance(given, list) or len(given) < 2 or not all(isinstance(one, float) for one in given):
        return missing
    x, y, z = (*given, 0.0)[:3] if len(given) == 2 else given[:3]
    return x, y, z


def rows(file: StepFile, number: int, wide: int) -> Doubles:
    """A list of points of so many numbers each, as rows."""
    return np.array(file.points(number, wide)).reshape(-1, wide) if number else STILL[:0, :wide]


def _frame(spot: Sequence[float], up: Sequence[float], along: Sequence[float]) -> Doubles:
    z = _unit(np.array(up, np.float64), UP)
    x = np.array(along, np.float64)
    x = _unit(x - z * float(x @ z), np.cross((0.0, 1.0, 0.0), z))
    frame = np.eye(4)
    frame[:3, 0], frame[:3, 1], frame[:3, 2], frame[:3, 3] = x, np.cross(z, x), z, spot
    return frame


def _unit(vector: Doubles, otherwise: Any) -> Doubles:
    length = float(np.linalg.norm(vector))
    if not 1e-9 < length < np.inf:
        return np.array(otherwise, np.float64)
    return vector / length
