"""The paints nearest to a colour, how far they are, and what that means to the eye."""

from __future__ import annotations

from dataclasses import dataclass

from numpy.typing import ArrayLike

from samples.colour.words import Said, say_difference
from samples.deck import Deck
from samples.paint import Paint


@dataclass(frozen=True)
class Near:
    """A paint and its ΔE00 from the wanted colour."""

    paint: Paint
    delta_e: float

    @property
    def words(self) -> Said:
        return say_difference(self.delta_e)


def nearest(deck: Deck, lab: ArrayLike, n: int = 5) -> tuple[Near, ...]:
    """The n paints nearest to a Lab colour by ΔE00, nearest first; of equals the earlier in the deck first."""
    places, far = deck.index.nearest(lab, n)
    return tuple(
        Near(deck.paints[place], delta_e) for place, delta_e in zip(places.tolist(), far.tolist(), strict=True)
    )
