"""`configurator products import FILE`: a retailer's table of products into its catalogue; prints what became of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import select

from configurator.commands.plan_argument import put_json
from configurator.config import Settings
from configurator.db import Database
from configurator.errors import Refused
from configurator.products import table
from configurator.products.importing import take_in
from configurator.stores.models import Store
from rooms.fault import Fault


def add_to(commands: Any) -> None:
    parser = commands.add_parser("products", help="the products that a retailer sells")
    doing = parser.add_subparsers(dest="doing", required=True, metavar="WHAT")
    importing = doing.add_parser(
        "import",
        help="a CSV file into the catalogue; exit code 1 when lines were refused",
        description=table.__doc__,
    )
    importing.add_argument("file", metavar="FILE", help="a CSV file, or - for standard input")
    importing.add_argument("--store", required=True, help="the short name of one of the retailer's stores")
    importing.add_argument("--retire-missing", action="store_true", help="retire what the file does not name")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code 1 when a line was refused; the others are in."""
    data = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
    try:
        lines = table.read_table(data)
    except Refused as refused:
        raise Fault(refused.path or options.file, refused.reason, **refused.detail) from refused
    with Database(Settings.read().database_url).writing() as session:
        store = session.scalar(select(Store).where(Store.slug == options.store))
        if store is None:
            raise Fault("--store", "no_such_store")
        report = take_in(session, store.tenant, lines, retire_missing=options.retire_missing)
        put_json(report.as_data())
    return 1 if report.refused else 0
