"""What a stranger's pieces and rooms are called here, by the word lists of `sweethome_kinds.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from rooms.description import COLLECTIONS
from rooms.exchange.phrasebook import Phrasebook
from rooms.kinds import KINDS

LISTS: Mapping[str, Any] = json.loads(Path(__file__).with_name("sweethome_kinds.json").read_text("utf-8"))


def _item_entries() -> list[Mapping[str, Any]]:
    """What sizes decide, then what the kinds' own files call them, then the lists, then the kinds' other words."""
    listed = LISTS["items"]
    by_size = [entry for entry in listed if "least" in entry or "most" in entry]
    names = [(kind.name, names) for kind in KINDS.values() for names in kind.names.values()]
    own = [{"kind": kind, "words": [name.one, name.many]} for kind, name in names]
    also = [{"kind": kind, "words": name.also} for kind, name in names]
    return [*by_size, *own, *listed, *also]


ITEMS = Phrasebook(_item_entries(), KINDS)
OPENINGS = Phrasebook(LISTS["openings"], COLLECTIONS["openings"]["fields"]["kind"]["of"])
ROOMS = Phrasebook(LISTS["rooms"], COLLECTIONS["rooms"]["fields"]["use"]["of"])

BOX = "box"
FRENCH_WINDOW_SILL_MM = 300
FRENCH_WINDOW_HEIGHT_MM = 1800


class Called(Protocol):
    """A piece with the names that its file gives it, width, depth and height in mm, and its underside."""

    @property
    def name(self) -> str: ...
    @property
    def catalog_id(self) -> str: ...
    @property
    def size(self) -> tuple[int, int, int]: ...
    @property
    def elevation(self) -> int: ...


def item_kind(piece: Called) -> str:
    """The kind of furniture: by the catalogue's id, by the name's words, by the id's words; else `box`."""
    return _meaning(ITEMS, piece) or BOX


def opening_kind(piece: Called, leaves: int = 1) -> tuple[str, bool]:
    """The kind of door or window; what no word tells, sill and height decide, and the second answer is True."""
    found = _meaning(OPENINGS, piece)
    low = piece.elevation <= FRENCH_WINDOW_SILL_MM
    kind = found or ("door" if low else "window")
    if kind == "window" and low and piece.size[2] >= FRENCH_WINDOW_HEIGHT_MM:
        kind = "french_window"
    elif kind in ("door", "window") and leaves > 1:
        kind = f"double_{kind}"
    return kind, found is None


def room_use(name: str) -> str:
    """The use that a room's name tells, or an empty text."""
    return ROOMS.by_name(name, {}) or ""


def _meaning(book: Phrasebook, piece: Called) -> str | None:
    measures = dict(zip(("width", "depth", "height"), piece.size, strict=True)) | {"elevation": piece.elevation}
    by_id = book.by_id(piece.catalog_id, measures)
    return by_id or book.by_name(piece.name, measures) or book.by_name(piece.catalog_id.rpartition("#")[2], measures)
