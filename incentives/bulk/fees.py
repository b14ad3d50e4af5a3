"""What cases cost, as both paths leave it in the engine: a table of fees, and how it goes together with the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from incentives.bulk.engine import BATCH, Engine
from incentives.bulk.sql import name
from incentives.effect import FeeEffect
from incentives.rule import Rule
from incentives.terms import Terms

Fee = tuple[int, int, int, bool]
"""A row's number, and what it is listed at, what it is charged, and whether nothing unknown could change that."""


@dataclass(frozen=True)
class Fees:
    """The fees of one path: a table with `cases`, `listed_gr`, `charged_gr`, `final`, and which rows each is for.

    A row has the fee whose columns are equal to `keys`, expressions over the row, null being equal to null.
    """

    path: str
    table: str
    keys: Mapping[str, str]

    def keyed(self) -> str:
        """The keys of a row as columns, to be named `joined` to the table of fees."""
        return "".join(f", {key} as {self._key(column)}" for column, key in self.keys.items())

    def joined(self) -> str:
        """The table of fees joined to rows with their keys."""
        same = (f"{self._key(column)} is not distinct from {self.table}.{column}" for column in self.keys)
        return f"join {self.table} on {' and '.join(same) or 'true'}"

    def names(self) -> list[str]:
        return [self._key(column) for column in self.keys]

    def _key(self, column: str) -> str:
        return name(f"={self.table}{column}")


class Writer:
    """Fees put into a table of the engine, many at once."""

    def __init__(self, engine: Engine, table: str) -> None:
        self._engine, self._table, self._kept = engine.cursor(), table, list[Fee]()
        self._engine.execute(f"create table {table} (first bigint, listed_gr bigint, charged_gr bigint, final boolean)")

    def put(self, fee: Fee) -> None:
        self._kept.append(fee)
        if len(self._kept) == BATCH:
            self.close()

    def close(self) -> None:
        columns = [list(column) for column in zip(*self._kept, strict=True)]
        if columns:
            values = "unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::boolean[])"
            self._engine.execute(f"insert into {self._table} select {values}", columns)
        self._kept = []


def of_the_fee(terms: Terms) -> Terms:
    """The terms without what is granted apart, which changes nothing about the fee."""
    overrides = tuple(replace(override, rules=_lowering(override.rules)) for override in terms.overrides)
    return replace(terms, rules=_lowering(terms.rules), overrides=overrides)


def _lowering(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if isinstance(rule.then, FeeEffect))
