"""The joints between a scene's tiles as thin strips that lie on their surface, for pictures that have no textures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from rooms.pictures.solids import PLASTER, Doubles, Solid, fans
from rooms.tiling.place import joints

LEAST_TILE_PX = 7
"""Smaller tiles would only turn the picture grey."""
LEAST_STRIP_PX = 0.7
PROUD_MM = 2.0


def joint_strips(surface: Mapping[str, Any], mm_per_px: float) -> Solid | None:
    """The joints of the surface's tiles in a colour between theirs and grey; None where there are none to show."""
    tile = surface["tile"]
    if tile is None or min(tile["size"]) < LEAST_TILE_PX * mm_per_px:
        return None
    frame = _Frame.of(surface)
    flat = [shapely.Polygon(frame.flat(polygon)) for polygon in surface["polygons"]]
    laid = joints(shapely.union_all(flat, grid_size=0.1), tile, (0.0, 0.0), is_wall=surface["run"] is not None)
    ends = [line.coords for line in shapely.get_parts(laid) if line.length > 1]
    if not ends:
        return None
    wide = max(tile["joint"], LEAST_STRIP_PX * mm_per_px) / 2
    return fans([frame.strip(line[0], line[-1], wide) for line in ends], PLASTER, _joint_colour(surface["colour"]))


class _Frame:
    """A plane of the scene: `right` and `up` as one stands before it, `out` towards one, from an origin."""

    def __init__(self, origin: Doubles, right: Doubles, up: Doubles, out: Doubles) -> None:
        self.origin, self.right, self.up, self.out = origin, right, up, out

    @classmethod
    def of(cls, surface: Mapping[str, Any]) -> _Frame:
        low = min(value for polygon in surface["polygons"] for value in polygon[2::3])
        if surface["run"] is None:
            x, y = surface["origin"] or (0.0, 0.0)
            axes = np.array([[1.0, 0, 0], [0, 1.0, 0], [0, 0, 1.0]])
            return cls(np.array([x, y, low]), *axes)
        run = np.array(surface["run"], np.float64).reshape(-1, 2)
        way = (run[-1] - run[0]) / np.linalg.norm(run[-1] - run[0])
        right, up = np.array([*way, 0.0]), np.array([0, 0, 1.0])
        return cls(np.array([*run[0], low]), right, up, np.array([-way[1], way[0], 0.0]))

    def flat(self, polygon: Sequence[float]) -> Doubles:
        spots = np.array(polygon, np.float64).reshape(-1, 3) - self.origin
        return np.stack([spots @ self.right, spots @ self.up], axis=1)

    def strip(self, start: Sequence[float], end: Sequence[float], wide: float) -> list[float]:
        """A strip about a line of the plane, so wide to each side, that faces outwards."""
        a, b = np.array(start[:2]), np.array(end[:2])
        aside = np.array([a[1] - b[1], b[0] - a[0]]) / np.linalg.norm(b - a) * wide
        corners = np.array([a - aside, b - aside, b + aside, a + aside])
        spots = self.origin + corners[:, :1] * self.right + corners[:, 1:] * self.up + self.out * PROUD_MM
        return [float(value) for value in (spots if self.out[2] == 0 else spots[::-1]).ravel()]


def _joint_colour(colour: str) -> str:
    """Darker than light tiles, lighter than dark ones, without their hue."""
    grey = sum(int(colour[place : place + 2], 16) * weight for place, weight in ((1, 0.3), (3, 0.59), (5, 0.11)))
    level = int(grey * 0.8 if grey > 128 else grey * 0.7 + 70)
    return f"#{level:02x}{level:02x}{level:02x}"
