"""GIMP palettes: lines of three numbers 0..255 and a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samples.deck import Deck
from samples.fault import Fault
from samples.swatch import Format, Swatch, rgb_lab

HEADER = "GIMP Palette"
COLOUR = re.compile(r"\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})(?:\s+(.*))?")
SAID = re.compile(r"\s*(?:#.*|(?:Name|Columns):.*)?")
LONGEST_LINE = 1000


def read(data: bytes) -> Iterator[Swatch | Fault]:
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines()[1:], start=2):
        place = f"line {number}"
        if SAID.fullmatch(line):
            continue
        found = COLOUR.fullmatch(line[:LONGEST_LINE])
        if found is None or max(levels := [int(level) for level in found.groups()[:3]]) > 255:
            yield Fault(place, "not_a_colour", found=line[:40])
        else:
            name = (found[4] or "").strip()
            yield Swatch(place, name or place, rgb_lab(level / 255 for level in levels))


def write(deck: Deck) -> bytes:
    lines = [HEADER, f"Name: {deck.name_pl}", "Columns: 12", "#"]
    for paint, shown in zip(deck, deck.hexes, strict=True):
        levels = [int(shown[start : start + 2], 16) for start in (1, 3, 5)]
        lines.append("{:3} {:3} {:3}\t".format(*levels) + f"{paint.code} {paint.name_pl}")
    return ("\n".join(lines) + "\n").encode()


FORMAT = Format("gpl", ".gpl", lambda data: data.lstrip(b"\xef\xbb\xbf").startswith(HEADER.encode()), read, write)
