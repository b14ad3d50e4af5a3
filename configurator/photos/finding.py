"""A photo's walls found by their marks; those that are known beforehand whole by one tap."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from PIL import Image

from configurator.exports.kept import Kept
from configurator.photos.marks import Wall, is_wall
from samples.photo import masking
from samples.photo.doubt import Doubt
from samples.photo.job import Line, Stroke, Tap
from samples.photo.repainting import Mask, Pixels
from samples.photo.strokes import brushed

MARKS = ("taps", "keep", "lines", "brush")
FOUND = 128


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
    """A known wall with the marks that were made upon it; a tap where it is not any more means its place."""
    tapped, lines = known["tapped"], wall["lines"]
    here = [tap for tap in known["taps"] if all(_is_beside(line, tap, tapped) for line in lines)] or tapped
    both = {name: [*known[name], *wall[name]] for name in ("keep", "lines")} | {"brush": known["brush"]}
    found = mask_of(photo, {**both, "taps": here})
    missed = [(x, y) for x, y in tapped if found[y, x] < FOUND]
    return mask_of(photo, {**both, "taps": [*here, *missed]}) if missed and wall["keep"] else found


def _is_beside(line: Sequence[Sequence[int]], place: Sequence[int], taps: Sequence[Sequence[int]]) -> bool:
    """Whether the place lies on a side of the line on which there is a tap."""
    return any(_side(line, place) * _side(line, tap) > 0 for tap in taps)


def _side(line: Sequence[Sequence[int]], place: Sequence[int]) -> int:
    """Positive on one side of the line, negative on the other."""
    (x, y), (to_x, to_y) = line
    return (to_x - x) * (place[1] - y) - (to_y - y) * (place[0] - x)


def _strokes(wall: Wall) -> list[Stroke]:
    return [Stroke(one["wall"], tuple(_places(one["points"])), one["width"]) for one in wall["brush"]]


def _line(ends: Sequence[Sequence[int]]) -> Line:
    one, other = _places(ends)
    return one, other


def _places(points: Sequence[Sequence[int]]) -> list[Tap]:
    return [(x, y) for x, y in points]
