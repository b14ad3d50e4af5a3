"""Small tables of cases for the bulk path, and what the single path says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from incentives.bulk.charging import Charged, charge_all
from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.terms import Terms

Json = dict[str, Any]
Case = tuple[Json, datetime]
"""What is known, and when."""
COLUMN = {bool: "boolean", int: "bigint", str: "varchar", list: "varchar[]", datetime: "timestamptz"}


@contextmanager
def table(cases: Sequence[Case], /, **types: str) -> Iterator[Path]:
    """A table of the cases with their places as `case`; `types` says what a column is, where its values do not."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "it's a [table].parquet"
        write(path, [{"case": place, "at": at, **known} for place, (known, at) in enumerate(cases)], **types)
        yield path


def write(path: Path, rows: Sequence[Json], /, **types: str) -> Path:
    """These rows as Parquet; a column without any value has no type either."""
    names = {name: types.get(name, "") for name in types} | {
        name: types.get(name) or COLUMN[type(value)] for row in rows for name, value in row.items() if value is not None
    }
    with duckdb.connect() as engine:
        columns = ", ".join(f'"{name}" {type_}' for name, type_ in names.items())
        engine.execute(f"create table cases ({columns})")
        marks = ", ".join("?" for _ in names)
        for row in rows:
            engine.execute(f"insert into cases values ({marks})", [_told(row.get(name)) for name in names])  # noqa: S608 - as above
        engine.execute(f"copy cases to '{str(path).replace(chr(39), chr(39) * 2)}' (format parquet)")
    return path


def rows_of(path: Path) -> list[Json]:
    """What stands in a table, in the order of `case` where there is one."""
    with duckdb.connect() as engine:
        found = engine.execute('select * exclude ("at") from read_parquet(?)', [[str(path)]])
        names = [name for name, *_ in found.description]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return sorted(rows, key=lambda row: row.get("case", 0))


def both(data: Json, cases: Sequence[Case], /, **types: str) -> tuple[list[Any], list[Any], Charged]:
    """What the bulk path and the single path say of each case, and the bulk path's report."""
    terms = Terms.read(data)
    with table(cases, **types) as source:
        target = source.with_name("out.parquet")
        report = charge_all(terms, source, target)
        bulk = [(row["listed_gr"], row["charged_gr"], row["final"]) for row in rows_of(target)]
    return bulk, [single(terms, known, at) for known, at in cases], report


def single(terms: Terms, known: Json, at: datetime) -> tuple[int, int, bool]:
    facts = {name: value for name, value in known.items() if name in terms.registry.facts}
    return told(decide(terms, Facts.read(facts, terms.registry), at))


def told(decision: Decision) -> tuple[int, int, bool]:
    return decision.listed.total_gr, decision.charged_gr, decision.final


def day(number: int, hour: int = 10) -> datetime:
    """A time in May 2026."""
    return datetime(2026, 5, number, hour, tzinfo=UTC)


def _told(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
