"""What a file of colours says, whatever its format: named columns and rows of text, as of any other table."""

from __future__ import annotations

from collections.abc import Mapping

from configurator.errors import Refused
from configurator.imports.many_rows import uncollected
from configurator.imports.sheet import Sheet, SheetRow
from configurator.products.readers import csv as csv_tables
from configurator.products.readers import xlsx
from samples import readers
from samples.fault import Fault
from samples.readers.csv import guess
from samples.swatch import MOST_BYTES, Reading, Swatch

PALETTES = ("ase", "aco", "gpl", "cxf", "sbz")
HEADER = ("name", "code", "L", "a", "b", "approximate", "spectrum")
CUT = "cut_short"


@uncollected()
def read_sheet(data: bytes, name: str) -> Sheet:
    """The file's columns and rows; Refused when it is of no known format, or not one colour of it can be read.

    What cannot be read of a palette is a row that says why; a file that ends too soon has such a row at its end.
    """
    if len(data) > MOST_BYTES:
        raise Refused("deck_too_large", path="file", most=MOST_BYTES // 1024 // 1024)
    palette = next((key for key in PALETTES if readers.FORMATS[key].recognises(data)), None)
    if palette is not None:
        return _palette(palette, data, name)
    if xlsx.READER.recognises(data):
        return xlsx.READER.read(data)
    if b"\0" in data[:1000] or not csv_tables.READER.recognises(data):
        raise Refused("deck_format_unknown", path="file")
    return csv_tables.READER.read(data)


def guessed(sheet: Sheet) -> dict[str, str]:
    """The column of each field of a colour, as far as its name tells."""
    return {field: sheet.header[place] for field, place in guess(sheet.header).items()}


def is_cut(sheet: Sheet) -> bool:
    """Whether the file ended before it said all that it had announced."""
    return any(row.refused is not None and row.refused.reason == f"colour_{CUT}" for row in sheet.rows[-1:])


def _palette(key: str, data: bytes, name: str) -> Sheet:
    try:
        reading = readers.read(data, name)
    except Fault as fault:
        raise Refused("deck_unreadable", path="file") from fault
    return Sheet(key, HEADER, _rows(reading))


def _rows(reading: Reading) -> list[SheetRow]:
    read = [SheetRow(_number(swatch.place), _cells(swatch)) for swatch in reading.swatches]
    wrong = [
        SheetRow(_number(fault.path), {}, Refused(f"colour_{fault.reason}", **_plain(fault.detail)))
        for fault in reading.faults
    ]
    return sorted([*read, *wrong], key=lambda row: row.number)


def _cells(swatch: Swatch) -> dict[str, str]:
    lab = dict(zip("Lab", (f"{value:.4f}" for value in swatch.lab), strict=True))
    named = {"name": swatch.name, "approximate": "1" if swatch.approximate else "", "code": swatch.code} | swatch.told
    return {name: cell for name, cell in (named | lab).items() if cell}


def _number(place: str) -> int:
    """`block 12` as 12: where the colour stood in the file."""
    digits = place.split("/")[0].rpartition(" ")[2]
    return int(digits) if digits.isdecimal() else 0


def _plain(detail: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in detail.items()}
