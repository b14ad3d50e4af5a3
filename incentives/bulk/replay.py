"""In time order: each case decided with what the earlier ones have left of limited rules; of equal times by row."""

from __future__ import annotations

from incentives.bulk import sql
from incentives.bulk.cases import cases
from incentives.bulk.counts import Counts, counted
from incentives.bulk.fees import Fees, Writer
from incentives.bulk.table import AT, ROW, Table
from incentives.case import Case
from incentives.fault import Fault
from incentives.terms import Terms

PATH = "in time order"


def is_needed(table: Table, terms: Terms) -> bool:
    """Whether a case changes what a later one is charged, or a rule what a later rule of the same case counts."""
    consuming = any(rule.consumes for rule in terms.all_rules())
    return consuming or bool(counted(terms, table.columns(terms).there))


def in_time_order(table: Table, terms: Terms, label: str) -> Fees:
    """The fee of every row. Fault for a missing column that would say for whom uses are counted."""
    limits = counted(terms, table.columns(terms).there)
    pers = sorted({limit.per for limit in limits.values()} - {"all"})
    for per in pers:
        if not table.holds(per):
            raise Fault(per, "missing", counted_for=next(name for name, one in limits.items() if one.per == per))
    counts, fees = Counts(limits), Writer(table.engine, f"decided_{label}")
    for past in cases(table, terms, f"order by {sql.name(AT)}, {ROW}", pers):
        holders = {"all": "", **dict(zip(pers, past.besides, strict=True))}
        day = terms.day(past.at)
        case = Case.of(terms, past.values | counts.used(holders, day), day)
        choice = case.best()
        counts.take(choice, holders, day)
        fees.put((past.row, case.listed.total_gr, choice.charged_gr, case.is_final(choice)))
    fees.close()
    table.engine.execute(f"create view fee_{label} as select *, 1 as cases from decided_{label}")
    return Fees(PATH, f"fee_{label}", {"first": ROW})
