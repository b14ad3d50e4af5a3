"""What a file says, whatever its format: named columns, and rows of text; and how it is kept while it waits."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from configurator.errors import Refused
from configurator.imports.many_rows import uncollected

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 1_000
MOST_COLUMN = 120


@dataclass(frozen=True)
class SheetRow:
    """A row that is not empty: its number as the file counts, its cells by column, empty ones left out.

    In a table the header has a number too; in a feed the products are counted. `refused` tells why it has no cells.
    """

    number: int
    cells: Mapping[str, str]
    refused: Refused | None = None


@dataclass(frozen=True)
class Sheet:
    """`format` is the reader's name; `title` the sheet's in a book of several, else empty."""

    format: str
    header: tuple[str, ...]
    rows: Sequence[SheetRow]
    title: str = ""


@dataclass(frozen=True)
class Reader:
    """A format of files: whether bytes are of it, and what they say; Refused where they cannot be read as a whole."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes], Sheet]


def named(cells: Iterable[str]) -> tuple[str, ...]:
    """The columns of a header, each name once: a second `Nazwa` is `Nazwa (2)`, one without a name is `#3`.

    Refused `too_many_columns`.
    """
    names: dict[str, None] = {}
    for place, cell in enumerate(cells, 1):
        if place > MOST_COLUMNS:
            raise Refused("too_many_columns", most=MOST_COLUMNS)
        name = told = " ".join(cell.split())[:MOST_COLUMN] or f"#{place}"
        again = 2
        while name in names:
            name, again = f"{told} ({again})", again + 1
        names[name] = None
    return tuple(names)


def counted(rows: Iterable[SheetRow]) -> list[SheetRow]:
    """All rows; Refused `too_many_products`."""
    found: list[SheetRow] = []
    for row in rows:
        if len(found) == MOST_ROWS:
            raise Refused("too_many_products", most=MOST_ROWS)
        found.append(row)
    return found


@uncollected()
def packed(sheet: Sheet) -> bytes:
    """The sheet as it is kept in the files."""
    places = {name: place for place, name in enumerate(sheet.header)}
    rows = [
        [
            row.number,
            {places[name]: cell for name, cell in row.cells.items()},
            row.refused and [row.refused.reason, row.refused.detail],
        ]
        for row in sheet.rows
    ]
    told = {"format": sheet.format, "title": sheet.title, "header": sheet.header, "rows": rows}
    return zlib.compress(json.dumps(told, ensure_ascii=False).encode(), 1)


@uncollected()
def unpacked(data: bytes) -> Sheet:
    """The sheet that `packed` wrote."""
    told = json.loads(zlib.decompress(data))
    header = told["header"]
    rows = [
        SheetRow(
            number,
            {header[int(place)]: cell for place, cell in cells.items()},
            Refused(refused[0], **refused[1]) if refused else None,
        )
        for number, cells, refused in told["rows"]
    ]
    return Sheet(told["format"], tuple(header), rows, told["title"])
