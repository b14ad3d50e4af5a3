"""Light that has gone from surface to surface until nothing changes.

What a patch sends is what it gives off and the share that it reflects of what falls on it. Written with areas this is
a symmetric, positive system for each band, which conjugate gradients solve for all bands at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rooms.light.enclosure import Enclosure, Lamp
from rooms.light.exchange import clear, exchange, received
from rooms.light.patches import Floats, Patches, dice

LONGEST_MM = 450.0
DARKEST = 0.004
STEPS = 60
NEAR_ENOUGH = 2e-5
LEAST = 1e-30


@dataclass(frozen=True)
class Lit:
    """What falls on the patches (n, bands) when the light is settled, and how much of it comes straight."""

    room: Room
    sent: Floats
    falling: Floats
    straight: Floats

    def on(self, part: int) -> Floats:
        """The mean over a part (bands,), zeros when none of it sees the room."""
        return self._mean(self.falling, part)

    def at(self, points: ArrayLike, normals: ArrayLike, lamps: Sequence[tuple[Lamp, Floats]] = ()) -> Floats:
        """What falls on a flat piece at each point (points, bands); points and unit normals (n, 3), mm."""
        places, ways = np.asarray(points, np.float64), np.asarray(normals, np.float64)
        room = self.room
        view = received(places, ways, room.patches, room.enclosure.boxes, room.enclosure.edges)
        falling: Floats = view @ self.sent + room.from_lamps(places, ways, lamps, self.sent.shape[1])
        return falling

    def _mean(self, values: Floats, part: int) -> Floats:
        mine = self.room.patches.part == part
        areas = self.room.patches.areas[mine]
        if not len(areas):
            return np.zeros(values.shape[1])
        mean: Floats = areas @ values[mine] / areas.sum()
        return mean


@dataclass(frozen=True)
class Room:
    """A room's patches and how they see each other: made once, lit with any paints and lights."""

    enclosure: Enclosure
    longest_mm: float = LONGEST_MM

    @property
    def patches(self) -> Patches:
        return self._seen[0]

    def lit(
        self,
        reflecting: ArrayLike,
        giving: ArrayLike,
        lamps: Sequence[tuple[Lamp, Floats]] = (),
        before: Lit | None = None,
    ) -> Lit:
        """With each part's reflectance (parts, bands), 0 to 1, and what it gives off per area (parts, bands).

        Lamps come with their power to each side: what falls on a piece that faces the lamp at a metre. `before` is a
        settled light of the same room to start from.
        """
        part = self.patches.part
        reflected = np.clip(np.asarray(reflecting, np.float64), DARKEST, 0.99)[part]
        given = np.asarray(giving, np.float64)[part]
        areas = self.patches.areas[:, None]
        from_lamps = self.from_lamps(self.patches.centres, self.patches.normals, lamps, given.shape[1])
        start = before.sent if before else given + reflected * from_lamps
        sent = self._settled(areas / reflected, areas * (given / reflected + from_lamps), start)
        return Lit(self, sent, self._share @ sent + from_lamps, self._share @ given + from_lamps)

    def from_lamps(self, places: Floats, normals: Floats, lamps: Sequence[tuple[Lamp, Floats]], bands: int) -> Floats:
        """What falls straight from lamps at places (n, bands)."""
        falling = np.zeros((len(places), bands))
        for lamp, power in lamps:
            towards = np.array(lamp.at) - places
            apart = np.linalg.norm(towards, axis=1)
            leaning = np.maximum(np.einsum("ij,ij->i", towards, normals), 0) / np.maximum(apart, 1.0)
            towards_lamp = np.ones((1, len(places)), bool)
            seen = clear(np.array([lamp.at]), places, towards_lamp, self.enclosure.boxes, self.enclosure.edges)[0]
            falling += (leaning * seen / (apart / 1000) ** 2)[:, None] * power
        return falling

    def _settled(self, weights: Floats, right: Floats, start: Floats) -> Floats:
        """Solves (weights - shared) · sent = right for every band."""
        diagonal, sent = weights.astype(np.float32), start.astype(np.float32)
        left = right.astype(np.float32) - (diagonal * sent - self._quick @ sent)
        eased = left / diagonal
        way, size = eased.copy(), (left * eased).sum(axis=0)
        aim = NEAR_ENOUGH**2 * (right * right / weights).sum(axis=0)
        for _ in range(STEPS):
            if (size <= aim).all():
                break
            ahead = diagonal * way - self._quick @ way
            step = size / np.maximum((way * ahead).sum(axis=0), LEAST)
            sent += step * way
            left -= step * ahead
            eased = left / diagonal
            size, last = (left * eased).sum(axis=0), size
            way = eased + size / np.maximum(last, LEAST) * way
        return sent.astype(np.float64)

    @cached_property
    def _seen(self) -> tuple[Patches, Floats]:
        closing = self.enclosure
        diced = dice(closing.faces, self.longest_mm)
        owned = Patches(diced.corners, diced.centres, diced.normals, diced.areas, np.array(closing.owners)[diced.part])
        return exchange(owned, closing.boxes, closing.edges)

    @property
    def _shared(self) -> Floats:
        return self._seen[1]

    @cached_property
    def _quick(self) -> NDArray[np.float32]:
        """The same in half the digits: more than the light needs, in half the time."""
        return self._shared.astype(np.float32)

    @cached_property
    def _share(self) -> Floats:
        return self._shared / self.patches.areas[:, None]
