"""A worker process beside the web server, started again whenever it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

PAUSE_S = 1
GRACE_S = 20


@contextmanager
def worker_beside() -> Iterator[None]:
    """While the block runs, one `configurator work` runs too; it also ends by itself when this process is killed."""
    over = Event()
    keeper = Thread(target=_keep, args=(over,), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join(GRACE_S + PAUSE_S)


def _keep(over: Event) -> None:
    while not over.is_set():
        worker = subprocess.Popen([sys.executable, "-m", "configurator.cli", "work", "--beside", str(os.getpid())])  # noqa: S603 - our own program
        while worker.poll() is None and not over.wait(PAUSE_S):
            pass
        if worker.poll() is None:
            _end(worker)
        over.wait(PAUSE_S)


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.terminate()
    try:
        worker.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        worker.kill()
