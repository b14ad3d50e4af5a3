"""The engine in which tables are read: in memory, with a most of memory, spilling into a folder that is thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

Engine = duckdb.DuckDBPyConnection
EngineError = duckdb.Error

OURS = (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException)
"""What only a wrong statement brings about, whatever stands in the files: a bug."""

MEMORY = "1200MB"
"""What the engine itself may take; the process takes some hundred more."""

BATCH = 10_000
"""So many rows are brought over at once."""


@contextmanager
def engine() -> Iterator[Engine]:
    """An engine of one's own that loads nothing from elsewhere. OSError for damaged files, a full disk, no memory."""
    with TemporaryDirectory(prefix="bulk-") as folder:
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "temp_directory": folder,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "preserve_insertion_order": "false",
        }
        with duckdb.connect(config=config) as found:
            try:
                yield found
            except OURS:
                raise
            except duckdb.Error as error:
                raise OSError(f"the tables cannot be read or written: {str(error).splitlines()[0]}") from error


def batches(found: Engine) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of what was asked last, some at a time."""
    while rows := found.fetchmany(BATCH):
        yield rows
