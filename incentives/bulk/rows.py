"""Every value of a table is one that its fact can have; the first that is not is refused as it is for a single case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from incentives.bulk import sql
from incentives.bulk.engine import batches
from incentives.bulk.table import AT, ROW, Table
from incentives.bulk.windows import EARLIEST, LATEST, instant
from incentives.fact import Fact, Type
from incentives.fault import Fault
from incentives.reading import BIGGEST, Node
from incentives.terms import Terms

WORDS = frozenset({Type.WORD, Type.WORDS})


def check(table: Table, terms: Terms) -> None:
    """Fault with the place, as in `rows/17/own_elements`, rows being counted from 0."""
    facts = [terms.registry.facts[name] for name in sorted(table.columns(terms).there)]
    _check_times(table)
    for fact in facts:
        if fact.type in WORDS:
            _check_words(table, fact, terms)
    _check_numbers(table, [fact for fact in facts if fact.type not in WORDS and fact.type is not Type.FLAG])


def _check_times(table: Table) -> None:
    at = sql.name(AT)
    bad = f"{at} is null or {at} not between {instant(EARLIEST)} and {instant(LATEST)}"
    if (row := _first(table, bad)) is not None:
        [missing] = _one(table, f"{at} is null", row)
        raise Fault(f"rows/{row}/{AT}", "missing" if missing else "not_a_time")


def _check_numbers(table: Table, facts: list[Fact]) -> None:
    """All of them in one pass."""
    bad = [f"min({ROW}) filter (not ({_possible(fact)}))" for fact in facts]
    found = table.engine.execute(f"select null, {', '.join(bad)} from {table.rows}").fetchall()[0][1:] if bad else ()
    for fact, row in zip(facts, found, strict=True):
        if row is not None:
            [value] = _one(table, _told(fact), row)
            _read(fact, value, row)


def _possible(fact: Fact) -> str:
    column = sql.name(fact.name)
    if fact.type is Type.DATE:
        return f"{column} between date '{date.min.isoformat()}' and date '{date.max.isoformat()}'"
    return f"{column} between 0 and {100 if fact.type is Type.PERCENT else BIGGEST}"


def _told(fact: Fact) -> str:
    """A day beyond those that there are is told by its text."""
    return f"{sql.name(fact.name)}::varchar" if fact.type is Type.DATE else sql.name(fact.name)


def _check_words(table: Table, fact: Fact, terms: Terms) -> None:
    """Each word once, however many rows have it; of those refused the one that comes first."""
    column = sql.name(fact.name)
    word = f"unnest({column})" if fact.type is Type.WORDS else column
    table.engine.execute(
        f"select word, min({ROW}) from (select {word} as word, {ROW} from {table.rows} where {column} is not null)"
        " group by word"
    )
    refused = min(_refused(table, fact, terms), key=lambda found: found[0], default=None)
    if refused is not None:
        raise refused[1]


def _refused(table: Table, fact: Fact, terms: Terms) -> Iterator[tuple[int, Fault]]:
    for rows in batches(table.engine):
        for word, row in rows:
            try:
                _read(fact, [word] if fact.type is Type.WORDS else word, row)
            except Fault as fault:
                yield row, fault
            else:
                if fact.name == "service" and word not in terms.services:
                    yield row, Fault(f"rows/{row}/service", "unknown_service", choices=", ".join(terms.services))


def _read(fact: Fact, value: Any, row: int) -> None:
    fact.value(Node(value, f"rows/{row}/{fact.name}"))


def _first(table: Table, asked: str) -> int | None:
    found: int | None = table.engine.execute(f"select min({ROW}) from {table.rows} where {asked}").fetchall()[0][0]
    return found


def _one(table: Table, asked: str, row: int) -> tuple[Any, ...]:
    found: tuple[Any, ...] = table.engine.execute(f"select {asked} from {table.rows} where {ROW} = {row}").fetchall()[0]
    return found
