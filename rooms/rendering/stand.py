"""Where the picture is taken from: the eye of the walk through the model, with its lens shifted as an architect's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, inf, pi, radians, sin, tan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rooms.entities import View
from rooms.scene import Scene
from rooms.walls.polygon import contains
from rooms.walls.vector import Vector

Floats = NDArray[np.float32]

EYE_MM, BOW_MM = 1500, 150
"""How high one looks from, and how far below a slope one stays."""
FOV_DEG = 66.0
"""Of the picture's height."""
RISE = 0.26
"""The horizon lies so far over the middle, in halves of the picture's height. As `static/js/scene/walker.js`."""
STEP_MM = 400
NEAR_M, FAR_M = 0.05, 200.0


@dataclass(frozen=True)
class Stand:
    """The eye and a point that it looks at: metres, y up, z down the page."""

    eye: tuple[float, float, float]
    towards: tuple[float, float, float]

    @classmethod
    def of(cls, view: View, scene: Scene) -> Stand:
        """Of a view from inside: on the floor at its height, under the ceiling there."""
        x, y = view.at
        yaw, pitch = view.azimuth_mdeg * pi / 180_000, view.tilt_mdeg * pi / 180_000
        high = min(view.height + EYE_MM, ceiling_over(scene, (x, y), view.height) - BOW_MM)
        eye = (x / 1000, high / 1000, y / 1000)
        level = cos(pitch)
        return cls(eye, (eye[0] + sin(yaw) * level, eye[1] + sin(pitch), eye[2] - cos(yaw) * level))

    def sensor(self, size_px: tuple[int, int]) -> dict[str, Any]:
        """The camera and its film, without where it looks, which is the renderer's own kind of thing."""
        film = {"type": "hdrfilm", "width": size_px[0], "height": size_px[1], "pixel_format": "rgba"}
        return {
            "type": "perspective",
            "fov": FOV_DEG,
            "fov_axis": "y",
            "principal_point_offset_y": RISE / 2,
            "near_clip": NEAR_M,
            "far_clip": FAR_M,
            "film": film | {"component_format": "float32", "rfilter": {"type": "box"}},
        }

    def rays(self, size_px: tuple[int, int]) -> Floats:
        """Unit directions (h, w, 3) through the middles of the film's pixels."""
        width, height = size_px
        forward = np.subtract(self.towards, self.eye)
        forward /= np.linalg.norm(forward)
        right = np.cross(forward, (0.0, 1.0, 0.0))
        right /= np.linalg.norm(right)
        up = np.cross(right, forward)
        reach = tan(radians(FOV_DEG) / 2)
        aside = (2 * np.arange(width) + 1 - width) / height * reach
        above = ((height - 1 - 2 * np.arange(height)) / height - RISE) * reach
        ways = forward + aside[None, :, None] * right + above[:, None, None] * up
        unit: Floats = (ways / np.linalg.norm(ways, axis=2, keepdims=True)).astype(np.float32)
        return unit


def ceiling_over(scene: Scene, at: Vector, floor: float) -> float:
    """The height, mm, of the lowest ceiling over a place of the page and a floor; infinite outside."""
    ceilings = (surface for surface in scene["surfaces"] if surface["of"] in ("ceiling", "bulkhead"))
    heights = (_height(polygon, at) for surface in ceilings for polygon in surface["polygons"])
    return min((high for high in heights if high is not None and high > floor), default=inf)


def room_at(scene: Scene, view: View) -> int | None:
    """The number of the room that one stands in, or in whose door."""
    (x, y), rooms = view.at, scene["rooms"]
    on_level = [place for place, room in enumerate(rooms) if view.level in (None, room["level"])]
    steps = [(0.0, 0.0), *((STEP_MM * cos(turn * pi / 4), STEP_MM * sin(turn * pi / 4)) for turn in range(8))]
    spots = [(x + right, y + down) for right, down in steps]
    found = (place for spot in spots for place in on_level if contains(pairs(rooms[place]["polygon"]), spot))
    return next(found, None)


def pairs(flat: Sequence[float]) -> list[Vector]:
    return list(zip(flat[::2], flat[1::2], strict=True))


def _height(polygon: Sequence[float], at: Vector) -> float | None:
    """Of a polygon's plane over a place that it covers."""
    spots = [tuple(polygon[place : place + 3]) for place in range(0, len(polygon), 3)]
    if not contains([(x, y) for x, y, _z in spots], at):
        return None
    a = spots[0]
    for b, c in pairwise(spots[1:]):
        twice = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
        if abs(twice) > 1:
            right = ((b[2] - a[2]) * (c[1] - a[1]) - (c[2] - a[2]) * (b[1] - a[1])) / twice
            down = ((c[2] - a[2]) * (b[0] - a[0]) - (b[2] - a[2]) * (c[0] - a[0])) / twice
            return float(a[2] + right * (at[0] - a[0]) + down * (at[1] - a[1]))
    return None
