"""How much of a paint a project takes, and which tins hold it for the least money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rooms.quantities import Patch
from samples.paint import Paint
from samples.quantity import USUAL_RESERVE_PERCENT, Area, Coats, coats_for, paint_ml
from samples.tins import MOST_NEED_ML, Purchase, Tin, cheapest

RATE_DM2_L = 1200
"""12 m² for a litre and coat: the middle of what Polish makers give for smooth walls, 10 to 14."""
RESERVE_PERCENT = USUAL_RESERVE_PERCENT
DEMO_TINS = {
    1: (Tin(900, 44_90), Tin(2500, 94_90), Tin(5000, 164_90), Tin(10_000, 289_90)),
    2: (Tin(900, 49_90), Tin(2500, 109_90), Tin(5000, 189_90), Tin(10_000, 339_90)),
    3: (Tin(900, 59_90), Tin(2500, 134_90), Tin(5000, 239_90), Tin(10_000, 429_90)),
    4: (Tin(900, 74_90), Tin(2500, 169_90), Tin(5000, 309_90), Tin(10_000, 559_90)),
}
"""Made up for the demonstration deck, by price group; a retailer's own list will take their place."""


@dataclass(frozen=True)
class Need:
    """Coats, millilitres with the reserve, and the cheapest tins; None where it is more than tins are bought for."""

    coats: Coats
    ml: int
    tins: Purchase | None


def need_of(paint: Paint, patches: Iterable[Patch]) -> Need:
    """What the paint's patches take, on smooth walls whose old colour nobody knows."""
    coats = coats_for(paint)
    ml = paint_ml([Area(patch.net_mm2, coats.count) for patch in patches], RATE_DM2_L, RESERVE_PERCENT)
    return Need(coats, ml, cheapest(DEMO_TINS[paint.price_group], ml) if ml <= MOST_NEED_ML else None)
