"""`configurator decide --terms T.json --facts F.json`: the fee, why, and what would change it."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from configurator.commands.document import read_document
from configurator.commands.plan_argument import put_json
from incentives.command import decide_data
from incentives.reading import instant


def add_to(commands: Any) -> None:
    parser = commands.add_parser("decide", help="the fee by these terms and facts, as JSON")
    parser.add_argument("--terms", required=True, type=Path, help="terms as JSON or YAML")
    parser.add_argument("--facts", required=True, type=Path)
    parser.add_argument("--at", help="the time of the decision, ISO 8601; now when left out")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    at = instant(options.at, "--at") if options.at else datetime.now(UTC)
    terms, facts = (read_document(path) for path in (options.terms, options.facts))
    put_json(decide_data(terms, facts, at))
