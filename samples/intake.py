"""A retailer's colours becoming a deck: what enters, what cannot and why, and which are all but the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from samples.colour.arrays import Numbers
from samples.colour.difference import delta_e
from samples.colour.measured import from_text
from samples.deck import Deck
from samples.fault import Fault
from samples.letters import plain
from samples.paint import Paint, make_paint
from samples.swatch import Swatch

ALL_BUT_THE_SAME = 0.3
MOST_TWINS = 1000
YES, NO = ("yes", "tak", "t", "y", "1", "x", "+", "true", "prawda"), ("no", "nie", "n", "0", "-", "false", "falsz")
MOST_COMPARED = 200_000_000
MOST_PAIRS = 200_000
# ΔE00 below 0.3 leaves no more room than this: 0.3 · SL in lightness; in a and b, 0.3 · SC where SC is greatest
# and the rotation term worst, at the chroma of LEAST_LAB and MOST_LAB.
LIGHTNESS_ROOM = 0.53
AB_ROOM = 9.0


@dataclass(frozen=True)
class Twins:
    """Two paints of one deck that the eye cannot tell apart."""

    first: Paint
    second: Paint
    delta_e: float


@dataclass(frozen=True)
class Intake:
    """A dry run: the deck as it would be, the colours left out, the pairs to look at, the codes that were made up."""

    deck: Deck
    faults: tuple[Fault, ...]
    twins: tuple[Twins, ...]
    coded: int


def intake(swatches: Iterable[Swatch], key: str, name_pl: str, name_en: str = "", *, prefix: str = "") -> Intake:
    """The deck of the swatches in their order, `prefix` before every code; of two with one code the first enters."""
    paints: dict[str, Paint] = {}
    faults: list[Fault] = []
    coded = 0
    for number, swatch in enumerate(_with_codes(tuple(swatches)), start=1):
        code = prefix + (swatch.code or f"{number:04}")
        coded += not swatch.code
        if code in paints:
            faults.append(Fault(f"{swatch.place}/code", "code_twice", code=code))
            continue
        try:
            paints[code] = _paint(code, swatch)
        except Fault as fault:
            faults.append(Fault(f"{swatch.place}/{fault.path}", fault.reason, **fault.detail))
    deck = Deck(key, name_pl, name_en or name_pl, tuple(paints.values()))
    return Intake(deck, tuple(faults), twins(deck), coded)


def twins(deck: Deck) -> tuple[Twins, ...]:
    """The pairs nearer than ΔE00 0.3, the nearest first, at most MOST_TWINS; not all of them in an absurd deck."""
    order = np.argsort(deck.labs[:, 0], kind="stable")
    pairs = _close_pairs(deck.labs[order])
    first, second = order[pairs[:, 0]], order[pairs[:, 1]]
    far = delta_e(deck.labs[first], deck.labs[second])
    nearest = [place for place in np.argsort(far, kind="stable")[:MOST_TWINS].tolist() if far[place] < ALL_BUT_THE_SAME]
    sides = np.sort(np.stack([first, second], axis=1)[nearest], axis=1).tolist()
    return tuple(
        Twins(deck.paints[one], deck.paints[other], float(far[place]))
        for (one, other), place in zip(sides, nearest, strict=True)
    )


def _with_codes(swatches: tuple[Swatch, ...]) -> tuple[Swatch, ...]:
    """Files without codes often put them before the names; so it is read when every name starts with its own."""
    if any(swatch.code for swatch in swatches):
        return swatches
    split = [swatch.name.partition(" ") for swatch in swatches]
    codes = {code for code, _, rest in split if rest and re.search(r"\d", code)}
    if len(codes) < len(swatches):
        return swatches
    return tuple(replace(swatch, code=code, name=rest) for swatch, (code, _, rest) in zip(swatches, split, strict=True))


def _close_pairs(labs: Numbers) -> np.ndarray[Any, np.dtype[np.intp]]:
    """Places of pairs that might be twins, shape (n, 2), among colours sorted by lightness."""
    found = [np.empty((0, 2), dtype=np.intp)]
    for step in range(1, min(len(labs), MOST_COMPARED // (len(labs) + 1))):
        apart = np.abs(labs[step:] - labs[:-step])
        if apart[:, 0].min() > LIGHTNESS_ROOM or sum(map(len, found)) > MOST_PAIRS:
            break
        low = np.flatnonzero((apart <= (LIGHTNESS_ROOM, AB_ROOM, AB_ROOM)).all(axis=1))
        found.append(np.stack([low, low + step], axis=1))
    return np.concatenate(found)


def _paint(code: str, swatch: Swatch) -> Paint:
    told = swatch.told
    name_en = told.get("name_en", swatch.name)
    return make_paint(
        code,
        swatch.name,
        name_en,
        swatch.lab,
        base=_choice(told, "base", str.upper, ("A", "B", "C")),
        price_group=_choice(told, "price_group", int, range(1, 100)),
        hiding=_choice(told, "hiding", int, range(1, 5)),
        coats=_choice(told, "coats", int, range(1, 7)),
        exterior=_yes_or_no(told),
        spectrum=from_text(told.get("spectrum", "")),
    )


def _yes_or_no(told: Mapping[str, str]) -> bool | None:
    said = _choice(told, "exterior", lambda text: plain(text.strip()), (*YES, *NO))
    return None if said is None else said in YES


def _choice(told: Mapping[str, str], field: str, kind: Callable[[str], Any], choices: Iterable[Any]) -> Any:
    """The value of the field, None when it is not told; Fault when it is none of the choices."""
    if not (text := told.get(field, "")):
        return None
    try:
        value = kind(text)
    except ValueError:
        value = None
    if value not in choices:
        raise Fault(field, "not_a_choice", found=text[:20])
    return value
