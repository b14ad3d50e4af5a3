"""A scheme on a photo: the slots that its marked walls take, what is painted in them, and the picture of it."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from PIL import Image

from configurator.exports.kept import Kept
from configurator.files import Files
from configurator.photos import painting
from configurator.photos import service as photos
from configurator.photos.marks import Wall
from configurator.photos.models import Photo
from configurator.schemes.fills import known_fills, written
from configurator.schemes.models import ColourScheme
from configurator.schemes.told import told
from samples.deck import Deck
from samples.schemes.scheme import SLOTS, Fills

LONGEST_PX = 560
QUALITY = 84
PICTURES: Kept[bytes] = Kept(most=96)


def slots_of(walls: Sequence[Wall]) -> tuple[str, ...]:
    """Those that something on the photo takes, and the walls' own, which a scheme begins with; in the usual order."""
    there = {"wall", *map(_slot, walls)}
    return tuple(slot for slot in SLOTS if slot in there)


def in_scheme(walls: Sequence[Wall], fills: Fills) -> list[Wall]:
    """The walls in the scheme's paints; a second wall of a scheme without one is as the others, the rest stay."""
    codes = {slot: fill.code for slot, fill in fills.items()}
    codes["second"] = codes.get("second") or codes.get("wall")
    return [{**wall, "paint": codes.get(_slot(wall)) or wall["paint"]} for wall in walls]


def picture(photo: Photo, files: Files, fills: Fills, deck: Deck) -> bytes:
    """The photo in the scheme's paints, a WebP whose longer side has LONGEST_PX at most."""
    walls = in_scheme(photos.walls_of(photo), fills)
    tag = painting.tag(photo.file, walls, deck)
    return PICTURES.get(tag, lambda: _small(painting.shown(photo.file, photos.content(files, photo), walls, deck)))


def picture_url(photo: Photo, fills: Fills) -> str:
    """It changes with what is marked on the photo."""
    shown = urlencode({**written(fills), "v": photo.version})
    return f"/api/v1/projects/{photo.project_id}/photos/{photo.id}/schemes/picture.webp?{shown}"


def told_on(photo: Photo, fills: Fills) -> dict[str, Any]:
    """A scheme as browsers show it; shares are of rooms alone: a photo shows what it shows."""
    return {"picture": picture_url(photo, fills), **told(fills, {})}


def told_kept(scheme: ColourScheme, deck: Deck) -> dict[str, Any]:
    """A kept one; `room` and its second wall are of plans."""
    assert scheme.photo is not None  # noqa: S101 - asked for schemes of photos alone; tells the type checker
    fills = known_fills(json.loads(scheme.slots), deck)
    return {"room": None, "second": None, "photo": scheme.photo_id, **told_on(scheme.photo, fills)}


def is_approximate(photo: Photo) -> bool:
    """Whether some wall's old paint is guessed."""
    return any(map(painting.is_approximate, photos.walls_of(photo)))


def _slot(wall: Wall) -> str:
    return str(wall.get("slot") or "wall")


def _small(jpeg: bytes) -> bytes:
    shown = Image.open(io.BytesIO(jpeg)).convert("RGB")
    shown.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS, reducing_gap=2.0)
    kept = io.BytesIO()
    shown.save(kept, "WEBP", quality=QUALITY)
    return kept.getvalue()
