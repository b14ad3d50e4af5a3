"""Words that findings share: lengths, lists of names, directions on the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, pi

from rooms.changes.sentence import LANGUAGES, Said, capital
from rooms.changes.sentence import length as exact
from rooms.walls.vector import Vector

DOORS: Mapping[str, Said] = {
    "door": {"pl": "drzwi", "en": "the door"},
    "double_door": {"pl": "drzwi dwuskrzydłowe", "en": "the double door"},
    "sliding_door": {"pl": "drzwi przesuwne", "en": "the sliding door"},
    "folding_door": {"pl": "drzwi składane", "en": "the folding door"},
    "passage": {"pl": "przejście", "en": "the passage"},
    "window": {"pl": "okno", "en": "the window"},
    "double_window": {"pl": "okno", "en": "the window"},
    "french_window": {"pl": "drzwi balkonowe", "en": "the balcony door"},
}
WAYS: Sequence[Said] = (
    {"pl": "w prawo", "en": "to the right"},
    {"pl": "w dół", "en": "down"},
    {"pl": "w lewo", "en": "to the left"},
    {"pl": "w górę", "en": "up"},
)
"""As seen on the page, clockwise from the right."""
MOST_NAMED = 3


def cm(mm: float) -> Said:
    """A length as people measure it: whole centimetres from half a metre up, else to the millimetre, as in 48,5 cm."""
    whole = max(int(mm + 0.5), 0)
    return exact(whole)


def said(pl: str, en: str, **values: Said | int | str) -> Said:
    """A sentence in both languages, filled and with a capital."""
    return {
        language: capital(text.format(**_in(values, language)))
        for language, text in zip(LANGUAGES, (pl, en), strict=True)
    }


def small(name: Said) -> Said:
    """The name as it stands within a sentence."""
    return {language: words[:1].lower() + words[1:] for language, words in name.items()}


def names(several: Sequence[Said]) -> Said:
    """As in `szafka dolna, zmywarka, umywalka i jeszcze 2`: each name once, few of them."""
    told = {}
    for language, joint, more in zip(LANGUAGES, (" i ", " and "), ("jeszcze {}", "{} more"), strict=True):
        each = list(dict.fromkeys(one[language] for one in several))
        kept = [each[0], *(small({language: one})[language] for one in each[1:])]
        if len(kept) > MOST_NAMED:
            kept = [*kept[:MOST_NAMED], more.format(len(kept) - MOST_NAMED)]
        told[language] = joint.join(filter(None, (", ".join(kept[:-1]), kept[-1])))
    return told


def direction(way: Vector) -> Said:
    """Which way a vector leads on the page."""
    return WAYS[round(atan2(way[1], way[0]) / (pi / 2)) % 4]


def _in(values: Mapping[str, Said | int | str], language: str) -> dict[str, int | str]:
    return {name: value[language] if isinstance(value, Mapping) else value for name, value in values.items()}
