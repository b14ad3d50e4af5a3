"""Adobe Swatch Exchange: blocks of colours and groups; Lab there is for D50, as print programs use it."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from samples.colour.adaptation import lab_to_d50
from samples.colour.arrays import Lab
from samples.cursor import Cursor
from samples.deck import Deck
from samples.fault import Fault
from samples.paint import Paint
from samples.swatch import Format, Swatch, cmyk_lab, finite, print_lab, rgb_lab

MAGIC = b"ASEF"
GROUP_STARTS, GROUP_ENDS, COLOUR = 0xC001, 0xC002, 0x0001
NORMAL_COLOUR = 2
LONGEST_BLOCK = 65_536


def read(data: bytes) -> Iterator[Swatch | Fault]:
    cursor = Cursor(data, len(MAGIC))
    cursor.numbers("HH")
    group = ""
    for number in range(1, cursor.integer("I") + 1):
        cursor.block = place = f"block {number}"
        kind, length = cursor.integer("H"), cursor.integer("I")
        if length > LONGEST_BLOCK:
            raise Fault(place, "too_long", most=LONGEST_BLOCK)
        block = Cursor(cursor.take(length))
        block.block = place
        if kind == GROUP_STARTS:
            group = block.utf16(block.integer("H"))
        elif kind == GROUP_ENDS:
            group = ""
        elif kind == COLOUR:
            yield _colour(place, group, block)


def write(deck: Deck) -> bytes:
    blocks = b"".join(_block(paint) for paint in deck)
    return MAGIC + struct.pack(">HHI", 1, 0, len(deck)) + blocks


def _colour(place: str, group: str, block: Cursor) -> Swatch | Fault:
    try:
        name = block.utf16(block.integer("H"))
        model = block.take(4).decode("ascii", "replace")
        return Swatch(place, name or place, _lab(place, model, block), group=group, approximate=model == "CMYK")
    except Fault as fault:
        return fault


def _lab(place: str, model: str, block: Cursor) -> Lab:
    if model == "RGB ":
        return rgb_lab(finite(place, block.numbers("3f"), 0, 1))
    if model == "CMYK":
        cyan, magenta, yellow, black = finite(place, block.numbers("4f"), 0, 1)
        return cmyk_lab(cyan, magenta, yellow, black)
    if model == "Gray":
        return rgb_lab(finite(place, block.numbers("f"), 0, 1) * 3)
    if model == "LAB ":
        lightness, a, b = finite(place, block.numbers("3f"), -150, 150)
        return print_lab(lightness * 100, a, b)
    raise Fault(place, "unknown_colour_model", found=model)


def _block(paint: Paint) -> bytes:
    name = f"{paint.code} {paint.name_pl}\0".encode("utf-16-be")
    lightness, a, b = lab_to_d50(paint.lab).tolist()
    body = (
        struct.pack(">H", len(name) // 2) + name + b"LAB " + struct.pack(">3fH", lightness / 100, a, b, NORMAL_COLOUR)
    )
    return struct.pack(">HI", COLOUR, len(body)) + body


FORMAT = Format("ase", ".ase", lambda data: data.startswith(MAGIC), read, write)
