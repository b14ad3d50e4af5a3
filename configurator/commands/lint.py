"""`configurator lint --terms T.json`: what contradicts or defeats itself in terms, before they are published."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from configurator.commands.document import read_document
from configurator.commands.plan_argument import put_json
from incentives.command import lint_data


def add_to(commands: Any) -> None:
    parser = commands.add_parser("lint", help="what is wrong with terms, before they are published")
    parser.add_argument("--terms", required=True, type=Path, help="terms as JSON or YAML")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when anything was found")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    found = lint_data(read_document(options.terms))
    put_json(found)
    return 1 if options.strict and found["findings"] else 0
