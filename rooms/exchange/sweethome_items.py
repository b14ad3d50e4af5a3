"""A home's furniture and lights as items: the nearest kind, or a labelled block of the piece's own size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from rooms.description import COLLECTIONS
from rooms.exchange.gathering import Gathering, most_letters
from rooms.exchange.naming import BOX, item_kind
from rooms.exchange.sweethome_pieces import Piece
from rooms.exchange.sweethome_xml import rgb
from rooms.fields import MOST_SIZE_MM

ELEVATION: Mapping[str, Any] = COLLECTIONS["items"]["fields"]["elevation"]


def read_items(pieces: Sequence[Piece], gathering: Gathering) -> None:
    """Gather the pieces; notes name those that became blocks, and leaning slabs (roofs, ramps), which stay behind."""
    for piece in pieces:
        kind = item_kind(piece)
        if kind == BOX and piece.leaning:
            gathering.note(piece.place, "leaning")
            continue
        if kind == BOX:
            gathering.note(piece.place, "box_instead")
        if piece.leaning:
            gathering.note(piece.place, "stood_upright")
        gathering.add("items", piece.place, _item(piece, kind, gathering))


def _item(piece: Piece, kind: str, gathering: Gathering) -> dict[str, Any]:
    place, elevation = piece.place, piece.elevation
    return {
        "level": piece.level,
        "kind": kind,
        "at": list(piece.at),
        "turn_mdeg": piece.turn_mdeg,
        "mirrored": piece.mirrored,
        "size": [gathering.size(place, measure, 1, MOST_SIZE_MM) for measure in piece.size],
        "elevation": gathering.size(place, elevation, ELEVATION["from"], ELEVATION["to"]),
        "name": gathering.text(place, piece.name, most_letters("items", "name")),
        "tint": _tint(piece.element, place, gathering),
    }


def _tint(element: Element, place: str, gathering: Gathering) -> str | None:
    """The piece's own colour, else the first that a part of it was given."""
    if own := rgb(element.get("color")):
        return own
    parts = [colour for part in element.iter("material") if (colour := rgb(part.get("color")))]
    if len(set(parts)) > 1:
        gathering.note(place, "colour_guessed")
    return parts[0] if parts else None
