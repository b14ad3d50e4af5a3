"""What is known beforehand of starting photos' walls: their paint, and the marks by which one tap takes a whole one.

It stands in `starting/walls.json`: by the photo's name `paint`, #rrggbb or null, and `walls`, each with its marks.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from configurator.photos import finding, marks, starts
from configurator.photos.marks import Wall

FINGER_PX = 12
"""A tap on no wall is on the one that fills most of what lies so near."""


def old_paints(start: str | None, walls: Sequence[Wall]) -> dict[str, Mapping[str, str]]:
    """The old paint, by their ids, of the walls all of whose taps lie on walls of a known paint."""
    paint = _known(start)["paint"]
    on_known = [wall["id"] for wall in walls if wall["taps"] and None not in _tapped(start, wall)]
    return {id_: {"way": "start", "hex": paint} for id_ in on_known if paint}


def with_known(start: str | None, walls: Sequence[Wall]) -> list[Wall]:
    """The walls with what is known of them: an old paint, and, in place of the taps on known walls, these as `known`.

    Each of them has its marks, and as `tapped` the taps that lie on it.
    """
    return [_resolved(start, wall) for wall in marks.with_old(walls, old_paints(start, walls))]


def _resolved(start: str | None, wall: Wall) -> Wall:
    places = _tapped(start, wall)
    taps = [
        [tap for tap, at in zip(wall["taps"], places, strict=True) if at == place] for place in (*_all(start), None)
    ]
    known = [{**one, "tapped": on} for one, on in zip(_known(start)["walls"], taps[:-1], strict=True) if on]
    return {**wall, "taps": taps[-1], "known": known}


def _tapped(start: str | None, wall: Wall) -> list[int | None]:
    """For each tap the place in `walls` of the known wall that it is on, if on any."""
    if not _all(start):
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
    photo = finding.ready(starts.picture(start).jpeg)
    places = np.full(photo.pixels.shape[:2], -1, np.int8)
    for at, wall in enumerate(_known(start)["walls"]):
        places[finding.mask_of(photo, wall) >= finding.FOUND] = at
    return places


def _all(start: str | None) -> range:
    return range(len(_known(start)["walls"]))


def _known(start: str | None) -> dict[str, Any]:
    known: dict[str, Any] = _all_known().get(start or "", {"paint": None, "walls": []})
    return known


@cache
def _all_known() -> dict[str, Any]:
    return dict(json.loads((starts.FOLDER / "walls.json").read_text("utf-8")))
