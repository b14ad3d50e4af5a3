"""Rows of a table as cases: the facts that a decision reads, as a document has them, and the instant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from incentives.bulk import sql
from incentives.bulk.engine import batches
from incentives.bulk.table import AT, ROW, Table
from incentives.bulk.windows import EPOCH
from incentives.fact import Value
from incentives.facts import Facts
from incentives.terms import Terms


@dataclass(frozen=True)
class Past:
    """A row: its number, its instant, what is known, and the values of the columns that were asked for besides."""

    row: int
    at: datetime
    values: dict[str, Value]
    besides: tuple[Any, ...]


def cases(table: Table, terms: Terms, rest: str = "", besides: Sequence[str] = ()) -> Iterator[Past]:
    """The rows of a table, or those that the `rest` of the statement leaves and in its order, some at a time."""
    names = sorted(read(terms) & table.columns(terms).there)
    asked = [f"epoch_us({sql.name(AT)})", *(sql.name(column) for column in (*names, *besides))]
    engine = table.engine.cursor()
    engine.execute(f"select {ROW}, {', '.join(asked)} from {table.rows} {rest}")
    for found in batches(engine):
        for row, us, *known in found:
            facts = {name: _document(one) for name, one in zip(names, known, strict=False) if one is not None}
            values = dict(Facts.read(facts, terms.registry).values)
            yield Past(row, EPOCH + timedelta(microseconds=us), values, tuple(known[len(names) :]))


def read(terms: Terms) -> frozenset[str]:
    """The facts on which the fee depends, the service, and what sums among them follow from."""
    names = terms.depends_on | {"service"}
    return names.union(*(fact.sum_of for fact in terms.registry.sums if fact.name in names))


def _document(found: Any) -> Any:
    return found.isoformat() if isinstance(found, date) else found
