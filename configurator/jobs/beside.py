"""Workers beside the web server, started again whenever they end: one for what takes minutes, one for the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

LANES = {"quick": False, "long": True}
"""By name, whether the worker does the kinds that are long (`Kind.is_long`)."""
PAUSE_S = 1
GRACE_S = 20


@contextmanager
def workers_beside() -> Iterator[None]:
    """While the block runs, `configurator work` runs too; it also ends by itself when this process is killed."""
    over = Event()
    keepers = [Thread(target=_keep, args=(lane, over), daemon=True) for lane in LANES]
    for keeper in keepers:
        keeper.start()
    try:
        yield
    finally:
        over.set()
        for keeper in keepers:
            keeper.join(GRACE_S + PAUSE_S)


def _keep(lane: str, over: Event) -> None:
    command = [sys.executable, "-m", "configurator.cli", "work", "--only", lane, "--beside", str(os.getpid())]
    while not over.is_set():
        worker = subprocess.Popen(command)  # noqa: S603 - our own program
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
