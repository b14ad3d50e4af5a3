"""What every row of a table is charged, and in all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from incentives.bulk import replay, rows, sql
from incentives.bulk.engine import engine
from incentives.bulk.fees import Fees, of_the_fee
from incentives.bulk.outcomes import once_each
from incentives.bulk.table import ANSWERS, ROW, Table
from incentives.terms import Terms


@dataclass(frozen=True)
class Charged:
    """Which path was taken, how many cases and decisions there were, and their sums in grosze."""

    terms: Terms
    path: str
    cases: int
    outcomes: int
    not_final: int
    listed_gr: int
    charged_gr: int

    def as_data(self) -> dict[str, Any]:
        return {
            "terms": self.terms.id,
            "version": self.terms.version,
            "terms_sha": self.terms.sha,
            "path": self.path,
            "cases": self.cases,
            "outcomes": self.outcomes,
            "not_final": self.not_final,
            "listed_gr": self.listed_gr,
            "charged_gr": self.charged_gr,
            "waived_gr": self.listed_gr - self.charged_gr,
        }


def charge_all(terms: Terms, source: Path, target: Path | None = None) -> Charged:
    """The sums, and with a target its rows with `listed_gr`, `charged_gr` and `final`, as Parquet, in no order.

    Fault with the column, or with the row and the column, for what no single case may hold; then nothing is written.
    OSError where a file cannot be read or written.
    """
    _check_target(source, target)
    with engine() as found:
        table = Table.open(found, source)
        table.fit(terms)
        rows.check(table, terms)
        fees = fees_of(table, terms, "now")
        if target is not None:
            _write(table, fees, target)
        return totals(table, terms, fees)


def fees_of(table: Table, terms: Terms, label: str) -> Fees:
    """The fees of a checked table, by the path that these terms need; `label` tells them apart in the engine."""
    fee = of_the_fee(terms)
    return (replay.in_time_order if replay.is_needed(table, fee) else once_each)(table, fee, label)


def totals(table: Table, terms: Terms, fees: Fees) -> Charged:
    asked = (
        "count(*)",
        "sum(cases) filter (not final)",
        "sum(cases * listed_gr::hugeint)",
        "sum(cases * charged_gr::hugeint)",
    )
    summed = table.engine.execute(f"select sum(cases), {', '.join(asked)} from {fees.table}").fetchall()[0]
    return Charged(terms, fees.path, *(int(one or 0) for one in summed))


def _check_target(source: Path, target: Path | None) -> None:
    """OSError, before anything is decided, where the target cannot be written."""
    if target is None:
        return
    if not target.resolve().parent.is_dir():
        raise OSError(f"{target.resolve().parent} is not a folder")
    if target.is_dir() or (target.exists() and target.samefile(source)):
        raise OSError(f"{target} would be lost, name another file for the fees")


def _write(table: Table, fees: Fees, target: Path) -> None:
    """Whole or not at all: it takes its name when it is there."""
    without = ", ".join((ROW, *fees.names()))
    wanted = f"c.* exclude ({without}), {', '.join(ANSWERS)}"
    keyed = f"(select *{fees.keyed()} from {table.rows}) c"
    with TemporaryDirectory(prefix=".", dir=target.resolve().parent) as folder:
        written = Path(folder) / "all.parquet"
        table.engine.execute(
            f"copy (select {wanted} from {keyed} {fees.joined()}) to {sql.text(str(written))} (format parquet)"
        )
        written.replace(target)
