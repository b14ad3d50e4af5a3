"""Daylight as many small lamps far away, each with the map of what it sees: soft shadows by plain counting."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from rooms.pictures.raster import Buffer, Doubles, Floats, rasterise

SKY_LAMPS = 24
SUN_LAMPS = 6
SUN_SHARE = 0.42
SUN = (-0.5, 0.55, 0.95)
SUN_SPREAD = 0.09
LOWEST = 0.25
OFF_SURFACE_TEXELS = 1.5


@dataclass(frozen=True)
class Daylight:
    """Lamps with parallel light: unit directions `towards` them (n, 3), their parts of all light, what they see.

    `frames` (3, 3n) turns places into each lamp's x, y and nearness; `maps` (n, side, side) holds the nearness of the
    first thing that the lamp meets. What faces up and is open to all lamps gets 1.
    """

    towards: Floats
    shares: Floats
    frames: Floats
    middle: Floats
    reach: float
    maps: Floats

    @classmethod
    def over(cls, corners: Floats, side: int) -> Daylight:
        """The light over triangles (n, 3, 3) that cast shadows, by maps of so many pixels a side."""
        lamps = [*_sky(), *_sun()]
        towards = np.stack([direction for direction, _ in lamps])
        frames = np.concatenate([_frame(direction) for direction, _ in lamps], axis=1).astype(np.float32)
        spots = corners.reshape(-1, 3)
        middle = (spots.min(axis=0) + spots.max(axis=0)) / 2 if len(spots) else np.zeros(3, np.float32)
        reach = float(np.linalg.norm(spots - middle, axis=1).max(initial=0)) + 1
        shares = np.array([share for _, share in lamps], np.float32)
        maps = np.full((len(lamps), side, side), -np.inf, np.float32)
        light = cls(towards.astype(np.float32), shares, frames, middle, reach, maps)
        light._look(spots)
        return light

    def on(self, places: Floats, normals: Floats) -> Floats:
        """The light on surfaces (n, 3); a small step along the normal keeps a surface out of its own shadow."""
        texel = 2 * self.reach / self._side
        falling = normals @ self.towards.T
        seen = self._seen(places + normals * np.float32(OFF_SURFACE_TEXELS * texel))
        inside = np.float32(self._side - 1)
        column = np.clip(seen[:, :, 0], 0, inside).astype(np.int32)
        row = np.clip(seen[:, :, 1], 0, inside).astype(np.int32)
        first = self.maps[np.arange(len(self.shares)), row, column]
        is_open = seen[:, :, 2] >= first - np.float32(texel)
        light: Floats = (np.maximum(falling, 0) * is_open) @ self.shares
        return light

    @property
    def _side(self) -> int:
        return int(self.maps.shape[1])

    def _look(self, spots: Floats) -> None:
        """Let every lamp draw its map of the triangles."""
        numbers = np.arange(len(spots) // 3, dtype=np.int32)
        seen = self._seen(spots)
        for lamp, nearness in enumerate(self.maps):
            buffer = Buffer(np.empty_like(nearness, np.int32), nearness)
            rasterise(buffer, seen[:, lamp].reshape(-1, 3, 3), numbers)

    def _seen(self, places: Floats) -> Floats:
        """Places (n, 3) as the lamps see them (n, lamps, 3): two in texels, and mm towards the lamp."""
        seen: Floats = ((places - self.middle) @ self.frames).astype(np.float32, copy=False)
        seen = seen.reshape(len(places), len(self.shares), 3)
        seen[:, :, :2] = (seen[:, :, :2] / np.float32(self.reach) + 1) * np.float32(self._side / 2)
        return seen


def _sky() -> list[tuple[Doubles, float]]:
    """By a sunflower's spiral, brighter overhead."""
    lamps: list[tuple[Doubles, float]] = []
    for number in range(SKY_LAMPS):
        height = LOWEST + (1 - LOWEST) * (number + 0.5) / SKY_LAMPS
        turn = number * math.pi * (3 - math.sqrt(5))
        level = math.sqrt(1 - height * height)
        lamps.append((np.array([level * math.cos(turn), level * math.sin(turn), height]), 1 + height))
    whole = sum(share * float(towards[2]) for towards, share in lamps)
    return [(towards, (1 - SUN_SHARE) * share / whole) for towards, share in lamps]


def _sun() -> list[tuple[Doubles, float]]:
    """A small round sun: one lamp in its middle, the others about it."""
    middle = np.array(SUN) / np.linalg.norm(SUN)
    lamps: list[tuple[Doubles, float]] = []
    for number in range(SUN_LAMPS):
        turn = 2 * math.pi * number / (SUN_LAMPS - 1)
        spread = 0.0 if number == SUN_LAMPS - 1 else SUN_SPREAD
        towards = middle + spread * np.array([math.cos(turn), math.sin(turn), 0.0])
        towards /= np.linalg.norm(towards)
        lamps.append((towards, SUN_SHARE / SUN_LAMPS / float(towards[2])))
    return lamps


def _frame(towards: Doubles) -> Doubles:
    """Columns of the lamp's x, its y and the way towards it."""
    aside = np.cross(towards, (0.0, 1.0, 0.0) if abs(towards[1]) < 0.9 else (1.0, 0.0, 0.0))
    aside /= np.linalg.norm(aside)
    return np.stack([aside, np.cross(towards, aside), towards], axis=1)
