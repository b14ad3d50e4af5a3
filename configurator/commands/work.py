"""`configurator work`: a worker that does the jobs of the database until it is told to stop."""

from __future__ import annotations

import argparse
import logging
import os
import signal
from typing import Any

from configurator.config import Settings
from configurator.db import Database
from configurator.jobs.beside import LANES
from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.worker import Worker


def add_to(commands: Any) -> None:
    parser = commands.add_parser("work", help="do the jobs: mail and other slow work")
    parser.add_argument("--beside", type=int, metavar="PID", help="stop when this is no longer the parent process")
    parser.add_argument("--only", choices=LANES, help="the jobs that take minutes, or all others; else every job")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Work until SIGTERM or SIGINT; the job in hand is finished first."""
    logging.basicConfig(format="%(asctime)s %(name)s %(levelname)s %(message)s")
    settings = Settings.read()
    known = kinds()
    others = frozenset(name for name, kind in known.items() if options.only and kind.is_long != LANES[options.only])
    worker = Worker(Tools(Database(settings.database_url), settings), known, passes_over=others)
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: worker.stopped.set())
    worker.run(goes_on=lambda: options.beside is None or os.getppid() == options.beside)
