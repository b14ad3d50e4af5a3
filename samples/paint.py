"""One paint of a fan deck: its true colour, and all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import atan2, degrees, floor, hypot
from typing import Literal, cast, get_args

import numpy as np

from samples.colour.arrays import Lab
from samples.colour.cie import lrv
from samples.colour.gamut import in_srgb, lab_to_hex
from samples.colour.measured import Spectrum
from samples.colour.words import Said, Traits, say, traits
from samples.fault import Fault

Base = Literal["A", "B", "C"]
"""The tinting base: A white, B half filled, C clear, for deep colours."""

LONGEST_CODE = 60
LONGEST_NAME = 120
LEAST_LAB: Lab = (0, -150, -150)
MOST_LAB: Lab = (100, 150, 150)


@dataclass(frozen=True)
class Paint:
    """A paint as the deck sells it; `lab` is for D65 and 2°, kept to hundredths; `hiding` is the class of EN 13300.

    `exterior`: whether it may be used outside, None where nobody says. `spectrum` is what was measured of it, empty
    where nothing was (`colour/measured.py`).
    """

    code: str
    name_pl: str
    name_en: str
    lab: Lab
    base: Base
    price_group: int
    hiding: int
    coats: int
    exterior: bool | None = None
    spectrum: Spectrum = ()

    @property
    def name(self) -> Said:
        return {"pl": self.name_pl, "en": self.name_en}

    @cached_property
    def hex(self) -> str:
        """What a screen shows of it; not the truth where `out_of_srgb`."""
        return lab_to_hex(self.lab)

    @cached_property
    def out_of_srgb(self) -> bool:
        return not in_srgb(self.lab)

    @cached_property
    def lrv(self) -> float:
        """Light reflectance value, 0 to 100, to tenths."""
        return float(np.floor(lrv(self.lab) * 10 + 0.5) / 10)

    @cached_property
    def traits(self) -> Traits:
        return traits(self.lab)

    @property
    def family(self) -> str:
        return self.traits.family

    @property
    def undertone(self) -> str:
        return self.traits.undertone

    @property
    def about(self) -> Said:
        """The colour in words: "jasna ciepła zieleń"."""
        return say(self.traits)


def make_paint(
    code: str,
    name_pl: str,
    name_en: str,
    lab: Lab,
    *,
    base: Base | None = None,
    price_group: int | None = None,
    hiding: int | None = None,
    coats: int | None = None,
    exterior: bool | None = None,
    spectrum: Spectrum = (),
) -> Paint:
    """A paint; what its maker does not tell is judged from the colour. Fault when a value cannot be."""
    _check_text("code", code, LONGEST_CODE)
    _check_text("name_pl", name_pl, LONGEST_NAME)
    _check_text("name_en", name_en, LONGEST_NAME)
    lab = _checked(lab)
    base = base or usual_base(lab)
    price_group = price_group or usual_price_group(lab, base)
    hiding = hiding or usual_hiding(lab)
    coats = coats or (2 if hiding <= 2 else 3)
    return Paint(code, name_pl, name_en, lab, base, price_group, hiding, coats, exterior, spectrum)


def read_base(kept: str) -> Base:
    """A kept base as one of the three; ValueError for anything else."""
    if kept not in get_args(Base):
        raise ValueError(f"no base {kept!r}")
    return cast(Base, kept)


def usual_base(lab: Lab) -> Base:
    """The base that such a colour is tinted in: the deeper, the less white the base holds."""
    lightness, chroma, _ = _lch(lab)
    if lightness >= 78 and chroma < 40:
        return "A"
    return "B" if lightness >= 52 and chroma < 65 else "C"


def usual_hiding(lab: Lab) -> int:
    """Hiding class 1 (best) to 4: clean yellows, oranges and reds cover worst."""
    _, chroma, hue = _lch(lab)
    if chroma > 60 and 20 <= hue < 110:
        return 4
    if chroma > 45:
        return 3
    return 2 if chroma > 25 or usual_base(lab) == "C" else 1


def usual_price_group(lab: Lab, base: Base) -> int:
    """1 (cheapest) to 4: deep bases and much pigment cost more."""
    _, chroma, _ = _lch(lab)
    if chroma > 60:
        return 4
    if base == "C":
        return 3
    return 2 if base == "B" or chroma > 20 else 1


def _lch(lab: Lab) -> Lab:
    """As `lab_to_lch` of one colour, many times faster: a deck has up to 100 000."""
    lightness, a, b = lab
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


def _check_text(path: str, text: str, most: int) -> None:
    if not text.strip():
        raise Fault(path, "missing")
    if len(text) > most:
        raise Fault(path, "too_long", most=most)
    if not text.isprintable():
        raise Fault(path, "unreadable_letters")


def _checked(lab: Lab) -> Lab:
    for axis, value, least, most in zip("Lab", lab, LEAST_LAB, MOST_LAB, strict=True):
        if not least <= value <= most:  # also refuses NaN
            raise Fault(f"lab/{axis}", "out_of_range", least=least, most=most)
    lightness, a, b = (floor(value * 100 + 0.5) / 100 for value in lab)
    return lightness, a, b
