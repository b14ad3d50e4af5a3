"""Starting photos, for whoever has none at hand: each a file of `starting/`, free to be shipped (SOURCES.txt there).

Beside each stand its walls: `<name>.walls.png`, whose channels say how much of each pixel is the first, second and
third wall, and in `paints.json` the paint that they have, #rrggbb.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image

from configurator.errors import NotFound
from configurator.photos.opening import WorkingPicture
from samples.photo.reading import open_photo
from samples.photo.repainting import Mask

FOLDER = Path(__file__).with_name("starting")
STARTS = ("kitchen", "living", "bedroom")


@cache
def picture(key: str) -> WorkingPicture:
    """The starting photo of this name; NotFound for another."""
    if key not in STARTS:
        raise NotFound("no_photo")
    jpeg = (FOLDER / f"{key}.jpg").read_bytes()
    return WorkingPicture(jpeg, *open_photo(jpeg).size)


@cache
def walls(key: str | None) -> tuple[Mask, ...]:
    """The masks of its walls, 0..255; of no starting photo none."""
    if key not in STARTS:
        return ()
    with Image.open(FOLDER / f"{key}.walls.png") as drawn:
        channels = [np.asarray(channel) for channel in drawn.convert("RGB").split()]
    return tuple(channel for channel in channels if channel.any())


def paint(key: str | None) -> str | None:
    """The paint of its walls."""
    return _paints().get(key or "")


@cache
def _paints() -> Mapping[str, str]:
    return dict(json.loads((FOLDER / "paints.json").read_text("utf-8")))
