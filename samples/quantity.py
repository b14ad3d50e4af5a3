"""How much paint: coats from the change of colour, millilitres from the areas drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from samples.colour.arrays import Lab
from samples.colour.cie import lrv
from samples.colour.words import Said
from samples.fault import Fault
from samples.paint import Paint

Substrate = Literal["smooth", "gypsum", "textured"]
Primer = Literal["white", "tinted"]

YIELD_PERCENT: dict[str, int] = {"smooth": 100, "gypsum": 85, "textured": 75}
"""How far a litre goes on each substrate: painted and smooth, new gypsum, textured."""
PRIMER_ML_PER_M2 = 100
USUAL_RESERVE_PERCENT = 10

BEFORE: Mapping[str, Lab] = {"white": (95, 0, 2), "light": (84, 2, 9), "middle": (62, 4, 12), "dark": (34, 4, 8)}
"""What walls are taken for that are told to be white, light, middling or dark: LRV 87, 64, 30 and 8."""

USUAL_COATS = 2
BIG_CHANGE_LRV = 40
DARK_LRV = 20
MOST_MM2 = 10**12
MM2_PER_M2 = 10**6
MM2_PER_DM2 = 10**4


@dataclass(frozen=True)
class Area:
    """A surface to paint, openings already taken off, reveals already added."""

    mm2: int
    coats: int = USUAL_COATS
    substrate: Substrate = "smooth"


@dataclass(frozen=True)
class Coats:
    """How many coats, over which primer, and why not fewer."""

    count: int
    primer: Primer | None
    reasons: tuple[Said, ...]


def coats_for(new: Paint, old_lab: Lab | None = None) -> Coats:
    """Coats of a new paint over an old colour (Lab), which may be unknown."""
    reasons = [HIDES_BADLY] if new.hiding >= 3 else []
    reasons += [MAKER_SAYS] if new.coats > USUAL_COATS and not reasons else []
    old_lrv = None if old_lab is None else float(lrv(old_lab))
    if old_lrv is not None and abs(new.lrv - old_lrv) > BIG_CHANGE_LRV:
        reasons.append(BIG_CHANGE)
    elif old_lrv is not None and old_lrv < DARK_LRV and new.lrv > old_lrv:
        reasons.append(OVER_DARK)
    return Coats(max(new.coats, USUAL_COATS + bool(reasons)), _primer(new, old_lrv), tuple(reasons))


def paint_ml(areas: Iterable[Area], rate_dm2_l: int, reserve_percent: int = USUAL_RESERVE_PERCENT) -> int:
    """Millilitres for the areas, rounded up; `rate_dm2_l` is what a litre covers once: 12 m²/l is 1200."""
    if rate_dm2_l <= 0:
        raise Fault("rate_dm2_l", "out_of_range", least=1)
    if not 0 <= reserve_percent <= 100:
        raise Fault("reserve_percent", "out_of_range", least=0, most=100)
    worked = sum((_worked(f"areas/{place}", area) for place, area in enumerate(areas)), Fraction(0))
    litres = worked / (rate_dm2_l * MM2_PER_DM2) * Fraction(100 + reserve_percent, 100)
    return math.ceil(litres * 1000)


def coats_over(new: Paint, before: str = "") -> Coats:
    """Coats over walls of one of the words of `BEFORE`; over any, where nobody told."""
    return coats_for(new, BEFORE.get(before))


def primer_ml(mm2: int) -> int:
    """Millilitres of primer for new, absorbent or repaired surfaces, rounded up."""
    return -(-mm2 * PRIMER_ML_PER_M2 // MM2_PER_M2)


def _worked(path: str, area: Area) -> Fraction:
    """Square millimetres of smooth wall that take as much paint as this area in all its coats."""
    if not 0 <= area.mm2 <= MOST_MM2:
        raise Fault(f"{path}/mm2", "out_of_range", least=0, most=MOST_MM2)
    if not 1 <= area.coats <= 6:
        raise Fault(f"{path}/coats", "out_of_range", least=1, most=6)
    if area.substrate not in YIELD_PERCENT:
        raise Fault(f"{path}/substrate", "not_a_choice", choices=", ".join(YIELD_PERCENT))
    return Fraction(area.mm2 * area.coats * 100, YIELD_PERCENT[area.substrate])


def _primer(new: Paint, old_lrv: float | None) -> Primer | None:
    if new.hiding >= 3 or (new.base == "C" and old_lrv is not None and old_lrv - new.lrv > BIG_CHANGE_LRV):
        return "tinted"
    return "white" if old_lrv is not None and old_lrv < DARK_LRV < new.lrv else None


HIDES_BADLY = {
    "pl": "ten kolor słabiej kryje",
    "en": "this colour covers less well",
}
MAKER_SAYS = {
    "pl": "tyle warstw podaje producent",
    "en": "the maker asks for as many coats",
}
BIG_CHANGE = {
    "pl": "nowy kolor jest dużo jaśniejszy lub ciemniejszy od starego",
    "en": "the new colour is much lighter or darker than the old one",
}
OVER_DARK = {
    "pl": "pod spodem jest ciemny kolor",
    "en": "there is a dark colour underneath",
}
