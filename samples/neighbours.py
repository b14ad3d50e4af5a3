"""Two neighbours of a paint for who says "not this one": a lighter and a greyer one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samples.colour.arrays import Lab
from samples.colour.cie import lab_to_lch
from samples.colour.difference import delta_e
from samples.deck import Deck
from samples.paint import Paint

STEP_L = 6.0
LEAST_STEP_L = 2.5
GREYER = 0.6
LEAST_STEP_C = 2.0
SAME_L = 4.0


@dataclass(frozen=True)
class Neighbours:
    """None where the deck has none: nothing is lighter than white, nothing greyer than grey."""

    lighter: Paint | None
    greyer: Paint | None


def neighbours(deck: Deck, paint: Paint) -> Neighbours:
    """The paint nearest by ΔE00 to one six steps of L* lighter, and to one of the same L* with 60 % of its chroma."""
    labs = deck.labs
    lightness, chroma = labs[:, 0], lab_to_lch(labs)[:, 1]
    level, a, b = paint.lab
    own = float(lab_to_lch(paint.lab)[1])
    others = np.array([one.code != paint.code for one in deck.paints], dtype=bool)
    lighter = _nearest(deck, (min(level + STEP_L, 100), a, b), others & (lightness >= level + LEAST_STEP_L))
    taken = others & np.array([one is not lighter for one in deck.paints], dtype=bool)
    is_greyer = (chroma <= own - LEAST_STEP_C) & (np.abs(lightness - level) <= SAME_L)
    return Neighbours(lighter, _nearest(deck, (level, a * GREYER, b * GREYER), taken & is_greyer))


def _nearest(deck: Deck, wanted: Lab, among: NDArray[np.bool_]) -> Paint | None:
    places = np.flatnonzero(among)
    if not len(places):
        return None
    return deck.paints[int(places[int(delta_e(wanted, deck.labs[places]).argmin())])]
