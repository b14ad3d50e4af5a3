"""Two neighbours of a paint for who says "not this one": a lighter and a greyer one, where the deck has them."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samples.colour.arrays import Lab
from samples.colour.cie import lab_to_lch
from samples.colour.difference import delta_e
from samples.deck import Deck
from samples.paint import Paint

Way = Literal["lighter", "greyer", "darker", "stronger"]

STEP_L = 6.0
LEAST_STEP_L = 2.5
GREYER, STRONGER = 0.6, 1.6
LEAST_STEP_C = 2.0
SAME_L = 4.0
OFFERED = 2


def neighbours(deck: Deck, paint: Paint) -> tuple[tuple[Way, Paint], ...]:
    """Up to two paints, each the nearest by ΔE00 to six steps of L* lighter, or the same L* with 60 % of the chroma.

    Nothing is lighter than white, nothing greyer than grey: then a darker or a stronger one takes the place.
    """
    labs = deck.labs
    lightness, chroma = labs[:, 0], lab_to_lch(labs)[:, 1]
    level, a, b = paint.lab
    own, is_level = float(lab_to_lch(paint.lab)[1]), np.abs(lightness - level) <= SAME_L
    wanted: tuple[tuple[Way, Lab, NDArray[np.bool_]], ...] = (
        ("lighter", (min(level + STEP_L, 100), a, b), lightness >= level + LEAST_STEP_L),
        ("greyer", (level, a * GREYER, b * GREYER), (chroma <= own - LEAST_STEP_C) & is_level),
        ("darker", (max(level - STEP_L, 0), a, b), lightness <= level - LEAST_STEP_L),
        ("stronger", (level, a * STRONGER, b * STRONGER), (chroma >= own + LEAST_STEP_C) & is_level),
    )
    found: dict[Way, Paint] = {}
    for way, lab, among in wanted:
        taken = {paint.code, *(one.code for one in found.values())}
        free = np.array([one.code not in taken for one in deck.paints], dtype=bool)
        if len(found) < OFFERED and (near := _nearest(deck, lab, among & free)) is not None:
            found[way] = near
    return tuple(found.items())


def _nearest(deck: Deck, wanted: Lab, among: NDArray[np.bool_]) -> Paint | None:
    places = np.flatnonzero(among)
    if not len(places):
        return None
    return deck.paints[int(places[int(delta_e(wanted, deck.labs[places]).argmin())])]
