"""A photo's walls found by their marks; those that are known beforehand whole by one tap."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import hypot

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from configurator.exports.kept import Kept
from configurator.photos import starts
from configurator.photos.marks import Wall, is_wall
from samples.photo import masking
from samples.photo.doubt import Doubt
from samples.photo.job import Line, Stroke, Tap
from samples.photo.repainting import Mask, Pixels
from samples.photo.strokes import brushed

MARKS = ("taps", "keep", "lines", "brush")
FOUND = 128
LATTICE = 24
"""Of a known wall places at so many steps along the longer side are held where something of it is to be kept."""
KEPT_PX = 60
"""None of them so near to what is kept."""


@dataclass(frozen=True)
class Ready:
    """A photo's pixels, and its regions, made ready for any number of taps; `key` is its content's: whosever it is."""

    key: str
    pixels: Pixels
    regions: masking.Wall


READY: Kept[Ready] = Kept(most=4)
MASKS: Kept[Mask] = Kept(most=32)


def ready(jpeg: bytes) -> Ready:
    key = sha256(jpeg).hexdigest()

    def made() -> Ready:
        pixels = np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB"))
        return Ready(key, pixels, masking.Wall(pixels))

    return READY.get(key, made)


def mask_of(photo: Ready, wall: Wall) -> Mask:
    """How much of each pixel the wall's marks make wall, 0..255; without a tap what was brushed."""
    marks = [wall.get(name) for name in (*MARKS, "known")]
    return MASKS.get((photo.key, json.dumps(marks)), lambda: brushed(_tapped(photo, wall), _strokes(wall)))


def doubt_of(photo: Ready, wall: Wall) -> Doubt | None:
    """What speaks against what the wall's taps found; nothing does once it was brushed by hand, or is a known wall.

    What is told to be no wall may lie where no wall does, and what ends at a line that was drawn anywhere.
    """
    if wall["brush"] or wall.get("known") or not wall["taps"]:
        return None
    found = photo.regions.doubt(mask_of(photo, wall), _places(wall["taps"]))
    if found in ("low", "high", "apart") and not is_wall(wall):
        return None
    return found if found != "apart" or not wall["lines"] else None


def _tapped(photo: Ready, wall: Wall) -> Mask:
    """What the taps found, before anything is brushed: each known wall that has one, and what the others mean."""
    found: Mask = np.zeros(photo.pixels.shape[:2], np.uint8)
    for known in wall.get("known", ()):
        found = np.maximum(found, _known(photo, known, wall))
    if not wall["taps"]:
        return found
    lines = [*map(_line, wall["lines"])]
    return np.maximum(found, photo.regions.mask(_places(wall["taps"]), _places(wall["keep"]), lines=lines))


def _known(photo: Ready, known: Wall, wall: Wall) -> Mask:
    """A known wall, without what is to be kept of it and what lies beyond a line from all taps on it."""
    mask, taps = starts.walls(known["start"])[known["at"]], _places(known["tapped"])
    for line in wall["lines"]:
        mask = _beside(mask, _line(line), taps)
    if not wall["keep"]:
        return mask
    inner = [(x, y) for x, y in _lattice(mask) if all(hypot(x - a, y - b) > KEPT_PX for a, b in _places(wall["keep"]))]
    kept = photo.regions.mask(_places(wall["keep"]), [*inner, *taps])
    return np.minimum(mask, 255 - kept)


def _beside(mask: Mask, line: Line, taps: Sequence[Tap]) -> Mask:
    """What of the mask is on the line's side on which all taps are; all of it where they are on both."""
    (x, y), (to_x, to_y) = line
    at: NDArray[np.float32] = np.indices(mask.shape, np.float32)
    length = max(hypot(to_x - x, to_y - y), 1)
    away: NDArray[np.float32] = ((to_x - x) * (at[0] - y) - (to_y - y) * (at[1] - x)) / length
    sides = {bool(away[tap_y, tap_x] > 0) for tap_x, tap_y in taps}
    if len(sides) > 1:
        return mask
    share = np.clip(away * (1 if True in sides else -1) + 0.5, 0, 1)
    cut: Mask = (mask * share + 0.5).astype(np.uint8)
    return cut


def _lattice(mask: Mask) -> list[Tap]:
    """Places of the mask at even steps."""
    step = max(mask.shape) // LATTICE
    rows, columns = np.nonzero(mask[::step, ::step] == 255)
    return [(int(x) * step, int(y) * step) for x, y in zip(columns, rows, strict=True)]


def _strokes(wall: Wall) -> list[Stroke]:
    return [Stroke(one["wall"], tuple(_places(one["points"])), one["width"]) for one in wall["brush"]]


def _line(ends: Sequence[Sequence[int]]) -> Line:
    one, other = _places(ends)
    return one, other


def _places(points: Sequence[Sequence[int]]) -> list[Tap]:
    return [(x, y) for x, y in points]
