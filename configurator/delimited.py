"""A table as text (CSV): commas, semicolons or tabs between the cells, in UTF-8 or Windows-1250, line by line."""

from __future__ import annotations

import csv

from configurator.errors import Refused

DELIMITERS = ";,\t"


def text_of(data: bytes) -> str:
    """The file as text, its lines ended by \\n; Refused `not_text`."""
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise Refused("not_text")


def delimiter_of(header: str) -> str:
    """What parts the columns: whichever the header has most of."""
    return max(DELIMITERS, key=header.count)


def cells(line: str, delimiter: str) -> list[str]:
    """The cells of one line: a cell never goes on in the next, so that one open quotation mark spoils one line."""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise Refused("not_a_table") from error
