"""What a file of products says, whatever its format: named columns, and rows of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from configurator.errors import Refused

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
