"""A plan painted with colours that the retailer does not sell, painted with the nearest that it does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rooms.description import Document
from samples.deck import Deck
from samples.nearest import nearest


def in_deck(document: Document, deck: Deck) -> Document:
    """The plan with every paint that is only known, or gone, as the one of the deck that looks most like it."""
    finishes = document.get("finishes", {})
    if all(finish.get("paint") is None or finish["paint"] in deck for finish in finishes.values()):
        return document
    return {**document, "finishes": {id_: _repainted(finish, deck) for id_, finish in finishes.items()}}


def _repainted(finish: Mapping[str, Any], deck: Deck) -> Mapping[str, Any]:
    code = finish.get("paint")
    paint = deck.get(code) if code is not None and code not in deck else None
    return finish if paint is None else {**finish, "paint": nearest(deck, paint.lab, 1)[0].paint.code}
