"""What things and paints are called in a document."""

from __future__ import annotations

from rooms.entities import Item
from rooms.kinds import KINDS
from samples.paint import Paint


def item_name(item: Item, language: str) -> str:
    """As in `item_word`, beginning with a capital."""
    name = item_word(item, language)
    return name[:1].upper() + name[1:]


def item_word(item: Item, language: str) -> str:
    """As its owner named it, else as its kind is within a sentence; an unknown kind goes by its own word."""
    kind = KINDS.get(item.kind)
    return item.name or (kind.names[language].one if kind else item.kind.replace("_", " "))


def paint_name(paint: Paint, language: str) -> str:
    return paint.name_pl if language == "pl" else paint.name_en
