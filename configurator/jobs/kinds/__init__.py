"""The kinds of jobs: ONE FILE = ONE KIND, each with its `KIND`; a name taken twice raises on import."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from configurator.jobs.kind import Kind


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind there is, by its name."""
    found: dict[str, Kind] = {}
    for module in iter_modules(__path__):
        kind: Kind = import_module(f"{__name__}.{module.name}").KIND
        if kind.name in found:
            raise ValueError(f"two kinds of job are named {kind.name}")
        found[kind.name] = kind
    return found
