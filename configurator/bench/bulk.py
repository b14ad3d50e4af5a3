"""The bulk path: a table of many cases under 20 rules, beside the single path on a sample of the same table."""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from configurator.bench import rulebook
from configurator.config import VAR
from incentives.case import charge
from incentives.facts import Facts
from incentives.reading import instant
from incentives.terms import Terms

RULES = 20
SAMPLE = 20_000
LIMIT_S = 10
"""The aim: 10 million rows in so many seconds."""
AT = "2026-11-22T12:00:00+00:00"
DRAWN = """
    select 'help' as service, 's' || floor(random() * 5)::int as store,
        (['bathroom', 'kitchen', 'hall', null])[1 + floor(random() * 4)::int] as purpose,
        case when random() < 0.1 then null else floor(random() * 8)::bigint end as own_elements,
        floor(random() * 400000)::bigint as project_purchases_kept_gross_gr,
        floor(random() * 40)::bigint as days_since_proposal, false as designer_began, timestamptz '{at}' as at
    from range({rows})
"""
"""Facts as they come in `rulebook.situations`, some of them unknown."""


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    row = {"bench": "bulk", "rules": RULES, "rows": options.rows}
    try:
        import duckdb  # noqa: F401 - looked for, not used
    except ModuleNotFoundError:
        yield row | {"absent": True}
        return
    VAR.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bulk-", dir=VAR) as folder:
        yield row | _measured(Path(folder), options.rows)


def _measured(folder: Path, rows: int) -> dict[str, Any]:
    from incentives.bulk.charging import charge_all

    terms = Terms.read(rulebook.as_terms(rulebook.lines(RULES)))
    facts, charged = folder / "facts.parquet", folder / "charged.parquet"
    _draw(facts, rows)
    began, began_cpu = time.perf_counter(), time.process_time()
    report = charge_all(terms, facts, charged)
    seconds, cpu = time.perf_counter() - began, time.process_time() - began_cpu
    compared, unlike, single_us = _beside_the_single_path(terms, charged)
    return {
        "outcomes": report.outcomes,
        "path": report.path,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu, 2),
        "rows_per_second": round(rows / seconds),
        "single_path_seconds": round(single_us * rows / 1_000_000),
        "times_faster": round(single_us * rows / 1_000_000 / seconds, 1),
        "compared": compared,
        "unlike": unlike,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "limit_s": LIMIT_S,
    }


def _draw(target: Path, rows: int) -> None:
    import duckdb

    with duckdb.connect() as engine:
        engine.sql(DRAWN.format(rows=rows, at=AT)).write_parquet(str(target))


def _beside_the_single_path(terms: Terms, charged: Path) -> tuple[int, int, float]:
    """How many rows were compared, how many of them are charged otherwise alone, and how long each takes alone."""
    import duckdb

    with duckdb.connect() as engine:
        found = engine.read_parquet(str(charged)).limit(10 * SAMPLE).project('* exclude ("at")')
        names, rows = found.columns, found.fetchall()[::10]
    known = [dict(zip(names, row, strict=True)) for row in rows]
    fees_gr = [[case.pop(name) for name in ("listed_gr", "charged_gr", "final")][1] for case in known]
    at, began = instant(AT), time.process_time()
    alone = [charge(terms, Facts.read(case, terms.registry), at) for case in known]
    spent_us = (time.process_time() - began) * 1_000_000
    unlike = sum(one != other for one, other in zip(alone, fees_gr, strict=True))
    return len(known), unlike, spent_us / len(known)
