"""A book of XLSX: its first sheet that is shown and has a row; above the header a title may stand.

The header is the first row with two cells or more. Formulas count with the value that the book keeps for them. A sheet
with merged cells in or below the header is refused: nothing says which rows such a cell is meant for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from configurator.errors import Refused
from configurator.imports.sheet import Reader, Sheet, SheetRow, counted, named
from configurator.products.workbook import checked, columns

Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]
Cell = int | float | str | bool | time | date | datetime | timedelta


def _recognises(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def _read(data: bytes) -> Sheet:
    sheet, rows, merged = _opened(checked(data))
    top = next((place for place, row in enumerate(rows) if sum(map(bool, row)) > 1), None)
    if top is None:
        raise Refused("book_empty")
    _refuse_merged(merged, top)
    width = max(place for place, cell in enumerate(rows[top]) if cell) + 1
    header = named(rows[top][:width])
    return Sheet("xlsx", header, counted(_rows(rows[top + 1 :], header, top + 2)), sheet)


def _opened(data: bytes) -> tuple[str, list[list[str]], Merged]:
    """The sheet's title, its rows from the first, and its merged cells."""
    try:
        sheet = _first(CalamineWorkbook.from_filelike(BytesIO(data)))
        rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        merged = sheet.merged_cell_ranges or []
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise Refused("book_unreadable") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the reader's own bugs come out: no Exception, of no module
            raise
        raise Refused("book_unreadable") from error
    return sheet.name, rows, merged


def _first(book: CalamineWorkbook) -> CalamineSheet:
    for place, about in enumerate(book.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible:
            sheet = book.get_sheet_by_index(place)
            if sheet.end is not None:
                return sheet
    raise Refused("book_empty")


def _rows(rows: Sequence[Sequence[str]], header: Sequence[str], first: int) -> Iterator[SheetRow]:
    for number, row in enumerate(rows, first):
        cells = {name: cell for name, cell in zip(header, row, strict=False) if cell}
        if any(row[len(header) :]):
            yield SheetRow(number, cells, Refused("too_many_cells", most=len(header)))
        elif cells:
            yield SheetRow(number, cells)


def _refuse_merged(merged: Merged, top: int) -> None:
    names = list(columns())
    for (first, left), (last, right) in merged:
        if last >= top:
            raise Refused("cells_merged", cells=f"{names[left]}{first + 1}:{names[right]}{last + 1}")


def _text(cell: Cell) -> str:
    """The cell as it would be typed: a number with the fifteen digits that a book keeps, without an exponent."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        told = Decimal(f"{cell:.15g}")
        return format(told.to_integral_value() if told == told.to_integral_value() else told, "f")
    return " ".join(str(cell).split())


READER = Reader("xlsx", _recognises, _read)
