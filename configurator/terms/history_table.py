"""A retailer's services from before (CSV), read whole or not at all: every row, or what is wrong by row and column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

from configurator.csv_rows import DELIMITERS, cells_of, lines_of
from configurator.errors import Refused
from configurator.i18n import WARSAW
from configurator.terms.history_columns import CHARGED, DAY, LISTED, NEEDED, OWN, Columns, amount_gr, day_of

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 20_000
MOST_TOLD = 50
"""So many mistakes are told; who mends these finds the next."""


@dataclass(frozen=True)
class Row:
    """One service: its line in the file, noon of its day, what was charged, and its facts as JSON."""

    line: int
    at: datetime
    listed_gr: int | None
    charged_gr: int
    facts: dict[str, Any]


@dataclass(frozen=True)
class Wrong:
    """A mistake: its line, the header being the first, its column as the file calls it, and why."""

    line: int
    column: str
    refused: Refused


@dataclass
class Sheet:
    """All rows, or the first mistakes; `more` of them are not told."""

    rows: list[Row] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    more: int = 0

    def tell(self, wrong: Wrong) -> None:
        if len(self.wrong) < MOST_TOLD:
            self.wrong.append(wrong)
        else:
            self.more += 1


def read_history(data: bytes, columns: Columns, today: datetime) -> Sheet:
    """Every service in the file; Refused when the file as a whole is no such table."""
    if len(data) > MOST_BYTES:
        raise Refused("too_large", path="file")
    if b"\0" in data:
        raise Refused("not_text", path="file")
    first, *lines = lines_of(data)
    delimiter = _delimiter(first, columns)
    header = [cell.strip() for cell in cells_of(first, delimiter)]
    names = _names(header, columns)
    filled = [(number, line) for number, line in enumerate(lines, 2) if line.strip(delimiter + " ")]
    if not filled:
        raise Refused("history_empty", path="file")
    if len(filled) > MOST_ROWS:
        raise Refused("history_too_many_rows", path="file", most=MOST_ROWS)
    sheet = Sheet()
    for number, line in filled:
        _read(sheet, number, line, delimiter, _Header(header, names, columns, today))
    return sheet


def _delimiter(header: str, columns: Columns) -> str:
    """What parts the columns: whichever makes most of them known, as a fact's name may have commas in it."""
    return max(DELIMITERS, key=lambda one: sum(columns.find(name) is not None for name in cells_of(header, one)))


@dataclass(frozen=True)
class _Header:
    told: Sequence[str]
    names: Sequence[str]
    columns: Columns
    today: datetime


def _names(header: Sequence[str], columns: Columns) -> list[str]:
    """The columns by their own names; no other column may stand in the file, so that no customer's name does."""
    known = ", ".join([words.pl for words in OWN.values()] + [columns.facts[name].label.pl for name in columns.offered])
    names = [columns.find(name) for name in header]
    for needed in (*NEEDED, *(name for name in ("store", "service") if name in columns.offered)):
        if needed not in names:
            label = OWN.get(needed) or columns.facts[needed].label
            raise Refused("column_missing", path="file", column=label.pl, columns=known)
    for told, name in zip(header, names, strict=True):
        if name is None or names.count(name) > 1:
            raise Refused("column_unknown", path="file", column=told[:60], columns=known)
    return [name for name in names if name]


def _read(sheet: Sheet, number: int, line: str, delimiter: str, header: _Header) -> None:
    """Add the row, or every mistake in it."""
    found: dict[str, Any] = {}
    before = len(sheet.wrong) + sheet.more
    try:
        told = _cells(line, delimiter, len(header.names))
    except Refused as refused:
        sheet.tell(Wrong(number, "", refused))
        return
    for column, name, cell in zip(header.told, header.names, [*told, *[""] * len(header.names)], strict=False):
        try:
            if (value := _cell(name, cell.strip(), header)) is not None:
                found[name] = value
        except Refused as refused:
            sheet.tell(Wrong(number, column, refused))
    if before == len(sheet.wrong) + sheet.more:
        sheet.rows.append(_row(number, found, header.columns))


def _cells(line: str, delimiter: str, most: int) -> list[str]:
    found = cells_of(line, delimiter)
    if len(found) > most:
        raise Refused("too_many_cells", most=most)
    return found


def _cell(name: str, typed: str, header: _Header) -> Any:
    """What the cell says; None for an empty one, which means: not known."""
    if not typed:
        if name in (*NEEDED, "store", "service"):
            raise Refused("missing")
        return None
    if name == DAY:
        at = datetime.combine(day_of(typed), time(12), WARSAW).astimezone(UTC)
        if at.astimezone(WARSAW).date() > header.today.astimezone(WARSAW).date():
            raise Refused("history_future")
        return at
    return amount_gr(typed) if name in OWN else header.columns.value(name, typed)


def _row(number: int, found: dict[str, Any], columns: Columns) -> Row:
    at, listed, charged = found.pop(DAY), found.pop(LISTED, None), found.pop(CHARGED)
    stores = list(columns.words["store"])
    return Row(number, at, listed, charged, ({"store": stores[0]} if len(stores) == 1 else {}) | found)
