"""A stranger's picture as a texture: decoded under limits, made small, written anew without whatever it carried."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image

from rooms.fault import Fault

MOST_BYTES = 16 * 1024 * 1024
MOST_PIXELS = 40_000_000
MOST_SIDE_PX = 512
ICON_PX = 96
FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "GIF")
QUALITY = 82
HOLLOW = 8
"""An alpha below this, of 255, is a hole."""


@dataclass(frozen=True)
class Texture:
    """A JPEG, or a PNG where something of it is clear."""

    data: bytes
    mime: str
    has_holes: bool


def read_texture(data: bytes, place: str, most_px: int = MOST_SIDE_PX) -> Texture:
    """Raises Fault at `place`: `texture_unreadable`, `texture_too_large`."""
    if len(data) > MOST_BYTES:
        raise Fault(place, "texture_too_large", most=MOST_BYTES)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                return _written(picture, place, most_px)
    except Fault:
        raise
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError) as error:
        raise Fault(place, "texture_unreadable") from error


def _written(picture: Image.Image, place: str, most_px: int) -> Texture:
    if picture.width * picture.height > MOST_PIXELS:
        raise Fault(place, "texture_too_large", pixels=f"{picture.width} × {picture.height}")
    picture.draft("RGB", (most_px, most_px))
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    plain = picture.convert("RGBA" if has_alpha else "RGB")
    plain.thumbnail((most_px, most_px), Image.Resampling.LANCZOS)
    has_holes = has_alpha and _least(plain) < HOLLOW
    packed = io.BytesIO()
    if has_holes:
        plain.save(packed, "PNG", optimize=True)
    else:
        plain.convert("RGB").save(packed, "JPEG", quality=QUALITY)
    return Texture(packed.getvalue(), "image/png" if has_holes else "image/jpeg", has_holes)


def _least(picture: Image.Image) -> int:
    lowest = picture.getchannel("A").getextrema()[0]
    return int(lowest) if isinstance(lowest, int | float) else 0
