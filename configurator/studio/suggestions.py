"""The first colours that a customer is shown: a small spread of the deck, calm ones first."""

from __future__ import annotations

from configurator.exports.kept import Kept
from samples.colour.cie import hex_to_lab
from samples.deck import Deck
from samples.nearest import nearest

# Own choice: whites that lean warm and cool, greys, sands, greens, blues, and a few that speak up.
LOOKS = (
    "#f4f1ea", "#e9e4d8", "#dcdcd8", "#d9c7ae", "#c9b79c", "#b7bfae",
    "#a7b59e", "#7d9180", "#b9c7d0", "#7f97a6", "#c98f76", "#4a5a66",
    "#f2e3d5", "#e8d3c8", "#d8b4a0", "#b98b6c", "#8c6f5a", "#5d4a3f",
    "#e6e2c3", "#d7c98a", "#c2a24e", "#9a7f3c", "#dfe6df", "#c6d3c3",
    "#93a68c", "#5f7560", "#39503f", "#dbe4e8", "#a8bcc8", "#5c7a8c",
    "#2f4858", "#e3dce6", "#b8a9c0", "#7d6a86", "#efd9dc", "#c79aa2",
    "#8e4f4b", "#5e2f2f", "#9b9b97", "#6b6b68", "#3a3a39", "#222222",
)  # fmt: skip


SUGGESTED: Kept[list[str]] = Kept(most=16)


def suggested(deck: Deck) -> list[str]:
    """Codes of the paints nearest to the looks, each once."""
    return SUGGESTED.get(deck.key, lambda: _suggested(deck))


def _suggested(deck: Deck) -> list[str]:
    found = (nearest(deck, hex_to_lab(look), 1)[0].paint.code for look in LOOKS)
    return list(dict.fromkeys(found))
