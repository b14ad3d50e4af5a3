"""What the command line asks for: parsed JSON in, JSON-able answers out, Fault with the place for bad input."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from incentives.backtest import backtest
from incentives.decision import decide
from incentives.facts import Facts
from incentives.lint import lint
from incentives.reading import parse
from incentives.terms import Terms


def read_terms(text: str) -> Terms:
    """Terms from JSON text; Fault with the place."""
    return Terms.read(parse(text))


def read_facts(text: str, terms: Terms) -> Facts:
    """Facts from the text of one JSON object, with the names that these terms know; Fault with the place."""
    return Facts.read(parse(text), terms.registry)


def decide_data(terms: object, facts: object, at: datetime) -> dict[str, Any]:
    """The decision as JSON, from parsed JSON."""
    read = Terms.read(terms)
    return decide(read, Facts.read(facts, read.registry), at).as_data()


def lint_data(terms: object) -> dict[str, Any]:
    """`{"findings": [{"path", "kind", "severity", "text"}]}` for parsed JSON terms, however broken."""
    return {"findings": [finding.as_data() for finding in lint(terms)]}


def backtest_data(
    before: object, after: object, history: Iterable[object], at: datetime | None = None
) -> dict[str, Any]:
    """The report as JSON, from parsed JSON terms and parsed cases; see `incentives.backtest.Past` for their shape."""
    return backtest(Terms.read(before), Terms.read(after), history, at).as_data()
