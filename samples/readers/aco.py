"""Photoshop swatches: a list without names, then the same list with names; Lab there is for D50."""

from __future__ import annotations

import colorsys
import struct
from collections.abc import Iterator

from samples.colour.adaptation import lab_to_d50
from samples.colour.arrays import Lab
from samples.cursor import Cursor
from samples.deck import Deck
from samples.fault import Fault
from samples.paint import Paint
from samples.swatch import Format, Swatch, cmyk_lab, finite, print_lab, rgb_lab

RGB, HSB, CMYK, LAB, GREY = 0, 1, 2, 7, 8
FULL = 65_535
FULL_GREY = 10_000
MOST_COLOURS = 65_535
LONGEST_NAME = 1_000


def read(data: bytes) -> Iterator[Swatch | Fault]:
    """The list with names where there is one, else the one without."""
    cursor = Cursor(data)
    version, count = cursor.integer("H"), cursor.integer("H")
    if version == 1 and len(data) > 4 + count * 10:
        cursor.take(count * 10)
        version, count = cursor.integer("H"), cursor.integer("H")
    for number in range(1, count + 1):
        cursor.block = f"colour {number}"
        yield _colour(cursor, named=version == 2)


def write(deck: Deck) -> bytes:
    """Both lists, names with the codes before them; Fault when the deck is too long for the format."""
    if len(deck) > MOST_COLOURS:
        raise Fault("paints", "too_many", most=MOST_COLOURS)
    colours = [(_words(paint), f"{paint.code} {paint.name_pl}\0".encode("utf-16-be")) for paint in deck]
    bare = b"".join(words for words, _ in colours)
    named = b"".join(words + struct.pack(">I", len(name) // 2) + name for words, name in colours)
    return struct.pack(">HH", 1, len(deck)) + bare + struct.pack(">HH", 2, len(deck)) + named


def _colour(cursor: Cursor, *, named: bool) -> Swatch | Fault:
    place = cursor.block
    words = cursor.take(10)
    name = ""
    if named:
        if (length := cursor.integer("I")) > LONGEST_NAME:
            raise Fault(place, "too_long", most=LONGEST_NAME)
        name = cursor.utf16(length)
    try:
        space = int.from_bytes(words[:2], "big")
        return Swatch(place, name or place, _lab(place, space, words[2:]), approximate=space in (CMYK, GREY))
    except Fault as fault:
        return fault


def _lab(place: str, space: int, words: bytes) -> Lab:
    first, second, third, fourth = struct.unpack(">4H", words)
    if space == RGB:
        return rgb_lab(value / FULL for value in (first, second, third))
    if space == HSB:
        return rgb_lab(colorsys.hsv_to_rgb(first / FULL, second / FULL, third / FULL))
    if space == CMYK:  # 0 is full ink
        return cmyk_lab(*(1 - value / FULL for value in (first, second, third, fourth)))
    if space == GREY:  # 10 000 is black
        return rgb_lab(finite(place, [1 - first / FULL_GREY], 0, 1) * 3)
    if space == LAB:
        _, a, b, _ = struct.unpack(">4h", words)
        (lightness,) = finite(place, [first / 100], 0, 100)
        return print_lab(lightness, a / 100, b / 100)
    raise Fault(place, "unknown_colour_model", found=space)


def _words(paint: Paint) -> bytes:
    lightness, a, b = (round(100 * value) for value in lab_to_d50(paint.lab).tolist())
    return struct.pack(">HHhhH", LAB, min(max(lightness, 0), FULL_GREY), _short(a), _short(b), 0)


def _short(value: int) -> int:
    return min(max(value, -12_800), 12_700)


FORMAT = Format("aco", ".aco", lambda data: data[:2] in (b"\x00\x01", b"\x00\x02"), read, write)
