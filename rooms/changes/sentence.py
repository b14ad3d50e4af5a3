"""Sentences about changes, in Polish and English: a noun, what became of it, and numbers as people say them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rooms.entities import Item
from rooms.kinds.kind import Kind, Names

LANGUAGES = ("pl", "en")
ENDINGS = {"m": "y", "f": "a", "n": "e", "p": "e"}
COARSE_FROM_MM = 100
"""From here on a way moved is told in whole centimetres: the eye does not measure finer."""

WORDS: Mapping[str, Mapping[str, str | list[str]]] = json.loads(
    Path(__file__).with_name("words.json").read_text("utf-8")
)

Said = Mapping[str, str]
"""The same words by language."""


@dataclass(frozen=True)
class Noun:
    """What a sentence is about; `gender` (m, f, n, or p for plurals) is the Polish word's."""

    words: Said
    gender: str = "m"


@dataclass(frozen=True)
class Phrase:
    """What became of it: a name in words.json and what fills it."""

    name: str
    values: Mapping[str, str | int | Said]

    @property
    def agrees(self) -> bool:
        """Whether it is a participle, which follows the noun without a colon."""
        return "{ending}" in WORDS[self.name]["pl"]


def noun(name: str, /, **values: str | int | Said) -> Noun:
    said = WORDS[name]["pl"]
    return Noun(_filled(name, values), said[1] if isinstance(said, list) else "m")


def noun_of(item: Item, kinds: Mapping[str, Kind]) -> Noun:
    """The kind's name, with the thing's own name in quotes."""
    kind = kinds.get(item.kind)
    called = noun("thing") if kind is None else Noun({lang: kind.names[lang].one for lang in LANGUAGES})
    gender = called.gender if kind is None else _gender(kind.names["pl"])
    own = {"pl": f" „{item.name}”", "en": f" “{item.name}”"} if item.name else dict.fromkeys(LANGUAGES, "")
    return Noun({lang: called.words[lang] + own[lang] for lang in LANGUAGES}, gender)


def phrase(name: str, /, **values: str | int | Said) -> Phrase:
    return Phrase(name, values)


def sentence(about: Noun, *phrases: Phrase, tail: Said | None = None) -> Said:
    """As in "Wanna przesunięta o 40 cm i obrócona o 90°"; `tail` is put behind."""
    gap = " " if phrases[0].agrees else ": "
    said = {}
    for lang in LANGUAGES:
        parts = [_filled(one.name, {**one.values, "ending": ENDINGS[about.gender]})[lang] for one in phrases]
        said[lang] = capital(about.words[lang]) + gap + _listed(parts, lang) + (tail[lang] if tail else "")
    return said


def plain(name: str, /, **values: str | int | Said) -> Said:
    """A sentence that stands in words.json as it is."""
    return {lang: capital(words) for lang, words in _filled(name, values).items()}


def way(mm: float) -> Said:
    """How far something moved: 40 cm, 4,5 cm."""
    whole = int(mm + 0.5)
    return length((whole + 5) // 10 * 10 if whole >= COARSE_FROM_MM else whole)


def length(mm: int) -> Said:
    """A length to the millimetre, in centimetres: 88,7 cm."""
    tenths = f"{mm // 10}.{mm % 10}" if mm % 10 else str(mm // 10)
    return {"pl": tenths.replace(".", ",") + " cm", "en": tenths + " cm"}


def sizes(mm: Sequence[int]) -> Said:
    """As in 170 × 75 cm."""
    each = [length(side) for side in mm]
    return {lang: " × ".join(side[lang].removesuffix(" cm") for side in each) + " cm" for lang in LANGUAGES}


def degrees(mdeg: int) -> Said:
    tenths = (mdeg + 50) // 100
    told = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
    return {"pl": told.replace(".", ","), "en": told}


def listed(said: Sequence[Said]) -> Said:
    return {lang: ", ".join(one[lang] for one in said) for lang in LANGUAGES}


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _filled(name: str, values: Mapping[str, str | int | Said]) -> dict[str, str]:
    return {lang: _template(name, lang).format(**_in(values, lang)) for lang in LANGUAGES}


def _template(name: str, lang: str) -> str:
    said = WORDS[name][lang]
    return said if isinstance(said, str) else said[0]


def _in(values: Mapping[str, str | int | Said], lang: str) -> dict[str, str | int]:
    return {name: value[lang] if isinstance(value, Mapping) else value for name, value in values.items()}


def _listed(parts: Sequence[str], lang: str) -> str:
    """The parts with commas, and "i" before the last."""
    joint = " i " if lang == "pl" else " and "
    return joint.join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _gender(polish: Names) -> str:
    """Of a Polish noun phrase that begins with its noun: by the noun's ending, which holds for every kind there is.

    What is one and many by the same words, as doors and stairs are, is a plural.
    """
    if polish.one == polish.many:
        return "p"
    head = polish.one.split()[0]
    return "f" if head.endswith("a") else "n" if head.endswith(("o", "e", "ę", "um")) else "m"
