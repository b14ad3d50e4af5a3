"""A table (CSV) of a retailer's own facts, read cell by cell: what each line says, and what is wrong with it.

The header names `project` and any of the facts that the terms add. An empty cell leaves the fact as it is, `-` says
that it is not known any more. Yes and no are `tak`, `nie`, `yes`, `no`, `1`, `0`; money is in zlotys, areas in m²; a
day is `2026-05-04`; several words have `|` between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from configurator.csv_rows import cells_of, delimiter_of, lines_of
from configurator.errors import Refused
from configurator.projects.code import read_code
from configurator.stated.own import checked_value, listed
from configurator.terms.amounts import read_amount
from incentives.fact import NUMBERS, Fact, Type

PROJECT = "project"
MOST_BYTES = 400 * 1024
MOST_LINES = 10_000
UNKNOWN = "-"
FLAGS = {"tak": True, "yes": True, "1": True, "true": True, "nie": False, "no": False, "0": False, "false": False}


@dataclass
class Line:
    """A line of the file, the header being the first: the project's code, what it says, and what is wrong in it."""

    number: int
    code: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)


def read_table(data: bytes, facts: Mapping[str, Fact]) -> list[Line]:
    """Every line that is not empty; Refused when the file as a whole is no such table."""
    if len(data) > MOST_BYTES:
        raise Refused("too_large")
    first, *lines = lines_of(data)
    if len(lines) > MOST_LINES:
        raise Refused("too_many", path="line 1", most=MOST_LINES)
    delimiter = delimiter_of(first)
    header = [name.strip().casefold() for name in cells_of(first, delimiter)]
    _check_header(header, facts)
    return list(_lines(lines, header, delimiter, facts))


def _lines(lines: Sequence[str], header: list[str], delimiter: str, facts: Mapping[str, Fact]) -> Iterator[Line]:
    seen: set[str] = set()
    for number, line in enumerate(lines, 2):
        if not line.strip(delimiter + " "):
            continue
        found = Line(number)
        try:
            _read(found, _told(header, cells_of(line, delimiter)), facts, seen)
        except Refused as refused:
            found.refused.append(refused)
        yield found


def _told(header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(header):
        raise Refused("too_many_cells", most=len(header))
    return {name: cell.strip() for name, cell in zip(header, cells, strict=False)}


def _read(line: Line, told: Mapping[str, str], facts: Mapping[str, Fact], seen: set[str]) -> None:
    line.code = read_code(told.get(PROJECT, "")) or ""
    if not line.code:
        line.refused.append(Refused("no_code", path=PROJECT))
    elif line.code in seen:
        line.refused.append(Refused("project_twice", path=PROJECT))
    seen.add(line.code)
    for name, cell in told.items():
        if name == PROJECT or not cell:
            continue
        try:
            line.values[name] = None if cell == UNKNOWN else checked_value(facts, name, _typed(cell, facts[name]))
        except Refused as refused:
            refused.path = name
            line.refused.append(refused)


def _typed(cell: str, fact: Fact) -> Any:
    """The JSON that the cell means; what means none stays a text, for the fact to refuse."""
    if fact.type is Type.FLAG:
        return FLAGS.get(cell.casefold(), cell)
    if fact.type in NUMBERS and fact.type is not Type.DATE:
        return read_amount(cell, fact.type)
    if fact.type is Type.WORDS:
        return [_word(part.strip(), fact) for part in cell.split("|") if part.strip()]
    return _word(cell, fact) if fact.type is Type.WORD else cell


def _word(cell: str, fact: Fact) -> str:
    """A choice by its name or by its words."""
    for name, words in fact.choices.items():
        if cell.casefold() in (name.casefold(), words.pl.casefold(), words.en.casefold()):
            return name
    return cell


def _check_header(header: list[str], facts: Mapping[str, Fact]) -> None:
    columns = listed([PROJECT, *facts])
    if PROJECT not in header or len(header) < 2:
        missing = PROJECT if PROJECT not in header else next(iter(facts), "–")
        raise Refused("column_missing", path="line 1", column=missing, columns=columns)
    for name in header:
        if (name != PROJECT and name not in facts) or header.count(name) > 1:
            raise Refused("column_unknown", path="line 1", column=name[:60], columns=columns)
