"""Hostile and odd photos get a clear answer from a process with 512 MB and 10 s."""

from __future__ import annotations

import io
import struct
import zlib

import pillow_heif
import pytest
from PIL import Image

from configurator.errors import Refused
from configurator.photos.opening import open_photo
from tests.configurator.photos.bringing import wall


def bomb(width: int, height: int) -> bytes:
    """A black one-bit PNG of this size, in a few hundred bytes."""

    def chunk(name: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def frames(count: int) -> bytes:
    """A HEIC of so many frames, the first of them the wall."""
    pictures = [Image.open(io.BytesIO(wall())), *(Image.new("RGB", (200, 160), "red") for _ in range(count - 1))]
    written = io.BytesIO()
    pillow_heif.from_pillow(pictures[0])
    pillow_heif.register_heif_opener()
    pictures[0].save(written, "HEIF", save_all=True, append_images=pictures[1:])
    return written.getvalue()


def cmyk() -> bytes:
    written = io.BytesIO()
    Image.open(io.BytesIO(wall())).convert("CMYK").save(written, "JPEG", quality=95)
    return written.getvalue()


@pytest.mark.parametrize("make", [lambda: frames(12), cmyk, lambda: wall(format_="WEBP"), lambda: wall(format_="AVIF")])
def test_it_opens_as_the_wall_that_it_is(make) -> None:  # type: ignore[no-untyped-def]
    opened = open_photo(make())
    shown = Image.open(io.BytesIO(opened.jpeg))
    assert (shown.format, shown.mode, shown.size) == ("JPEG", "RGB", (200, 160))
    found = shown.getpixel((60, 60))
    assert isinstance(found, tuple)
    assert max(abs(a - b) for a, b in zip(found, (0xCB, 0xB9, 0x94), strict=True)) < 16


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (bomb(20_000, 20_000), "photo_too_large"),
        (bomb(12, 12), "photo_too_small"),
        (b"plain words " * 40, "not_a_photo"),
        (wall()[:300], "photo_damaged"),
        (b"", "photo_empty"),
    ],
    ids=["bomb", "tiny", "words", "cut", "empty"],
)
def test_what_cannot_be_opened_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        open_photo(data)
    assert refused.value.reason == reason
