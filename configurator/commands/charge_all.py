"""`configurator charge-all --terms T.json --facts F.parquet [-o out.parquet]`: what every row of a table is charged."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from configurator.commands.document import read_document
from configurator.commands.plan_argument import put_json
from incentives.terms import Terms

HOW_TO_GET_IT = "pip install --require-hashes -r requirements/bulk.txt"


def add_to(commands: Any) -> None:
    parser = commands.add_parser("charge-all", help="the fee of every row of a Parquet table, and in all")
    parser.add_argument("--terms", required=True, type=Path, help="terms as JSON or YAML")
    parser.add_argument("--facts", required=True, type=Path, help="a column for each fact, and `at`")
    parser.add_argument("-o", "--output", type=Path, help="where the rows go with their fees; nowhere when left out")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    ask_for_the_engine()
    from incentives.bulk.charging import charge_all  # the other commands do without the engine

    put_json(charge_all(Terms.read(read_document(options.terms)), options.facts, options.output).as_data())


def is_table(path: Path) -> bool:
    """Whether the file is Parquet, by its first letters."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1"


def ask_for_the_engine() -> None:
    """OSError with what to do where the engine of the bulk path is not installed."""
    try:
        import duckdb  # noqa: F401 - looked for, not used
    except ModuleNotFoundError:
        raise OSError(f"tables need DuckDB, which is not installed here. To get it: {HOW_TO_GET_IT}") from None
