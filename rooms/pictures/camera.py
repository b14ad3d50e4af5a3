"""Where a picture is taken from: parallel (axonometric) or perspective views of the plan's frame.

The frame is left-handed (x right, y down the page, z up), so right = up × forward.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Spot = tuple[float, float, float]

NEAREST_MM = 50.0


@dataclass(frozen=True)
class Camera:
    """`eye` looks at `target`; `width_mm` of the target's plane fill the picture's width, or, without, `fov_deg` do."""

    eye: Spot
    target: Spot
    width_mm: float | None = None
    fov_deg: float = 50.0

    @classmethod
    def parallel(cls, target: Spot, azimuth_deg: float, elevation_deg: float, width_mm: float) -> Camera:
        """An axonometric view: azimuth 0 looks from the front (from +y), 90 from the right (from +x)."""
        turn, height = math.radians(azimuth_deg), math.radians(elevation_deg)
        level = math.cos(height)
        away = (math.sin(turn) * level, math.cos(turn) * level, math.sin(height))
        far = 50 * width_mm
        eye = (target[0] + far * away[0], target[1] + far * away[1], target[2] + far * away[2])
        return cls(eye, target, width_mm=width_mm)

    @classmethod
    def perspective(cls, eye: Spot, target: Spot, fov_deg: float = 50.0) -> Camera:
        """A view by the eye; `fov_deg` spans the picture's width."""
        return cls(eye, target, fov_deg=fov_deg)

    def project(self, corners: Floats, size_px: tuple[int, int]) -> tuple[Floats, Ints]:
        """Triangles (n, 3, 3) on the screen: x, y in pixels and a nearness that is linear there.

        A perspective cuts triangles at the nearest plane, so there may be more or fewer: the second array tells which
        triangle each one comes from.
        """
        seen: Floats = ((corners - np.asarray(self.eye)) @ self._frame().T).astype(np.float32)
        numbers = np.arange(len(seen), dtype=np.int32)
        if self.width_mm is None:
            seen, numbers = _cut(seen, numbers)
        width, height = size_px
        scale = width / self._span()
        depth = seen[:, :, 2]
        shrunk = np.where(self.width_mm is None, 1 / depth, 1)
        x, y = seen[:, :, 0] * shrunk, seen[:, :, 1] * shrunk
        nearness = np.where(self.width_mm is None, shrunk, -depth)
        screen = np.stack([width / 2 + scale * x, height / 2 - scale * y, nearness], axis=2)
        return screen.astype(np.float32), numbers

    def rays(self, x: Floats, y: Floats, size_px: tuple[int, int]) -> tuple[Floats, Floats]:
        """Origins and unit directions (n, 3) of the rays through places of the screen."""
        width, height = size_px
        right, up, forward = self._frame()
        step = self._span() / width
        aside = ((x - width / 2) * step)[:, None] * right + ((height / 2 - y) * step)[:, None] * up
        eye = np.broadcast_to(np.asarray(self.eye), aside.shape)
        if self.width_mm is not None:
            return (eye + aside).astype(np.float32), np.broadcast_to(forward, aside.shape).astype(np.float32)
        directions = aside + forward
        directions /= np.linalg.norm(directions, axis=1, keepdims=True)
        return eye.astype(np.float32), directions.astype(np.float32)

    def distance(self, positions: Sequence[float]) -> float:
        """How far the middle of flat positions lies before the camera, mm."""
        middle = np.asarray(positions, np.float64).reshape(-1, 3).mean(axis=0)
        return float((middle - np.asarray(self.eye)) @ self._frame()[2])

    def _span(self) -> float:
        """The picture's width: in mm, or at a distance of one."""
        return 2 * math.tan(math.radians(self.fov_deg) / 2) if self.width_mm is None else self.width_mm

    def _frame(self) -> NDArray[np.float64]:
        """Unit vectors right, up and forward."""
        forward = np.asarray(self.target, np.float64) - np.asarray(self.eye, np.float64)
        forward /= np.linalg.norm(forward)
        steep = abs(forward[2]) > 0.999
        right = np.cross((0.0, -1.0, 0.0) if steep else (0.0, 0.0, 1.0), forward)
        right /= np.linalg.norm(right)
        return np.stack([right, np.cross(forward, right), forward])


def _cut(seen: Floats, numbers: Ints) -> tuple[Floats, Ints]:
    """What lies beyond the nearest plane; a triangle with one corner before it becomes two."""
    behind = seen[:, :, 2] < NEAREST_MM
    count = behind.sum(axis=1)
    whole = count == 0
    pieces, sources = [seen[whole]], [numbers[whole]]
    for hidden in (1, 2):
        some = count == hidden
        odd_one = (behind[some] if hidden == 1 else ~behind[some]).argmax(axis=1)
        turned = np.take_along_axis(seen[some], ((odd_one[:, None] + np.arange(3)) % 3)[:, :, None], axis=1)
        a, b, c = turned[:, 0], turned[:, 1], turned[:, 2]
        on_b, on_c = _on_plane(a, b), _on_plane(a, c)
        fans = [(on_b, b, c), (on_b, c, on_c)] if hidden == 1 else [(a, on_b, on_c)]
        pieces += [np.stack(fan, axis=1) for fan in fans]
        sources += [numbers[some]] * len(fans)
    return np.concatenate(pieces), np.concatenate(sources)


def _on_plane(a: Floats, b: Floats) -> Floats:
    share = (NEAREST_MM - a[:, 2:]) / (b[:, 2:] - a[:, 2:])
    cut: Floats = a + (b - a) * share
    return cut
