"""A photo's marked walls painted: the one truth of what every screen shows and what goes out."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from PIL import Image

from configurator.errors import Refused
from configurator.exports.kept import Kept
from configurator.photos.finding import Ready, mask_of, ready
from configurator.photos.marks import Wall
from samples.deck import Deck
from samples.fault import Fault
from samples.photo import repainting
from samples.photo.repainting import Mask, OldPaint, Pixels

LIGHTNESSES = {"light": 90.0, "medium": 70.0, "dark": 42.0}
"""L* of a wall that is called light, medium or dark."""
SHOWN_QUALITY, KEPT_QUALITY = 88, 95
PICTURES: Kept[bytes] = Kept(most=24)


def tag(key: str, walls: Sequence[Wall], deck: Deck) -> str:
    """What a painted picture is known by: the photo, everything that was marked on it, and what its codes mean."""
    return sha256(json.dumps([key, deck.key, *walls]).encode()).hexdigest()[:32]


def shown(key: str, jpeg: bytes, walls: Sequence[Wall], deck: Deck) -> bytes:
    """The painted photo as a JPEG for a screen; the photo itself while nothing is painted."""
    if not any(wall["paint"] for wall in walls):
        return jpeg
    return PICTURES.get(tag(key, walls, deck), lambda: encoded(painted(ready(jpeg), walls, deck), SHOWN_QUALITY))


def painted(photo: Ready, walls: Sequence[Wall], deck: Deck) -> Pixels:
    """Each wall that has a paint, in it; where two of them meet the one marked later holds."""
    taken: Mask = np.zeros(photo.pixels.shape[:2], np.uint8)
    told: list[tuple[Mask, OldPaint, str]] = []
    for wall in reversed(walls):
        if (new := deck.hex_of(wall["paint"] or "")) is None:
            continue
        mask = np.minimum(mask_of(photo, wall), 255 - taken)
        taken = np.maximum(taken, mask)
        if (mask > 128).any():
            told.append((mask, old_of(photo, mask, wall, deck), new))
    return repainting.repaint_all(photo.pixels, told) if told else photo.pixels


def old_of(photo: Ready, mask: Mask, wall: Wall, deck: Deck) -> OldPaint:
    """The wall's paint before, as well as it is known; a guess where what was told cannot be used."""
    old = wall["old"] or {"way": "unknown"}
    try:
        if old["way"] == "paint" and (code := deck.hex_of(old["code"])):
            return repainting.told_paint(code)
        if old["way"] == "start":
            return repainting.told_paint(old["hex"])
        if old["way"] == "sheet":
            return repainting.paint_by_sheet(photo.pixels, mask, tuple(old["at"]))
    except Fault:
        pass  # too dark to tell anything of the light: refuse_useless says so when it is told
    return repainting.guessed_paint(photo.pixels, mask, LIGHTNESSES.get(old.get("of", "")))


def refuse_useless(photo: Ready, wall: Wall, deck: Deck) -> None:
    """Refused `old_too_dark` or `sheet_too_dark` for an old paint that tells nothing of the light."""
    old = wall["old"] or {"way": "unknown"}
    if old["way"] == "paint":
        if (code := deck.hex_of(old["code"])) is None:
            raise Refused("no_such_paint", path="old")
        try:
            repainting.told_paint(code)
        except Fault as fault:
            raise Refused("old_too_dark", path="old") from fault
    mask = mask_of(photo, wall)
    if old["way"] == "sheet" and (mask > 128).any():
        try:
            repainting.paint_by_sheet(photo.pixels, mask, tuple(old["at"]))
        except Fault as fault:
            raise Refused("sheet_too_dark", path="old") from fault


def is_approximate(wall: Wall) -> bool:
    """Whether the wall's old paint is guessed and so the picture only near."""
    return (wall["old"] or {}).get("way") not in ("paint", "sheet", "start")


def encoded(pixels: Pixels, quality: int) -> bytes:
    """A JPEG; at the highest quality with every pixel's own colour."""
    written = io.BytesIO()
    subsampling = 0 if quality >= KEPT_QUALITY else 2
    Image.fromarray(pixels).save(written, "JPEG", quality=quality, subsampling=subsampling)
    return written.getvalue()
