"""The argument PLAN: a plan document, `-` for standard input, or any format that `rooms.exchange` reads."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rooms import exchange
from rooms.exchange.dxf_units import UNITS_MM
from rooms.plan import Plan


def add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", metavar="PLAN", help="a plan file, or - for standard input")
    parser.add_argument("--unit", choices=tuple(UNITS_MM), help="of a DXF drawing that does not say it")


def read_plan(named: str, unit: str | None = None) -> Plan:
    """The plan in the file; what could not be read of it goes to standard error, a line each."""
    data = sys.stdin.buffer.read() if named == "-" else Path(named).read_bytes()
    imported = exchange.read(named, data, unit)
    for note in imported.report.notes:
        told = "".join(f", {name} {value}" for name, value in note.detail.items())
        print(f"{note.place}: {note.reason.replace('_', ' ')} ({note.count}{told})", file=sys.stderr)  # noqa: T201 - a command tells
    return Plan.read(imported.document)


def put_json(value: Any) -> None:
    """One JSON value on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
