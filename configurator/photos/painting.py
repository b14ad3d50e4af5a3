"""A photo's walls found by their marks and painted: the one truth of what every screen shows and what goes out."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from configurator.errors import Refused
from configurator.exports.kept import Kept
from configurator.photos import starts
from configurator.photos.marks import Wall
from samples.deck import Deck
from samples.fault import Fault
from samples.photo import masking, repainting
from samples.photo.doubt import Doubt
from samples.photo.job import Stroke
from samples.photo.repainting import Mask, OldPaint, Pixels
from samples.photo.strokes import brushed

LIGHTNESSES = {"light": 90.0, "medium": 70.0, "dark": 42.0}
"""L* of a wall that is called light, medium or dark."""
SHOWN_QUALITY, KEPT_QUALITY = 88, 95
OUTLINE_PX = 700
"""One pixel of an outline's width on either side for so many of the photo's."""
DARK, LIGHT = 1, 2
WALL_SLOTS = ("wall", "second")


@dataclass(frozen=True)
class Ready:
    """A photo's pixels, and its regions, made ready for any number of taps; `key` is its file's.

    `wall_paint` is the paint on its walls, #rrggbb, where it is known beforehand.
    """

    key: str
    pixels: Pixels
    regions: masking.Wall
    wall_paint: str | None


READY: Kept[Ready] = Kept(most=4)
MASKS: Kept[Mask] = Kept(most=24)
PICTURES: Kept[bytes] = Kept(most=24)


def ready(key: str, jpeg: bytes) -> Ready:
    def made() -> Ready:
        pixels = np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB"))
        return Ready(key, pixels, masking.Wall(pixels), starts.wall_paint(jpeg))

    return READY.get(key, made)


def tag(key: str, walls: Sequence[Wall], deck: Deck) -> str:
    """What a painted picture is known by: the photo, everything that was marked on it, and what its codes mean."""
    return sha256(json.dumps([key, deck.key, *walls]).encode()).hexdigest()[:32]


def shown(key: str, jpeg: bytes, walls: Sequence[Wall], deck: Deck) -> bytes:
    """The painted photo as a JPEG for a screen; the photo itself while nothing is painted."""
    if not any(wall["paint"] for wall in walls):
        return jpeg
    return PICTURES.get(tag(key, walls, deck), lambda: encoded(painted(ready(key, jpeg), walls, deck), SHOWN_QUALITY))


def painted(photo: Ready, walls: Sequence[Wall], deck: Deck) -> Pixels:
    """Each wall that has a paint, in it; where two meet the one marked later holds."""
    taken: Mask = np.zeros(photo.pixels.shape[:2], np.uint8)
    told: list[tuple[Mask, OldPaint, str]] = []
    for wall in reversed(walls):
        mask = np.minimum(mask_of(photo, wall), 255 - taken)
        taken = np.maximum(taken, mask)
        new = deck.hex_of(wall["paint"] or "")
        if new and (mask > 128).any():
            told.append((mask, old_of(photo, mask, wall, deck), new))
    return repainting.repaint_all(photo.pixels, told) if told else photo.pixels


def mask_of(photo: Ready, wall: Wall) -> Mask:
    """How much of each pixel the wall's marks make wall, 0..255; without a tap what was brushed."""
    marks = [wall[name] for name in ("taps", "keep", "lines", "brush")]

    def made() -> Mask:
        taps, keep = _places(wall["taps"]), _places(wall["keep"])
        brush = [Stroke(one["wall"], tuple(_places(one["points"])), one["width"]) for one in wall["brush"]]
        if not taps:
            return brushed(np.zeros(photo.pixels.shape[:2], np.uint8), brush)
        lines = [(one, other) for one, other in map(_places, wall["lines"])]
        return photo.regions.mask(taps, keep, lines=lines, brush=brush)

    return MASKS.get((photo.key, json.dumps(marks)), made)


def doubt_of(photo: Ready, wall: Wall) -> Doubt | None:
    """What speaks against what the wall's taps found; nothing does once it was brushed by hand.

    What is told to be no wall may lie where no wall does.
    """
    if wall["brush"] or not wall["taps"]:
        return None
    found = photo.regions.doubt(mask_of(photo, wall), _places(wall["taps"]))
    is_wall = (wall.get("slot") or "wall") in WALL_SLOTS
    return found if is_wall or found not in ("low", "high") else None


def _places(points: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    return [(x, y) for x, y in points]


def old_of(photo: Ready, mask: Mask, wall: Wall, deck: Deck) -> OldPaint:
    """The wall's paint before, as well as it is known; a guess where what was told cannot be used."""
    old = wall["old"] or {"way": "unknown"}
    try:
        if old["way"] == "paint" and (code := deck.hex_of(old["code"])):
            return repainting.told_paint(code)
        if old["way"] == "sheet":
            return repainting.paint_by_sheet(photo.pixels, mask, tuple(old["at"]))
    except Fault:
        pass  # too dark to tell anything of the light: refuse_useless says so when it is told
    if photo.wall_paint and old["way"] == "unknown" and (wall.get("slot") or "wall") in WALL_SLOTS:
        return repainting.told_paint(photo.wall_paint)
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
    return (wall["old"] or {}).get("way") not in ("paint", "sheet")


def outline(photo: Ready, wall: Wall) -> bytes:
    """The wall's edge as a PNG with see-through ground, white inside and dark outside, at the photo's size."""
    inside = mask_of(photo, wall) > 127
    reach = max(1, round(max(inside.shape) / OUTLINE_PX))
    drawn = np.zeros(inside.shape, np.uint8)
    drawn[_grown(inside, reach) & ~inside] = DARK
    drawn[_grown(~inside, reach) & inside] = LIGHT
    image = Image.fromarray(drawn, "P")
    image.putpalette([0, 0, 0, 22, 22, 22, 255, 255, 255])
    written = io.BytesIO()
    image.save(written, "PNG", transparency=0, compress_level=3)
    return written.getvalue()


def _grown(shape: NDArray[np.bool_], reach: int) -> NDArray[np.bool_]:
    """The shape and all that is so near to it, along each axis in turn."""
    for axis in (0, 1):
        near, along = shape.copy(), np.moveaxis(shape, axis, 0)
        target = np.moveaxis(near, axis, 0)
        for step in range(1, reach + 1):
            target[step:] |= along[:-step]
            target[:-step] |= along[step:]
        shape = near
    return shape


def encoded(pixels: Pixels, quality: int) -> bytes:
    """A JPEG; at the highest quality with every pixel's own colour."""
    written = io.BytesIO()
    subsampling = 0 if quality >= KEPT_QUALITY else 2
    Image.fromarray(pixels).save(written, "JPEG", quality=quality, subsampling=subsampling)
    return written.getvalue()
