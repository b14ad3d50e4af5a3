"""What is known beforehand of starting photos' walls: their paint, and that one tap means the whole of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from configurator.photos import finding, marks, starts
from configurator.photos.marks import Wall

FINGER_PX = 12
"""A tap on no wall is on the one that fills most of what lies so near."""


def old_paints(start: str | None, walls: Sequence[Wall]) -> dict[str, Mapping[str, str]]:
    """The old paint, by their ids, of the walls all of whose taps lie on walls of a known paint."""
    paint = starts.paint(start)
    on_known = [wall["id"] for wall in walls if wall["taps"] and None not in _tapped(start, wall)]
    return {id_: {"way": "start", "hex": paint} for id_ in on_known if paint}


def with_known(start: str | None, walls: Sequence[Wall]) -> list[Wall]:
    """The walls with what is known of them: an old paint, and, in place of the taps on known walls, these as `known`.

    Each of them has the photo's name as `start`, its place among that one's walls as `at`, and as `tapped` the taps
    that lie on it.
    """
    return [_resolved(start, wall) for wall in marks.with_old(walls, old_paints(start, walls))]


def _resolved(start: str | None, wall: Wall) -> Wall:
    places = _tapped(start, wall)

    def on(place: int | None) -> list[Sequence[int]]:
        return [tap for tap, at in zip(wall["taps"], places, strict=True) if at == place]

    known = [{"start": start, "at": at, "tapped": on(at)} for at in range(len(starts.walls(start))) if at in places]
    return {**wall, "taps": on(None), "known": known}


def _tapped(start: str | None, wall: Wall) -> list[int | None]:
    """For each tap the place of the known wall that it is on, if on any."""
    if not starts.walls(start):
        return [None for _ in wall["taps"]]
    places = _places(str(start))
    return [_wall_at(places, tap) for tap in wall["taps"]]


def _wall_at(places: NDArray[np.int8], tap: Sequence[int]) -> int | None:
    x, y = tap
    near = places[max(0, y - FINGER_PX) : y + FINGER_PX + 1, max(0, x - FINGER_PX) : x + FINGER_PX + 1]
    values, counts = np.unique(near, return_counts=True)
    found = int(places[y, x]) if places[y, x] >= 0 else int(values[counts.argmax()])
    return found if found >= 0 else None


@cache
def _places(start: str) -> NDArray[np.int8]:
    """For each pixel of the starting photo which of its known walls is there; -1 where none is."""
    masks = starts.walls(start)
    places = np.full(masks[0].shape, -1, np.int8)
    for at, mask in enumerate(masks):
        places[mask >= finding.FOUND] = at
    return places
