"""What other terms would have changed, over a whole history at once: how many cases, in whose favour, by how much."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from incentives.backtest import Count
from incentives.bulk import rows, sql
from incentives.bulk.charging import fees_of, totals
from incentives.bulk.engine import engine
from incentives.bulk.fees import Fees
from incentives.bulk.table import Table
from incentives.terms import Terms

SUMS = (
    "sum(cases), sum(cases) filter (before_gr <> after_gr)",
    "sum(cases * before_gr::hugeint)",
    "sum(cases * after_gr::hugeint)",
)
"""The fields of a Count."""


def compare(before: Terms, after: Terms, source: Path) -> dict[str, Any]:
    """The sums of `incentives.backtest` as JSON, in all and by store, and what each of the terms comes to.

    A fact that only one of the terms knows is unknown to the other. Fault and OSError as in `charge_all`.
    """
    with engine() as found:
        table = Table.open(found, source)
        table.fit(before, after)
        for terms in (before, after):
            rows.check(table, terms)
        was, now = fees_of(table, before, "before"), fees_of(table, after, "after")
        _put_together(table, was, now)
        return {
            "before": totals(table, before, was).as_data(),
            "after": totals(table, after, now).as_data(),
            **_count(table, "true").as_data(),
            "cheaper": _count(table, "after_gr < before_gr").as_data(),
            "dearer": _count(table, "after_gr > before_gr").as_data(),
            "not_final": _count(table, "not final").as_data(),
            "by_store": {store: count.as_data() for store, count in _by_store(table)},
        }


def _put_together(table: Table, was: Fees, now: Fees) -> None:
    """One line for each store and each pair of fees, with how many cases have them."""
    store = sql.name("store") if table.holds("store") else "''"
    fees = f"{was.table}.charged_gr as before_gr, {now.table}.charged_gr as after_gr"
    final = f"{was.table}.final and {now.table}.final as final"
    table.engine.execute(
        f"create table pairs as select coalesce({store}, '') as store, {fees}, {final}, count(*) as cases"
        f" from (select *{was.keyed()}{now.keyed()} from {table.rows}) c {was.joined()} {now.joined()} group by all"
    )


def _count(table: Table, which: str) -> Count:
    [found] = table.engine.execute(f"select {', '.join(SUMS)} from pairs where {which}").fetchall()
    return Count(*(int(one or 0) for one in found))


def _by_store(table: Table) -> list[tuple[str, Count]]:
    found = table.engine.execute(f"select store, {', '.join(SUMS)} from pairs group by store order by store").fetchall()
    return [(store, Count(*(int(one or 0) for one in sums))) for store, *sums in found]
