"""A plan's picture: opened whatever it is, or refused with a reason; scaled by a known length."""

import io
import json
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from rooms.exchange.picture import encoded, micrometres_per_pixel, open_sheet
from rooms.fault import Fault

SCALES = json.loads((Path(__file__).parents[2] / "cases" / "pictures" / "scale.json").read_text("utf-8"))
RED, BLUE = (200, 30, 30), (30, 30, 200)


def picture(format_: str, size: tuple[int, int] = (60, 40), colour: object = RED, **options: object) -> bytes:
    written = io.BytesIO()
    mode = "RGBA" if isinstance(colour, tuple) and len(colour) == 4 else "RGB"
    Image.new(mode, size, colour).save(written, format_, **options)
    return written.getvalue()


def pdf(*colours: tuple[int, int, int]) -> bytes:
    written = io.BytesIO()
    first, *others = (Image.new("RGB", (300, 200), colour) for colour in colours)
    first.save(written, "PDF", save_all=True, append_images=others)
    return written.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A PNG that says it is so large and holds next to nothing."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(10_000))), (b"IEND", b"")]
    written = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + written


def reason_of(data: bytes, page: int = 0) -> str:
    with pytest.raises(Fault) as refused:
        open_sheet(data, page)
    return refused.value.reason


def near(colour: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return max(abs(one - two) for one, two in zip(colour, other, strict=True)) < 12


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_picture_of_any_usual_format_is_opened(format_: str) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    sheet = open_sheet(picture(format_, (64, 48)))
    assert (sheet.image.size, sheet.image.mode, sheet.pages) == ((64, 48), "RGB", 1)
    assert near(sheet.image.getpixel((30, 20)), RED)


def test_a_photo_taken_upright_stands_upright_and_forgets_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "a telephone"
    image = open_sheet(picture("JPEG", exif=exif)).image
    assert image.size == (40, 60)
    assert b"telephone" not in encoded(image)


def test_what_shows_through_is_white() -> None:
    assert open_sheet(picture("PNG", colour=(0, 0, 0, 0))).image.getpixel((5, 5)) == (255, 255, 255)


def test_a_large_picture_is_brought_down() -> None:
    assert open_sheet(picture("JPEG", (6000, 1500))).image.size == (3000, 750)


@pytest.mark.parametrize(("page", "colour"), [(0, RED), (1, BLUE), (2, (0, 160, 0))])
def test_each_page_of_a_pdf_can_be_opened(page: int, colour: tuple[int, int, int]) -> None:
    sheet = open_sheet(pdf(RED, BLUE, (0, 160, 0)), page)
    assert (sheet.pages, sheet.image.size) == (3, (3000, 2000))
    assert near(sheet.image.getpixel((1500, 1000)), colour)


@pytest.mark.parametrize(
    ("data", "page", "reason"),
    [
        (b"", 0, "not_a_picture"),
        (b"hello", 0, "not_a_picture"),
        (picture("GIF"), 0, "not_a_picture"),
        (picture("PNG")[:60], 0, "damaged_picture"),
        (picture("JPEG"), 1, "no_such_page"),
        (pdf(RED), 1, "no_such_page"),
        (pdf(RED), -1, "no_such_page"),
        (b"%PDF-1.7\n", 0, "damaged_pdf"),
        (png_of(50_000, 50_000), 0, "too_large"),
        (png_of(10_000, 10_000), 0, "too_large"),
        (bytes(48 * 1024 * 1024 + 1), 0, "too_large"),
    ],
    ids=range(11),
)
def test_what_is_no_picture_is_refused_with_a_reason(data: bytes, page: int, reason: str) -> None:
    assert reason_of(data, page) == reason


def test_a_cut_picture_is_refused_even_where_another_library_is_lenient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    assert reason_of(picture("PNG")[:60]) == "damaged_picture"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.sampled_from([picture("JPEG"), picture("PNG"), picture("WEBP"), pdf(RED)]),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=12),
)
def test_a_picture_with_changed_bytes_is_opened_or_refused(whole: bytes, changes: list[tuple[int, int]]) -> None:
    data = bytearray(whole)
    for place, value in changes:
        data[place % len(data)] = value
    with suppress(Fault):
        open_sheet(bytes(data))


def test_two_taps_on_a_known_length_give_the_scale() -> None:
    assert micrometres_per_pixel((100, 100), (400, 500), 3600) == 7200


@pytest.mark.parametrize(
    ("other", "length_mm", "reason"),
    [((0, 19), 1000, "too_near"), ((float("nan"), 0), 1000, "too_near"), ((0, 500), 0, "out_of_range")],
)
def test_taps_that_tell_no_scale_are_refused(other: tuple[float, float], length_mm: int, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        micrometres_per_pixel((0, 0), other, length_mm)
    assert refused.value.reason == reason


@pytest.mark.parametrize("case", SCALES, ids=lambda case: f"{case['one']}-{case['other']}-{case['length_mm']}")
def test_the_scale_is_what_the_browser_makes_of_it(case: dict[str, Any]) -> None:
    with suppress(Fault):
        scale = micrometres_per_pixel(tuple(case["one"]), tuple(case["other"]), case["length_mm"])
        assert scale == case["um_per_px"]
        return
    assert case["um_per_px"] is None
