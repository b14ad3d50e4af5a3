"""The small pictures of the starting rooms."""

from __future__ import annotations

from configurator.decks.repainting import in_deck
from configurator.exports.kept import Kept
from configurator.start.starts import starts
from rooms.description import Document
from rooms.drawing.card import draw_card
from rooms.plan import Plan
from samples.deck import Deck

PICTURES: Kept[str] = Kept(most=256)


def svg(key: str, deck: Deck) -> str:
    """The starting room's picture in the deck's colours, drawn once; KeyError for a key that is none."""
    return PICTURES.get((key, deck.key), lambda: _drawn(starts()[key].document, deck))


def _drawn(document: Document, deck: Deck) -> str:
    return draw_card(Plan.read(in_deck(document, deck)), deck.hex_of)
