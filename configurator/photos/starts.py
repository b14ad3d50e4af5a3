"""Starting photos, for whoever has none at hand: each a file of `starting/`, free to be shipped (SOURCES.txt there)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from configurator.errors import NotFound
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
