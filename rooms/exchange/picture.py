"""A picture of a plan to lay under the drawing: opened safely, and scaled by one known length.

Pictures are JPEG, PNG, WebP or HEIC, and pages of PDF; what comes out is upright RGB without any metadata.
`rooms/exchange/straightening.py` makes a photo taken from aside square.
"""

from __future__ import annotations

import io
import math
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from rooms.exchange.pdfium import open_pdf
from rooms.exchange.straightening import LEAST_SIDE_PX, LONGEST_PX
from rooms.fault import Fault
from rooms.walls.vector import Vector, length, minus

FORMATS = ("JPEG", "PNG", "WEBP")
PDF = b"%PDF-"
HEIF_BOX = b"ftyp"
MOST_BYTES = 48 * 1024 * 1024
MOST_PIXELS = 120_000_000
"""What a telephone's largest photo has."""
MOST_PIXELS_UNPACKED = 50_000_000
"""After a JPEG's own shrinking: 200 MB at most."""
MOST_PAGES = 200
QUALITY = 85
LENGTHS_MM = (100, 100_000)
DAMAGE = (
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""What decoders raise when they meet a damaged picture."""


@dataclass(frozen=True)
class Sheet:
    """One picture or page: upright RGB, its longer side at most LONGEST_PX, and how many pages the file has."""

    image: Image.Image
    pages: int


def open_sheet(data: bytes, page: int = 0, *, longest_px: int = LONGEST_PX) -> Sheet:
    """The picture, or the page of a PDF (from 0), its longer side at most `longest_px`.

    Raises Fault `too_large` (bytes or pixels), `not_a_picture`, `damaged_picture`, `damaged_pdf`, `encrypted`,
    `too_many` (pages), `no_such_page`.
    """
    if len(data) > MOST_BYTES:
        raise Fault("", "too_large", most=MOST_BYTES)
    if PDF in data[:1024]:
        return _page(data, page, longest_px)
    if page != 0:
        raise Fault("page", "no_such_page", pages=1)
    return Sheet(_picture(data, longest_px), 1)


def encoded(image: Image.Image) -> bytes:
    """The picture as JPEG, without metadata."""
    written = io.BytesIO()
    image.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def micrometres_per_pixel(one: Vector, other: Vector, length_mm: int) -> int:
    """The scale of a picture in which two taps (pixels) lie a known length apart; Fault `too_near`, `out_of_range`."""
    if not LENGTHS_MM[0] <= length_mm <= LENGTHS_MM[1]:
        raise Fault("length_mm", "out_of_range", least=LENGTHS_MM[0], most=LENGTHS_MM[1])
    apart = length(minus(one, other))
    if not LEAST_SIDE_PX <= apart < math.inf:
        raise Fault("taps", "too_near", least=LEAST_SIDE_PX)
    return math.floor(length_mm * 1000 / apart + 0.5)


def _picture(data: bytes, longest_px: int) -> Image.Image:
    formats: tuple[str, ...] = FORMATS
    if data[4:8] == HEIF_BOX:
        import pillow_heif  # a third of a second that only telephones' pictures need

        pillow_heif.register_heif_opener()
        formats = ("HEIF",)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, which is dropped, and of sizes, which are checked here
            return _kept(_decoded(data, formats), longest_px)
    except Fault:
        raise
    except Image.DecompressionBombError as error:
        raise Fault("", "too_large", most=MOST_PIXELS) from error
    except UnidentifiedImageError as error:
        raise Fault("", "not_a_picture") from error
    except DAMAGE as error:
        raise Fault("", "damaged_picture") from error


@contextmanager
def whole_pictures_only() -> Iterator[None]:
    """Pillow's leniency with cut pictures is one switch for the whole process, and other libraries turn it on."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


@whole_pictures_only()
def _decoded(data: bytes, formats: tuple[str, ...]) -> Image.Image:
    opened = Image.open(io.BytesIO(data), formats=formats)
    if opened.width * opened.height > MOST_PIXELS:
        raise Fault("", "too_large", most=MOST_PIXELS)
    opened.draft("RGB", (LONGEST_PX, LONGEST_PX))
    if opened.width * opened.height > MOST_PIXELS_UNPACKED:
        raise Fault("", "too_large", most=MOST_PIXELS_UNPACKED)
    opened.load()
    return ImageOps.exif_transpose(opened)


def _kept(image: Image.Image, longest_px: int) -> Image.Image:
    """On white, within the size, nothing but pixels."""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    image = image.convert("RGB")
    image.thumbnail((longest_px, longest_px), Image.Resampling.LANCZOS)
    image.info = {}
    return image


def _page(data: bytes, number: int, longest_px: int) -> Sheet:
    with open_pdf(data) as pdf:
        pages = len(pdf)
        if pages > MOST_PAGES:
            raise Fault("", "too_many", most=MOST_PAGES)
        if not 0 <= number < pages:
            raise Fault("page", "no_such_page", pages=pages)
        return Sheet(_kept(pdf.picture(number, (longest_px, longest_px)), longest_px), pages)
