"""An XLSX book made safe to read: unpacked under a cap, without a DTD, its sheets no larger than a catalogue.

The reader of books holds a sheet as a full rectangle, so that two cells in far corners would take all memory; and it
copies a shared text for each cell that names it. Both are counted here before it sees a byte, and of the archive it
gets the counted parts only.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from xml.parsers import expat

from configurator.errors import Refused

MOST_UNPACKED = 128 * 1024 * 1024
MOST_PARTS = 500
MOST_CELLS = 4_000_000
MOST_LETTERS = 64 * 1024 * 1024
TEXTS = "xl/sharedStrings.xml"


def checked(data: bytes) -> bytes:
    """The book's XML parts in an archive of their own, stored; Refused for one that is no book or would swell."""
    parts = _unpacked(data)
    lengths: list[int] = []
    for name, part in sorted(parts.items(), key=lambda found: found[0].casefold() != TEXTS.casefold()):
        _Counted(lengths, is_texts=name.casefold() == TEXTS.casefold()).read(part)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as book:
        for name, part in parts.items():
            book.writestr(name, part)
    return packed.getvalue()


def _unpacked(data: bytes) -> Mapping[str, bytes]:
    """The parts by name; what the archive says of their sizes is not believed."""
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as book:
            entries = [one for one in book.infolist() if one.filename.casefold().endswith((".xml", ".rels"))]
            if len(entries) > MOST_PARTS:
                raise Refused("book_swells")
            for one in entries:
                one.file_size = left + 2  # else the archive's own word would end the part early
                with book.open(one) as part:
                    parts[one.filename] = part.read(left + 1)
                left -= len(parts[one.filename])
                if left < 0:
                    raise Refused("book_swells")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Refused("book_unreadable") from error
    return parts


class _Counted:
    """Reads one part: how large a rectangle its cells make, and how many letters of shared texts they name."""

    def __init__(self, lengths: list[int], *, is_texts: bool) -> None:
        self._lengths, self._is_texts = lengths, is_texts
        self._row = self._column = self._width = self._height = self._letters = 0
        self._is_shared = self._is_value = False
        self._value = ""

    def read(self, part: bytes) -> None:
        """Refused when it is no XML, or too much."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_dtd
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._take
        try:
            parser.Parse(part, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Refused("book_unreadable") from error

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name == "c":
            self._is_shared = attributes.get("t") == "s"
            self._column, self._row = _place(attributes["r"]) if "r" in attributes else (self._column + 1, self._row)
            self._width, self._height = max(self._width, self._column), max(self._height, self._row)
            if self._width * self._height > MOST_CELLS:
                raise Refused("book_too_wide", most=MOST_CELLS)
        elif name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif name == "si" and self._is_texts:
            self._lengths.append(0)
        self._is_value = name == "v" and self._is_shared
        self._value = ""

    def _take(self, text: str) -> None:
        if self._is_texts and self._lengths:
            self._lengths[-1] += len(text)
        elif self._is_value:
            self._value += text

    def _end(self, _tag: str) -> None:
        if self._is_value and self._value.strip().isdecimal() and len(self._value) < len(str(MOST_CELLS)) + 1:
            place = int(self._value)
            self._letters += self._lengths[place] if place < len(self._lengths) else 0
            if self._letters > MOST_LETTERS:
                raise Refused("book_swells")
        self._is_value = False


def _refuse_dtd(*_told: Any) -> None:
    raise Refused("xml_entities")


def _place(reference: str) -> tuple[int, int]:
    """Column and row of `AB12`, counted from 1."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.replace("$", ""):
        column = column * 26 + (ord(letter.upper()) - 64)
    return column, int(reference[len(letters) :] or 0)


def columns() -> Iterator[str]:
    """The names of columns as a book shows them: A, B … Z, AA …"""
    for number in range(1, 18_279):
        name, left = "", number
        while left:
            left, letter = divmod(left - 1, 26)
            name = chr(65 + letter) + name
        yield name
