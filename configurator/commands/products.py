"""`configurator products import FILE`: a file of products into a retailer's catalogue; prints what became of it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import select

from configurator.commands.plan_argument import put_json
from configurator.config import Settings
from configurator.db import Database
from configurator.errors import Refused
from configurator.products import table
from configurator.products.guessing import guessed
from configurator.products.importing import take_in
from configurator.products.mapping import Mapping
from configurator.products.readers import read_sheet
from configurator.stores.models import Store
from rooms.fault import Fault


def add_to(commands: Any) -> None:
    parser = commands.add_parser("products", help="the products that a retailer sells")
    doing = parser.add_subparsers(dest="doing", required=True, metavar="WHAT")
    importing = doing.add_parser(
        "import",
        help="a table or feed into the catalogue; exit code 1 when rows were refused",
        description=table.__doc__,
    )
    importing.add_argument("file", metavar="FILE", help="a CSV, XLSX or XML file, or - for standard input")
    importing.add_argument("--store", required=True, help="the short name of one of the retailer's stores")
    importing.add_argument("--map", metavar="FILE", help="which column says what (JSON); guessed where it is left out")
    importing.add_argument("--dry-run", action="store_true", help="tell what would become of it, and change nothing")
    importing.add_argument("--retire-missing", action="store_true", help="retire what the file does not name")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code 1 when a row was refused; the others are in."""
    data = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
    try:
        sheet = read_sheet(data)
        mapping = _mapping(options.map) if options.map else guessed(sheet)
        lines = table.read_lines(sheet, mapping)
    except Refused as refused:
        raise Fault(refused.path or options.file, refused.reason, **refused.detail) from refused
    with Database(Settings.read().database_url).writing() as session:
        store = session.scalar(select(Store).where(Store.slug == options.store))
        if store is None:
            raise Fault("--store", "no_such_store")
        report = take_in(session, store.tenant, lines, said=mapping.sources, retire_missing=options.retire_missing)
        if options.dry_run:
            session.rollback()
        put_json({"format": sheet.format, **mapping.as_data(), **report.as_data(mapping.column_of)})
    return 1 if report.refused else 0


def _mapping(file: str) -> Mapping:
    try:
        return Mapping.read(json.loads(Path(file).read_text("utf-8")))
    except ValueError as error:
        raise Fault(file, "not_json", error=str(error)) from error
