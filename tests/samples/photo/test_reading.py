"""Photos that people bring, opened safely."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from samples.fault import Fault
from samples.photo.reading import open_photo, open_with_size
from tests.samples.photo.rooms_in_code import HEIGHT, WIDTH, as_file, room

ORIENTATION, GPS = 0x0112, 0x8825


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_every_kind_of_photo_opens_as_it_looks(kind: str) -> None:
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    opened = np.asarray(open_photo(as_file(room(), kind, quality=95)))
    assert np.abs(opened.astype(int) - room()).mean() < 4


def test_a_turned_photo_stands_upright_and_tells_nothing_of_its_place() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N"}
    opened, size = open_with_size(as_file(room(), "JPEG", exif=exif))
    assert (opened.size, size, opened.info, len(opened.getexif())) == ((HEIGHT, WIDTH), (HEIGHT, WIDTH), {}, 0)


def test_a_large_turned_photo_is_shrunk_and_turned_once() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    opened, size = open_with_size(as_file(room(), "JPEG", exif=exif), most_pixels=2_700)
    assert (opened.size, size) == ((45, 60), (HEIGHT, WIDTH))


@pytest.mark.parametrize("mode", ["CMYK", "P", "L", "LA", "RGBA", "1", "I;16"])
def test_every_colour_model_becomes_rgb(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new(mode, (20, 20)) if mode == "I;16" else Image.fromarray(room()).convert(mode)
    written = io.BytesIO()
    image.save(written, kind)
    assert open_photo(written.getvalue()).mode == "RGB"


def test_the_first_of_several_frames_is_taken() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue", "lime")]
    written = io.BytesIO()
    frames[0].save(written, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    assert open_photo(written.getvalue()).getpixel((5, 5)) == (255, 0, 0)


def _bomb(side: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_bomb(20_000), "too_large"),
        (_bomb(8_000), "too_large"),
        (b"", "not_a_picture"),
        (b"GIF89a" + bytes(40), "not_a_picture"),
        (as_file(room())[:200], "damaged_picture"),
        (as_file(room(), "JPEG")[:900], "damaged_picture"),
        (as_file(room()[:4, :4]), "too_small"),
    ],
)
def test_what_is_no_photo_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        open_photo(data)
    assert refused.value.reason == reason
