"""Once for each outcome: rows in which all that is asked turns out alike, and all that is counted is equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from incentives.bulk import sql
from incentives.bulk.cases import cases
from incentives.bulk.fees import Fees, Writer
from incentives.bulk.table import ROW, Table
from incentives.bulk.windows import covered
from incentives.case import Case
from incentives.condition import Condition
from incentives.fact import Fact
from incentives.rule import Rule
from incentives.terms import Terms

PATH = "once for each outcome"
IN_ONE_NUMBER = 30
"""Answers of two bits each in one whole number of 64."""


@dataclass(frozen=True)
class Asked:
    """A question to each row: whether it matters there, and if so whether a condition is met, or might be."""

    matters: str
    met: str
    may_be: str
    reads: frozenset[str | None]
    """The columns without which it may be unknown; None among them where no row knows one of the facts."""


def once_each(table: Table, terms: Terms, label: str) -> Fees:
    """The fee of every outcome."""
    keys = [*_exact(table, terms), *_packed(list(dict.fromkeys(_asked(table, terms))))]
    named = "".join(f", {key} as k{place}" for place, key in enumerate(keys))
    kept, fees = f"outcome_{label}", Writer(table.engine, f"decided_{label}")
    table.engine.execute(
        f"create table {kept} as select min({ROW}) as first, count(*) as cases{named} from {table.rows}"
        " group by all having count(*) > 0"
    )
    for past in cases(table, terms, f"where {ROW} in (select first from {kept})"):
        case = Case.of(terms, past.values, terms.day(past.at))
        choice = case.best()
        fees.put((past.row, case.listed.total_gr, choice.charged_gr, case.is_final(choice)))
    fees.close()
    table.engine.execute(f"create view fee_{label} as select * from {kept} join decided_{label} using (first)")
    return Fees(PATH, f"fee_{label}", {f"k{place}": key for place, key in enumerate(keys)})


def _exact(table: Table, terms: Terms) -> Iterator[str]:
    """The facts of which the very value matters: which service, what prices, and how much benefits are worth."""
    columns = table.columns(terms)
    readers: dict[str, set[str]] = {}
    for tariff in terms.tariffs():
        for fact in (*tariff.fee.reads(), *(fact for rule in tariff.rules for fact in _measured(rule))):
            readers.setdefault(fact.name, set()).add(tariff.service.id)
    if len(terms.services) > 1:
        readers["service"] = set(terms.services)
    for name, services in readers.items():
        if column := columns.of(terms.registry.facts[name]):
            served = _served(services, table, terms)
            yield f"case when {served} then {column} end" if served else column


def _measured(rule: Rule) -> Iterator[Fact]:
    yield from rule.then.reads()
    yield from (limit.fact for limit in rule.limits)


def _asked(table: Table, terms: Terms) -> Iterator[Asked]:
    for override in terms.overrides:
        yield _question(table, terms, override.when, _served(override.services, table, terms))
    for rule in terms.all_rules():
        yield _question(table, terms, rule.when, _served(rule.services, table, terms), covered(rule.window, terms.zone))


def _question(table: Table, terms: Terms, condition: Condition, *matters: str | None) -> Asked:
    columns = table.columns(terms)
    reads = frozenset(columns.of(leaf.fact) for leaf in condition.leaves())
    where = " and ".join(f"({one})" for one in matters if one) or "true"
    return Asked(f"({where})", columns.condition(condition), columns.may_be(condition, wanted=True), reads)


def _served(services: Iterable[str], table: Table, terms: Terms) -> str | None:
    """Whether a row may be about one of these services; None where each may."""
    wanted = set(services)
    if not wanted or wanted >= set(terms.services) or not table.holds("service"):
        return None
    column = sql.name("service")
    return f"{column} is null or {column} in ({', '.join(sql.text(service) for service in sorted(wanted))})"


def _packed(asked: Sequence[Asked]) -> Iterator[str]:
    """The answers, many to a number: what is met, and for rows that do not know all that is read what may be."""
    for start in range(0, len(asked), IN_ONE_NUMBER):
        some = [(one, 1 << 2 * place) for place, one in enumerate(asked[start : start + IN_ONE_NUMBER])]
        met = [_bit(f"{one.met} and {one.matters}", bit) for one, bit in some]
        may_be = [_bit(f"{one.may_be} and {one.matters}", 2 * bit) for one, bit in some]
        reads = frozenset[str | None]().union(*(one.reads for one, _ in some))
        is_open = " or ".join(sorted(f"({column}) is null" if column else "true" for column in reads)) or "false"
        yield f"{' + '.join(met)} + case when {is_open} then {' + '.join(may_be)} else 0 end"


def _bit(asked: str, bit: int) -> str:
    return f"case when {asked} then {bit}::bigint else 0 end"
