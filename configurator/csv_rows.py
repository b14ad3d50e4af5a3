"""The lines and cells of a table (CSV) as offices write it: commas, semicolons or tabs; UTF-8 or Windows-1250."""

from __future__ import annotations

import csv

from configurator.errors import Refused

DELIMITERS = ";,\t"


def lines_of(data: bytes) -> list[str]:
    """The lines, the header first; Refused for what is no text."""
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    raise Refused("not_text")


def delimiter_of(header: str) -> str:
    """What parts the columns."""
    return max(DELIMITERS, key=header.count)


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of one line: a cell never goes on in the next, so that one open quotation mark spoils one line."""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise Refused("not_a_table") from error
