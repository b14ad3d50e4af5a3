"""Terms as SQL: names are quoted, values are literals of their type, and a condition is one expression.

SQL's logic has three values like ours, null being unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from incentives.condition import Condition, Leaf
from incentives.conditions.all_of import Group
from incentives.conditions.not_of import NotOf
from incentives.fact import Fact, Type, Value

COMPARED = {"equal": "=", "not_equal": "<>", "at_least": ">=", "at_most": "<="}
TOGETHER = {("all", True): " and ", ("any", True): " or ", ("all", False): " or ", ("any", False): " and "}
NONE = {" and ": "true", " or ": "false"}


def name(column: str) -> str:
    """A column's name, whatever letters are in it."""
    return '"' + column.replace('"', '""') + '"'


def text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    """A list of texts."""
    return f"[{', '.join(text(value) for value in sorted(values))}]::varchar[]"


@dataclass(frozen=True)
class Columns:
    """Which facts are columns of a table, and how each is read from its rows."""

    there: frozenset[str]

    def of(self, fact: Fact) -> str | None:
        """The fact of a row; None when no row knows it. A sum that is not given follows from its parts."""
        own = [name(fact.name)] if fact.name in self.there else []
        parts = [f"{name(part)}::bigint" for part in fact.sum_of if part in self.there]
        whole = [" + ".join(parts)] if parts and len(parts) == len(fact.sum_of) else []
        return f"coalesce({', '.join(own + whole)})" if own and whole else next(iter(own + whole), None)

    def condition(self, condition: Condition) -> str:
        """Whether a row meets it, null where that is unknown."""
        if isinstance(condition, Leaf):
            column = self.of(condition.fact)
            return "null::boolean" if column is None else _compared(condition, f"({column})")
        if isinstance(condition, NotOf):
            return f"(not {self.condition(condition.part)})"
        assert isinstance(condition, Group)  # noqa: S101 - there is no other kind
        word = TOGETHER[condition.kind, True]
        return f"({word.join(self.condition(part) for part in condition.parts) or NONE[word]})"

    def may_be(self, condition: Condition, *, wanted: bool) -> str:
        """Whether it is (not) met, or might not be once all is known; never null, which the engine is quicker with."""
        if isinstance(condition, Leaf):
            column = self.of(condition.fact)
            asked = self.condition(condition) if wanted else f"not {self.condition(condition)}"
            return "true" if column is None else f"(({column}) is null or {asked})"
        if isinstance(condition, NotOf):
            return self.may_be(condition.part, wanted=not wanted)
        assert isinstance(condition, Group)  # noqa: S101 - there is no other kind
        word = TOGETHER[condition.kind, wanted]
        return f"({word.join(self.may_be(part, wanted=wanted) for part in condition.parts) or NONE[word]})"


def _compared(leaf: Leaf, column: str) -> str:
    wanted = leaf.wanted if isinstance(leaf.wanted, tuple) else (leaf.wanted,)
    if leaf.fact.type is Type.WORDS and leaf.kind == "one_of":
        return f"list_has_any({column}, {texts(str(word) for word in wanted)})"
    values = [_literal(leaf.fact, value) for value in wanted]
    if leaf.kind == "between":
        return f"({column} between {values[0]} and {values[1]})"
    if leaf.kind == "one_of":
        return f"({column} in ({', '.join(values)}))"
    if leaf.fact.type is Type.WORDS:
        column = f"list_sort(list_distinct({column}))"
    return f"({column} {COMPARED[leaf.kind]} {values[0]})"


def _literal(fact: Fact, value: Value) -> str:
    if isinstance(value, frozenset):
        return texts(value)
    if isinstance(value, str):
        return text(value)
    return f"date '{date.fromordinal(value).isoformat()}'" if fact.type is Type.DATE else str(value).lower()
