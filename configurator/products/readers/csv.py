"""A table as text: the header in the first line, commas, semicolons or tabs; UTF-8 or Windows-1250."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from configurator.csv_rows import cells_of, delimiter_of, lines_of
from configurator.errors import Refused
from configurator.imports.sheet import Reader, Sheet, SheetRow, counted, named

NOT_OURS = (b"PK\x03\x04", b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")


def _recognises(data: bytes) -> bool:
    return not data.lstrip().startswith(NOT_OURS)


def _read(data: bytes) -> Sheet:
    first, *lines = lines_of(data)
    delimiter = delimiter_of(first)
    header = named(cells_of(first, delimiter))
    return Sheet("csv", header, counted(_rows(lines, header, delimiter)))


def _rows(lines: Iterable[str], header: Sequence[str], delimiter: str) -> Iterator[SheetRow]:
    for number, line in enumerate(lines, 2):
        if not line.strip(delimiter + " "):
            continue
        try:
            cells = cells_of(line, delimiter)
        except Refused as refused:
            yield SheetRow(number, {}, refused)
            continue
        told = zip(header, (cell.strip() for cell in cells), strict=False)
        too_many = Refused("too_many_cells", most=len(header)) if len(cells) > len(header) else None
        yield SheetRow(number, {name: cell for name, cell in told if cell}, too_many)


READER = Reader("csv", _recognises, _read)
