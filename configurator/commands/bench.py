"""`configurator bench [NAME…]`: what the product takes, one line of JSON each, with what else the machine was doing."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any


def add_to(commands: Any) -> None:
    parser = commands.add_parser("bench", help="measure what the product takes, beside others where they are installed")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which benches; all when left out")
    parser.add_argument(
        "--plan", type=Path, help="a plan to print as well, for pdf; to open as well, for browser; to check, for check"
    )
    parser.add_argument("--projects", type=int, default=10_000, help="how many projects lie in the database, for save")
    parser.add_argument("--grants", type=int, default=10_000, help="how many uses of a rule are contested, for limits")
    parser.add_argument("--rows", type=int, default=10_000_000, help="how many rows the table has, for bulk")
    parser.add_argument("--homes", type=Path, help="a folder of .sh3d homes whose rooms are found, for room_finders")
    parser.add_argument("--peers", type=Path, help="where others are installed, for room_finders and nearest")
    parser.add_argument("--photos", type=Path, help="a folder of photos with their truth, for repaint")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Every row as soon as it is measured. Exit code 2 for a name that is no bench."""
    from configurator.bench import BENCHES  # the other commands do without what measuring needs

    if unknown := set(options.names) - set(BENCHES):
        raise OSError(f"no bench {min(unknown)!r}, there are {', '.join(BENCHES)}")
    for name in options.names or BENCHES:
        for row in BENCHES[name].measure(options):
            print(json.dumps(row | {"load": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}), flush=True)  # noqa: T201 - a command tells
    return 0
