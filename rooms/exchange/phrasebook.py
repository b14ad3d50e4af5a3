"""Which of our words a stranger's word means, by lists of phrases in several languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MOST_LETTERS = 200
MOST_WORDS_IN_PHRASE = 4
FOLDED = str.maketrans({"ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "đ": "d", "ı": "i"})


@dataclass(frozen=True)
class Meaning:
    """One of our words, and the sizes in mm, ends included, within which a phrase means it."""

    word: str
    least: Mapping[str, int]
    most: Mapping[str, int]

    def suits(self, measures: Mapping[str, int]) -> bool:
        return all(measures.get(name, value) >= value for name, value in self.least.items()) and all(
            measures.get(name, value) <= value for name, value in self.most.items()
        )


class Phrasebook:
    """Entries `{"kind", "else", "ids", "words", "least", "most"}`; of entries with one phrase the first that suits.

    An entry means its `kind` where that is among the known words, else its `else`, else nothing.
    """

    def __init__(self, entries: Iterable[Mapping[str, Any]], known: Collection[str]) -> None:
        self._by_id: dict[str, list[Meaning]] = {}
        self._by_phrase: dict[str, list[Meaning]] = {}
        for entry in entries:
            word = next((word for word in (entry["kind"], entry.get("else")) if word in known), None)
            if word is None:
                continue
            meaning = Meaning(word, entry.get("least", {}), entry.get("most", {}))
            for id_ in entry.get("ids", ()):
                self._by_id.setdefault("".join(words_of(id_)), []).append(meaning)
            for phrase in entry.get("words", ()):
                self._by_phrase.setdefault(" ".join(words_of(phrase)), []).append(meaning)

    def by_id(self, catalog_id: str, measures: Mapping[str, int]) -> str | None:
        """The meaning of a catalogue's id, the maker's name before `#` left out."""
        return _first(self._by_id.get("".join(words_of(_own(catalog_id))), ()), measures)

    def by_name(self, name: str, measures: Mapping[str, int]) -> str | None:
        """The meaning of the longest phrase that the name holds as whole words."""
        phrases = sorted(_phrases(words_of(name)), key=len, reverse=True)
        found = (_first(self._by_phrase.get(phrase, ()), measures) for phrase in phrases)
        return next((word for word in found if word), None)


def words_of(text: str) -> tuple[str, ...]:
    """The text's words in small letters without accents; `bed140x190` and `BunkBed` come apart, numbers drop out."""
    parted = re.sub(r"(?<=[^\W\d_])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])", " ", text[:MOST_LETTERS])
    plain = unicodedata.normalize("NFKD", parted.casefold().translate(FOLDED))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(re.findall(r"[^\W\d_]+", re.sub(r"\d+ ?x ?\d+", " ", letters)))


def _own(catalog_id: str) -> str:
    return catalog_id.rpartition("#")[2]


def _phrases(words: tuple[str, ...]) -> Iterator[str]:
    """The runs of words, with and without the plural's s of the last."""
    for start in range(len(words)):
        for stop in range(start + 1, min(start + MOST_WORDS_IN_PHRASE, len(words)) + 1):
            phrase = " ".join(words[start:stop])
            yield phrase
            yield phrase.removesuffix("s")


def _first(meanings: Iterable[Meaning], measures: Mapping[str, int]) -> str | None:
    return next((meaning.word for meaning in meanings if meaning.suits(measures)), None)
