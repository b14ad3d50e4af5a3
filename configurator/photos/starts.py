"""Starting photos, for whoever has none at hand: each a file of `starting/`, free to be shipped (SOURCES.txt there).

`walls.json` there holds what is known of them beforehand: the paint on their walls, and each wall's marks.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from configurator.errors import NotFound
from configurator.photos import marks
from configurator.photos.marks import Wall
from configurator.photos.opening import WorkingPicture
from samples.photo.reading import open_photo

FOLDER = Path(__file__).with_name("starting")
STARTS = ("kitchen", "living", "bedroom")


@cache
def picture(key: str) -> WorkingPicture:
    """The starting photo of this name; NotFound for another."""
    if key not in STARTS:
        raise NotFound("no_photo")
    jpeg = (FOLDER / f"{key}.jpg").read_bytes()
    return WorkingPicture(jpeg, *open_photo(jpeg).size)


def known_old(start: str | None) -> dict[str, str] | None:
    """The paint on this starting photo's walls as an old paint; None where it is not known, as of one's own photo."""
    paint = _known(start)["paint"]
    return {"way": "start", "hex": paint} if paint else None


def with_known(start: str | None, walls: Sequence[Wall]) -> list[Wall]:
    """The walls, each with its old paint where it is known, and as `known` the marks of all of the photo's walls."""
    known = _known(start)["walls"]
    return [{**wall, "known": known} for wall in marks.with_old(walls, known_old(start))]


def _known(start: str | None) -> dict[str, Any]:
    known: dict[str, Any] = _all_known().get(start or "", {"paint": None, "walls": []})
    return known


@cache
def _all_known() -> dict[str, Any]:
    return dict(json.loads((FOLDER / "walls.json").read_text("utf-8")))
