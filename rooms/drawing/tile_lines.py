"""The joints between tiles as lines over a surface of a drawing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.tiling.place import first_tile, joints


def tile_lines(
    surface: BaseGeometry, tile: Mapping[str, Any], start: tuple[float, float], *, is_wall: bool = False
) -> BaseGeometry:
    """The joints on the surface, tiles beginning at `start`.

    A wall is drawn with y down; its tiles are laid upwards all the same.
    """
    if not is_wall:
        return joints(surface, tile, start, is_wall=False)
    return _flipped(joints(_flipped(surface), tile, (start[0], -start[1]), is_wall=True))


def first_on_wall(tile: Mapping[str, Any], start: tuple[float, float]) -> tuple[BaseGeometry, tuple[float, float]]:
    """On a wall drawn with y down: the tile from which the others are laid, whole, and the corner it is laid from."""
    first, (x, y) = first_tile(tile, (start[0], -start[1]), is_wall=True)
    return _flipped(first), (x, -y)


def _flipped(shape: BaseGeometry) -> BaseGeometry:
    flipped: BaseGeometry = shapely.transform(shape, lambda points: points * (1, -1))
    return flipped
