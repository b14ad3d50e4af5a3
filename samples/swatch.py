"""A colour as a file tells it, and what a file format is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from samples.colour.adaptation import lab_from_d50
from samples.colour.arrays import Lab
from samples.colour.cie import linear_to_lab
from samples.colour.srgb import to_linear
from samples.deck import Deck
from samples.fault import Fault

MOST_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class Swatch:
    """One colour of a file, Lab D65/2°; `place` says where it stood, `told` holds what else the file says of it.

    `approximate` is for colours that the file gives in ink or as screen values of an unknown screen.
    """

    place: str
    name: str
    lab: Lab
    code: str = ""
    group: str = ""
    approximate: bool = False
    told: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Format:
    """A way to write colours down.

    `recognises` looks at the first bytes; `read` yields swatches, and a Fault for a colour it must leave out, and
    raises one where nothing after it can be read.
    """

    key: str
    suffix: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes], Iterator[Swatch | Fault]]
    write: Callable[[Deck], bytes]


@dataclass(frozen=True)
class Reading:
    """What could be read of a file, and what could not and why."""

    swatches: tuple[Swatch, ...]
    faults: tuple[Fault, ...]


def rgb_lab(values: Iterable[float]) -> Lab:
    """Lab of companded sRGB 0..1."""
    return _one(linear_to_lab(to_linear(list(values))))


def cmyk_lab(cyan: float, magenta: float, yellow: float, black: float) -> Lab:
    """Lab of four inks 0..1 as a screen shows them without a profile: a guess."""
    return rgb_lab((1 - ink) * (1 - black) for ink in (cyan, magenta, yellow))


def print_lab(lightness: float, a: float, b: float) -> Lab:
    """Lab D65 of the D50 values that print programs write."""
    return _one(lab_from_d50([lightness, a, b]))


def finite(place: str, values: Iterable[float], least: float, most: float) -> list[float]:
    """The numbers, each within the bounds; Fault at the place when one is not, or is not a number."""
    numbers = list(values)
    if not all(least <= number <= most for number in numbers):
        raise Fault(place, "out_of_range", least=least, most=most)
    return numbers


def _one(lab: np.ndarray) -> Lab:
    lightness, a, b = lab.tolist()
    return lightness, a, b
