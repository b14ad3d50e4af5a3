"""Photos that people bring, opened safely: upright RGB without metadata, small enough to work on."""

from __future__ import annotations

import io
import math
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from samples.fault import Fault

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
MOST_BYTES = 48 * 1024 * 1024
MOST_PIXELS = 50_000_000
LEAST_SIDE_PX = 16
WORK_PIXELS = 1_500_000
ORIENTATION = 0x0112
SIDEWAYS = (5, 6, 7, 8)
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


def open_photo(data: bytes, *, most_pixels: int = WORK_PIXELS) -> Image.Image:
    """The first picture of a JPEG, PNG, HEIC, WebP or AVIF file: upright RGB, at most `most_pixels`; as below."""
    return open_with_size(data, most_pixels=most_pixels)[0]


def open_with_size(data: bytes, *, most_pixels: int = WORK_PIXELS) -> tuple[Image.Image, tuple[int, int]]:
    """The photo, and the size (width, height) it had when upright and not yet shrunk.

    The size is read from the header before anything is decoded. Raises Fault `too_large` (bytes or pixels),
    `too_small`, `not_a_picture`, `damaged_picture`.
    """
    if len(data) > MOST_BYTES:
        raise Fault("", "too_large", most=MOST_BYTES)
    try:
        with warnings.catch_warnings(), _whole_pictures_only():
            warnings.simplefilter("ignore")  # of odd metadata, which is dropped, and of sizes, which are checked here
            opened, size = _decoded(data, most_pixels)
            return _plain(opened, most_pixels), size
    except Fault:
        raise
    except Image.DecompressionBombError as error:
        raise Fault("", "too_large", most=MOST_PIXELS) from error
    except UnidentifiedImageError as error:
        raise Fault("", "not_a_picture") from error
    except DAMAGE as error:
        raise Fault("", "damaged_picture") from error


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Pillow's leniency with cut pictures is one switch for the whole process, and other libraries turn it on."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _decoded(data: bytes, most_pixels: int) -> tuple[Image.Image, tuple[int, int]]:
    opened = Image.open(io.BytesIO(data), formats=_formats(data))
    if opened.width * opened.height > MOST_PIXELS:
        raise Fault("", "too_large", most=MOST_PIXELS, found=opened.width * opened.height)
    if min(opened.size) < LEAST_SIDE_PX:
        raise Fault("", "too_small", least=LEAST_SIDE_PX)
    width, height = opened.size
    opened.draft("RGB", _within(opened.size, most_pixels))
    opened.load()
    turned = opened.getexif().get(ORIENTATION, 1) in SIDEWAYS
    return opened, (height, width) if turned else (width, height)


def _formats(data: bytes) -> tuple[str, ...]:
    if data[4:8] != b"ftyp" or data[8:12] not in HEIF_BRANDS or b"avif" in data[8:64]:
        return FORMATS
    import pillow_heif  # a third of a second that only telephones' pictures need

    pillow_heif.register_heif_opener()
    return ("HEIF",)


def _plain(image: Image.Image, most_pixels: int) -> Image.Image:
    """Nothing but pixels: see-through lies on white; shrunk before it is turned, so that one large picture is held."""
    if image.has_transparency_data:
        image = image if image.mode == "RGBA" else image.convert("RGBA")
        image = image.resize(_within(image.size, most_pixels), Image.Resampling.BOX)
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    upright = ImageOps.exif_transpose(_shrunk(_eight_bits(image), most_pixels)).convert("RGB")
    return Image.frombytes("RGB", upright.size, upright.tobytes())


def _shrunk(image: Image.Image, most_pixels: int) -> Image.Image:
    if image.width * image.height <= most_pixels:
        return image
    plain = image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB")
    small = plain.resize(_within(image.size, most_pixels), Image.Resampling.BOX)
    small.info = image.info
    small.getexif().update(image.getexif())
    return small


def _eight_bits(image: Image.Image) -> Image.Image:
    """Sixteen-bit grey would be clipped, not scaled, by the conversion to RGB."""
    return image.convert("I").point(lambda level: level / 256).convert("L") if image.mode.startswith("I") else image


def _within(size: tuple[int, int], most_pixels: int) -> tuple[int, int]:
    """The size, in proportion, that holds no more pixels; never enlarged."""
    scale = min(1.0, math.sqrt(most_pixels / (size[0] * size[1])))
    return max(1, int(size[0] * scale)), max(1, int(size[1] * scale))
