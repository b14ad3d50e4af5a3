"""How much of a paint a project takes, and which tins hold it for the least money."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from rooms.quantities import PaintArea, Patch
from samples.paint import Paint
from samples.quantity import (
    USUAL_COATS,
    USUAL_RESERVE_PERCENT,
    Area,
    Coats,
    Primer,
    Substrate,
    coats_over,
    paint_ml,
    primer_ml,
)
from samples.tins import MOST_NEED_ML, Purchase, Tin, cheapest

RATE_DM2_L = 1200
"""12 m² for a litre and coat: the middle of what Polish makers give for smooth walls, 10 to 14."""
ENAMEL_RATE_DM2_L = 1200
"""12 m² for a litre and coat: our assumption, and called so where it is shown. Makers' data sheets stand on both sides
of it, read on 2026-11-23: Paint Library's water-borne eggshell DP11 tells 14 in theory, before losses on the brush
(studylib.net/doc/18565552); the eggshell trim enamel Promaster 1473 tells 15 in theory and 7 to 10 in practice
(abcdocz.com/doc/328394). The British Coatings Federation tells 16 of paint for doors and windows (coatings.org.uk).
"""
RESERVE_PERCENT = USUAL_RESERVE_PERCENT
DEMO_TINS = {
    1: (Tin(900, 44_90), Tin(2500, 94_90), Tin(5000, 164_90), Tin(10_000, 289_90)),
    2: (Tin(900, 49_90), Tin(2500, 109_90), Tin(5000, 189_90), Tin(10_000, 339_90)),
    3: (Tin(900, 59_90), Tin(2500, 134_90), Tin(5000, 239_90), Tin(10_000, 429_90)),
    4: (Tin(900, 74_90), Tin(2500, 169_90), Tin(5000, 309_90), Tin(10_000, 559_90)),
}
"""Made up for the demonstration deck, by price group; a retailer's own line takes their place."""
DEMO_ENAMEL = (Tin(750, 59_90), Tin(2500, 159_90))
"""Made up, too: enamel for wood in any colour."""


@dataclass(frozen=True)
class OwnTins:
    """A retailer's own tins of a paint, for walls and as enamel; what it has not named is the demonstration's."""

    walls: tuple[Tin, ...] = ()
    enamel: tuple[Tin, ...] = ()

    def of(self, area: PaintArea) -> tuple[Tin, ...]:
        return self.enamel if area.is_enamel else self.walls


NONE_OWN = OwnTins()


@dataclass(frozen=True)
class Amount:
    """The most coats on any patch, with why and over which primer; millilitres with the reserve.

    `primer_ml` is of what is primed or new gypsum.
    """

    coats: Coats
    ml: int
    primer_ml: int


@dataclass(frozen=True)
class Need(Amount):
    """With the cheapest tins; None where it is more than tins are bought for."""

    tins: Purchase | None


def need_of(paint: Paint, patches: Iterable[Patch], sold: Sequence[Tin] = ()) -> Need:
    """What the paint's patches take, and the tins to buy for it; of the demonstration's where none are told."""
    amount = amount_of(paint, patches)
    return _bought(amount, sold or DEMO_TINS[paint.price_group])


def enamel_need(paint: Paint, patches: Iterable[Patch], sold: Sequence[Tin] = ()) -> Need:
    """The same for woodwork."""
    return _bought(enamel_amount_of(paint, patches), sold or DEMO_ENAMEL)


def need_in(area: PaintArea, paint: Paint, own: OwnTins = NONE_OWN) -> Need:
    """Of an area, whichever it is."""
    return (enamel_need if area.is_enamel else need_of)(paint, area.patches, own.of(area))


def _bought(amount: Amount, tins: Sequence[Tin]) -> Need:
    return Need(**vars(amount), tins=cheapest(tins, amount.ml) if amount.ml <= MOST_NEED_ML else None)


def amount_of(paint: Paint, patches: Iterable[Patch]) -> Amount:
    """What the paint's patches take; on smooth walls of any colour where nothing is told of them."""
    held = [(patch, coats_over(paint, patch.before)) for patch in patches]
    areas = [Area(patch.net_mm2, coats.count, _substrate(patch)) for patch, coats in held]
    ml = paint_ml(areas, RATE_DM2_L, RESERVE_PERCENT)
    primed = sum(patch.net_mm2 for patch, coats in held if coats.primer or patch.ground == "gypsum")
    return Amount(_most([coats for _patch, coats in held]), ml, primer_ml(primed))


def enamel_amount_of(paint: Paint, patches: Iterable[Patch]) -> Amount:
    """What woodwork takes of it, over any colour that was there."""
    coats = coats_over(paint)
    ml = paint_ml([Area(patch.net_mm2, coats.count) for patch in patches], ENAMEL_RATE_DM2_L, RESERVE_PERCENT)
    return Amount(replace(coats, primer=None), ml, 0)


def _most(held: list[Coats]) -> Coats:
    """The most coats of all, with every reason once."""
    reasons = {reason["pl"]: reason for coats in held for reason in coats.reasons}
    primers = {coats.primer for coats in held}
    primer: Primer | None = "tinted" if "tinted" in primers else "white" if "white" in primers else None
    return Coats(max((coats.count for coats in held), default=USUAL_COATS), primer, tuple(reasons.values()))


def _substrate(patch: Patch) -> Substrate:
    return cast(Substrate, patch.ground) if patch.ground in get_args(Substrate) else "smooth"
