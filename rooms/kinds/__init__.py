"""The kinds of furniture and fixtures: one file in this folder is one kind, checked when the program starts.

A kind's shape, symbol and zones are written in the grammar of sizes (`rooms/vocabulary/shape.py`), so one description
serves every size between its least and its most. How to write one is told in `docs/kinds.md`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from rooms.fault import Fault
from rooms.kinds.kind import Kind, Names, Zone, zones_of
from rooms.kinds.reading import CATEGORIES, LANGUAGES, read_kind

__all__ = ["CATEGORIES", "KINDS", "LANGUAGES", "Kind", "Names", "Zone", "read_kind", "refuse_twins", "zones_of"]


def _read_folder() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for file in sorted(Path(__file__).parent.glob("*.json")):
        try:
            document = json.loads(file.read_text("utf-8"))
        except ValueError as error:
            raise Fault(f"kinds/{file.stem}", "not_json", error=str(error)) from None
        kind = read_kind(file.stem, document)
        refuse_twins(kind, kinds)
        kinds[kind.name] = kind
    return kinds


def refuse_twins(kind: Kind, others: Mapping[str, Kind]) -> None:
    """Two kinds under one name would make the search ambiguous."""
    for other in others.values():
        for language in LANGUAGES:
            if kind.names[language].one == other.names[language].one:
                raise Fault(f"kinds/{kind.name}/names/{language}/one", "duplicate", also_in=other.name)


KINDS: Mapping[str, Kind] = MappingProxyType(_read_folder())
