"""`configurator backtest --terms A --against B --facts F`: what other terms would have changed, over a history."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from configurator.commands.charge_all import ask_for_the_engine, is_table
from configurator.commands.document import read_document
from configurator.commands.plan_argument import put_json
from incentives.command import backtest_data
from incentives.reading import parse
from incentives.terms import Terms


def add_to(commands: Any) -> None:
    parser = commands.add_parser("backtest", help="what other terms would have changed, over a history of facts")
    parser.add_argument("--terms", required=True, type=Path, help="terms as JSON or YAML")
    parser.add_argument("--against", required=True, type=Path)
    parser.add_argument("--facts", required=True, type=Path, help="one JSON object a line, or a Parquet table")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    terms, against = (read_document(path) for path in (options.terms, options.against))
    if is_table(options.facts):
        put_json(_compared(terms, against, options.facts))
    else:
        with options.facts.open(encoding="utf-8") as lines:
            put_json(backtest_data(terms, against, (parse(line) for line in lines if line.strip())))


def _compared(terms: object, against: object, facts: Path) -> dict[str, Any]:
    ask_for_the_engine()
    from incentives.bulk.comparison import compare  # the other commands do without the engine

    return compare(Terms.read(terms), Terms.read(against), facts)
