"""Plans from other programs' files: one module is one format, chosen by content and never by the file's name."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from rooms.exchange.report import Colour, Format, Imported, Note, Report
from rooms.fault import Fault

__all__ = ["FORMATS", "MOST_BYTES", "Colour", "Format", "Imported", "Note", "Report", "read"]

MOST_BYTES = 256 * 1024 * 1024


def read(name: str, data: bytes, unit: str | None = None) -> Imported:
    """The plan in the file; `name` only names a plan that has no name of its own.

    `unit` is that of a file which does not say it itself. Raises Fault: `too_large`, `not_a_plan`, or what the format
    itself refuses.
    """
    if len(data) > MOST_BYTES:
        raise Fault("", "too_large", most=MOST_BYTES)
    for format_ in FORMATS:
        if format_.claims(data):
            if unit and format_.read_in:
                return format_.read_in(name, data, unit)
            return format_.read(name, data)
    raise Fault("", "not_a_plan", read="sh3d, sh3x, dxf, ifc, floorplanner fml json, blueprint3d json, own json")


def _found() -> tuple[Format, ...]:
    modules = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    formats = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return tuple(sorted(formats, key=lambda format_: format_.last))


FORMATS = _found()
