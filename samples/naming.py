"""Names for colours that nobody has named: a thing of about that colour, and a word that shifts it the right way.

`names.json` holds our own words: things with their gender and colour, adjectives and phrases with the things they
suit and the shift of lightness and chroma they suggest. Each colour takes the nearest name that is still free.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from samples.colour.arrays import Numbers, colours
from samples.colour.oklab import linear_to_oklab
from samples.colour.srgb import from_hex, to_linear
from samples.letters import words

Gender = Literal["m", "f", "n", "pl"]
NO_WORD = -1

# Hue and chroma tell a thing more than lightness does. Short names are worth a small detour, and words
# that were used much give way to fresh ones. Found by reading the list that comes out.
WEIGHTS = np.array([1.0, 2.0, 2.0])
SHORT = -0.03
TIRED_THING = 0.008
TIRED_WORD = 0.0006
GOLDEN = (5**0.5 - 1) / 2


@dataclass(frozen=True)
class Candidate:
    """A possible name, the OKLab colour it suggests, and the numbers of the thing and the word it is made of."""

    pl: str
    en: str
    oklab: tuple[float, float, float]
    thing: int
    word: int


def name_all(oklabs: ArrayLike) -> list[tuple[str, str]]:
    """One Polish and one English name for each OKLab colour, shape (n, 3), each name once."""
    wanted = colours(oklabs) * WEIGHTS
    candidates = tuple(_candidates())
    suggested = (np.array([candidate.oklab for candidate in candidates]) * WEIGHTS).T.copy()
    things = np.array([candidate.thing for candidate in candidates])
    modifiers = np.array([candidate.word for candidate in candidates])
    cost = np.where(modifiers == NO_WORD, SHORT, 0.0)
    names = [("", "")] * len(wanted)
    for place in _scattered(len(wanted)):
        best = int(np.argmin(np.sqrt(np.square(suggested - wanted[place][:, None]).sum(axis=0)) + cost))
        chosen = candidates[best]
        names[place] = (chosen.pl, chosen.en)
        cost[things == chosen.thing] += TIRED_THING
        cost[modifiers == chosen.word] += TIRED_WORD
        cost[best] = np.inf
    return names


def agree(adjective: str, gender: Gender) -> str:
    """A Polish adjective, given in the masculine, in the gender of its noun: "letni" is "letnia" beside "mgła"."""
    if gender == "m":
        return adjective
    soft = adjective.endswith("i")
    if gender == "f":
        keeps_i = soft and not adjective.endswith(("ki", "gi"))
        return (adjective if keeps_i else adjective[:-1]) + "a"
    return (adjective if soft else adjective[:-1]) + "e"


def _scattered(count: int) -> list[int]:
    """All places once, neighbours far apart in time, so that no corner of the deck gets only what is left."""
    return [int(place) for place in np.argsort(np.arange(count) * GOLDEN % 1, kind="stable")]


def _candidates() -> Iterator[Candidate]:
    vocabulary = json.loads(Path(__file__).with_name("names.json").read_text("utf-8"))
    modifiers = [*vocabulary["adjectives"], *vocabulary["phrases"]]
    things = [(kind, *thing) for kind, group in vocabulary["nouns"].items() for thing in group]
    oklabs = linear_to_oklab(to_linear([from_hex(hex_) for *_, hex_ in things]))
    for number, ((kind, pl, gender, en, _), oklab) in enumerate(zip(things, oklabs, strict=True)):
        yield _candidate(pl, en, oklab, number, NO_WORD)
        for word, (pl_word, en_word, kinds, lighter, purer) in enumerate(modifiers):
            if kind not in kinds or _echoes(pl, pl_word) or _echoes(en, en_word):
                continue
            shifted = oklab * (1, purer, purer) + (lighter, 0, 0)
            if word < len(vocabulary["adjectives"]):
                yield _candidate(f"{agree(pl_word, gender)} {pl}", f"{en_word} {en}", shifted, number, word)
            else:
                yield _candidate(f"{pl} {pl_word}", f"{en} {en_word}", shifted, number, word)


def _candidate(pl: str, en: str, oklab: Numbers, thing: int, word: int) -> Candidate:
    lightness, a, b = (float(value) for value in oklab)
    return Candidate(pl[0].upper() + pl[1:], en[0].upper() + en[1:], (lightness, a, b), thing, word)


def _echoes(thing: str, modifier: str) -> bool:
    """Whether the two share the start of a word, as "nocna noc" does."""
    return not _starts(thing).isdisjoint(_starts(modifier))


@cache
def _starts(name: str) -> frozenset[str]:
    return frozenset(word[:3] for word in words(name) if len(word) > 2)
