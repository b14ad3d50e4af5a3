"""A table of cases: a Parquet file with a row for each, a column for each fact, and `at`, the instant of the decision.

Its names and types are held against the terms' facts before anything is decided, and so is every value (`rows`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from incentives.bulk import sql
from incentives.bulk.engine import Engine, EngineError
from incentives.fact import Type
from incentives.fault import Fault
from incentives.terms import Terms

AT, CASE = "at", "case"
CARRIED = (CASE, "customer", "household")
"""Columns that are no facts: the case's own name, of whatever type, and for whom limits are counted."""
ANSWERS = ("listed_gr", "charged_gr", "final")
"""The columns that are added."""
ROW = '"=row"'
"""The row's number, from 0; no column can be called so."""
NOTHING = '"NULL"'
"""The type of a column in which no writer has put anything."""
SPECIAL = re.compile(r"[*?\[]")
"""Letters that stand for others in the name of a file, unless they stand in brackets."""

WHOLE = frozenset(f"{sign}{size}" for sign in ("", "U") for size in ("TINYINT", "SMALLINT", "INTEGER", "BIGINT"))
NAMES = WHOLE | {"VARCHAR"}
ZONED = frozenset({"TIMESTAMP WITH TIME ZONE"})
WANTED: Mapping[Type, frozenset[str]] = {
    **dict.fromkeys(Type, WHOLE),
    Type.FLAG: frozenset({"BOOLEAN"}),
    Type.DATE: frozenset({"DATE"}),
    Type.WORD: frozenset({"VARCHAR"}),
    Type.WORDS: frozenset({"VARCHAR[]"}),
}


@dataclass(frozen=True)
class Table:
    """A file opened in an engine, with the types of its columns; `rows` is the SQL of its rows."""

    engine: Engine
    rows: str
    types: Mapping[str, str]

    @classmethod
    def open(cls, engine: Engine, path: Path) -> Table:
        """OSError where there is no such file, Fault where it is no Parquet."""
        with path.open("rb"):
            source = f"read_parquet({sql.text(_plainly(path))})"
        try:
            described = engine.execute(f"describe select * from {source}").fetchall()
        except EngineError:
            raise Fault("", "not_parquet", file=path.name) from None
        types = {str(column): str(found) for column, found, *_ in described}
        return cls(engine, f"(select *, file_row_number as {ROW} from {source})", types)

    def fit(self, *terms: Terms) -> None:
        """Fault for a column that none of the terms knows, or that is of another type; for one that is missing."""
        for one in terms:
            if taken := sorted(one.own & {AT, CASE, *ANSWERS}):
                raise Fault(f"facts/{taken[0]}", "name_taken")
        facts = {name for one in terms for name in one.registry.facts}
        for column, found in self.types.items():
            if column not in facts and column not in (AT, *CARRIED):
                raise Fault(column, "unknown_fact")
            for wanted in self._wanted(column, terms):
                if found not in wanted and found != NOTHING:
                    raise Fault(column, "wrong_type_of_column", found=found, wanted=" / ".join(sorted(wanted)))
        if AT not in self.types:
            raise Fault(AT, "missing")

    def columns(self, terms: Terms) -> sql.Columns:
        """The facts of these terms that rows may know."""
        return sql.Columns(frozenset(name for name in self.types if name in terms.registry.facts and self.holds(name)))

    def holds(self, column: str) -> bool:
        """Whether the column is there with anything in it."""
        return self.types.get(column, NOTHING) != NOTHING

    def _wanted(self, column: str, terms: tuple[Terms, ...]) -> list[frozenset[str]]:
        if column == AT:
            return [ZONED]
        known = [one.registry.facts[column].type for one in terms if column in one.registry.facts]
        return [WANTED[type_] for type_ in known] + ([NAMES] if column in CARRIED and column != CASE else [])


def _plainly(path: Path) -> str:
    return SPECIAL.sub(r"[\g<0>]", str(path.resolve()))
