"""The formats that products come in: ONE FILE = ONE FORMAT, each with its `READER`, known by what the file holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from configurator.errors import Refused
from configurator.imports.sheet import MOST_BYTES, Reader, Sheet

OLD_BOOK = bytes.fromhex("d0cf11e0a1b11ae1")


def read_sheet(data: bytes) -> Sheet:
    """The file's columns and rows; Refused when it is of no known format, or cannot be read as a whole."""
    if len(data) > MOST_BYTES:
        raise Refused("too_large")
    if data.startswith(OLD_BOOK):
        raise Refused("book_old")
    for reader in readers().values():
        if reader.recognises(data):
            return reader.read(data)
    raise Refused("format_unknown")


@cache
def readers() -> Mapping[str, Reader]:
    """Every reader by its name; no two recognise the same file."""
    found: dict[str, Reader] = {}
    for module in iter_modules(__path__):
        reader: Reader = import_module(f"{__name__}.{module.name}").READER
        if reader.name in found:
            raise ValueError(f"two formats are named {reader.name}")
        found[reader.name] = reader
    return found
