"""The application served as it is in life, in processes of its own, on a database that is thrown away afterwards."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from configurator.config import ROOT

START_S = 60


@contextmanager
def served(database_url: str) -> Iterator[str]:
    """The address of the application on this database, which is removed at the end where it is a file."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environ = os.environ | {"CONFIGURATOR_DATABASE_URL": database_url, "CONFIGURATOR_BASE_URL": url}
    server = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "configurator.cli", "run", "--port", str(port)],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(30)
        _remove(database_url)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and server.poll() is None:
        with suppress(URLError, ConnectionError, TimeoutError), urlopen(url, timeout=5):  # noqa: S310 - our own server
            return
        time.sleep(0.2)
    raise OSError("the server did not start")


def _remove(database_url: str) -> None:
    if database_url.startswith("sqlite:///"):
        for ending in ("", "-wal", "-shm"):
            Path(database_url.removeprefix("sqlite:///") + ending).unlink(missing_ok=True)
