"""A swatch book of SwatchBooker: `swatchbook.xml` in a zip archive; Lab and XYZ there are for D50, as in profiles."""

from __future__ import annotations

import colorsys
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from samples.colour.adaptation import D50, lab_to_d50
from samples.colour.arrays import Lab
from samples.colour.cie import xyz_to_lab
from samples.deck import Deck
from samples.fault import Fault
from samples.paint import Paint
from samples.swatch import Format, Swatch, cmyk_lab, finite, print_lab, rgb_lab
from samples.xml_elements import elements, local, numbers_in, text_at

MEMBER = "swatchbook.xml"
ZIP = b"PK\x03\x04"
MOST_UNPACKED = 32 * 1024 * 1024
PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
MADE = (1980, 1, 1, 0, 0, 0)
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError)
MODELS = ("Lab", "XYZ", "RGB", "HSV", "HLS", "CMY", "GRAY", "CMYK")
"""The surest first. XYZ is of 100 for white; all the others but Lab are shares of 1."""


def read(data: bytes) -> Iterator[Swatch | Fault]:
    number = 0
    for element in elements(_unpacked(data)):
        if local(element) == "color":
            number += 1
            yield _colour(f"colour {number}", element)
            element.clear()


def write(deck: Deck) -> bytes:
    colours = "".join(map(_color, deck))
    swatches = "".join(f'<swatch material="{_text(paint.code)}"/>' for paint in deck)
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<SwatchBook version="0.2" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"<metadata><dc:format>application/swatchbook</dc:format><dc:title>{_text(deck.name_pl)}</dc:title></metadata>\n"
        f"<materials>\n{colours}</materials>\n<book>{swatches}</book>\n</SwatchBook>\n"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(MEMBER, MADE), body, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _unpacked(data: bytes) -> bytes:
    """The book; its size is believed only to refuse it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = archive.getinfo(MEMBER)
            if member.flag_bits & ENCRYPTED or member.compress_type not in PLAIN_METHODS:
                raise Fault("file", "cut_short")
            with archive.open(member) as packed:
                found = packed.read(MOST_UNPACKED + 1)
    except KeyError:
        raise Fault("file", "no_colours") from None
    except (*DAMAGE, ValueError) as error:
        if isinstance(error, Fault):
            raise
        raise Fault("file", "cut_short") from error
    if len(found) > MOST_UNPACKED:
        raise Fault("file", "too_big", most_bytes=MOST_UNPACKED)
    return found


def _colour(place: str, element: Element) -> Swatch | Fault:
    told = {one.get("model", ""): one for one in reversed(list(element.iter())) if local(one) == "values"}
    title, code = text_at(element, "title")[:200], text_at(element, "identifier")[:200]
    model = next((one for one in MODELS if one in told), None)
    try:
        if model is None:
            return Fault(place, "unknown_colour_model", found=", ".join(told)[:60])
        lab = _lab(place, model, numbers_in(told[model].text or "", place, 16))
        is_sure = model in ("Lab", "XYZ") or (model == "RGB" and told[model].get("space") == "sRGB")
        return Swatch(place, title or code or place, lab, code, approximate=not is_sure)
    except Fault as fault:
        return fault
    except ValueError:
        return Fault(place, "not_a_number", found=(told[model].text or "")[:20] if model else "")


def _lab(place: str, model: str, values: list[float]) -> Lab:
    """ValueError where there are too few or too many numbers."""
    if model == "Lab":
        lightness, a, b = finite(place, values, -200, 200)
        return print_lab(lightness, a, b)
    if model == "XYZ":
        x, y, z = (value / 100 for value in finite(place, values, 0, 200))
        return print_lab(*xyz_to_lab([x, y, z], D50).tolist())
    shares = finite(place, values, 0, 1)
    if model == "CMYK":
        cyan, magenta, yellow, black = shares
        return cmyk_lab(cyan, magenta, yellow, black)
    if model == "GRAY":
        (black,) = shares
        return rgb_lab([1 - black] * 3)
    first, second, third = shares
    return rgb_lab(TO_RGB[model](first, second, third))


TO_RGB: Mapping[str, Callable[[float, float, float], tuple[float, float, float]]] = {
    "RGB": lambda red, green, blue: (red, green, blue),
    "HSV": colorsys.hsv_to_rgb,
    "HLS": colorsys.hls_to_rgb,
    "CMY": lambda cyan, magenta, yellow: (1 - cyan, 1 - magenta, 1 - yellow),
}


def _color(paint: Paint) -> str:
    lab = " ".join(f"{value:.4f}" for value in lab_to_d50(paint.lab).tolist())
    return (
        f"<color><metadata><dc:identifier>{_text(paint.code)}</dc:identifier><dc:title>{_text(paint.name_pl)}</dc:title>"
        f'</metadata><values model="Lab">{lab}</values></color>\n'
    )


def _text(said: str) -> str:
    return escape(said, {'"': "&quot;"})


def _recognises(data: bytes) -> bool:
    """By the member's name, in its own head or in the list at the archive's end."""
    return data.startswith(ZIP) and (MEMBER.encode() in data[:1024] or MEMBER.encode() in data[-4096:])


FORMAT = Format("sbz", ".sbz", _recognises, read, write)
