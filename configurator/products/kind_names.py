"""Which kind a product is of, by the words of its name and category: only what its name begins with counts.

So that a trap "do umywalki" is no washbasin. Of the kinds whose names are found the one with most words wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from configurator.products.search import SKIPPED, folded, forms
from rooms.kinds import KINDS, LANGUAGES, Names

WORD = re.compile(r"[a-z]+")
Phrase = tuple[str, ...]


def kind_named(text: str) -> str | None:
    """The kind of exactly this name, in either language or ours; None for none."""
    return text if text in KINDS else _exact().get(folded(text.strip()))


def guess(name: str, category: str) -> str | None:
    """The kind that the name or else the category tells; None where nothing or two kinds alike are told."""
    found = [_told(name), _told(category)]
    return max(found, key=lambda one: one[0])[1]


def _told(text: str) -> tuple[int, str | None]:
    """How many words of a kind's name were found, and the kind."""
    stems = _stems(text)
    if not stems:
        return 0, None
    there = set(stems)
    phrases = [phrase for phrase in _by_first().get(stems[0], ()) if there.issuperset(phrase)]
    most = max(map(len, phrases), default=0)
    for told in (_own_names(), _other_names()):
        kinds = {kind for phrase in phrases if len(phrase) == most for kind in told.get(phrase, ())}
        if kinds:
            return (most, kinds.pop()) if len(kinds) == 1 else (0, None)
    return 0, None


def _stems(text: str) -> Phrase:
    return tuple(min(forms(word), key=len) for word in WORD.findall(folded(text)) if word not in SKIPPED)


@cache
def _by_first() -> dict[str, set[Phrase]]:
    found: dict[str, set[Phrase]] = {}
    for phrase in (*_own_names(), *_other_names()):
        found.setdefault(phrase[0], set()).add(phrase)
    return found


@cache
def _own_names() -> dict[Phrase, set[str]]:
    return _phrases(lambda names: (names.one, names.many))


@cache
def _other_names() -> dict[Phrase, set[str]]:
    return _phrases(lambda names: names.also)


def _phrases(chosen: Callable[[Names], Iterable[str]]) -> dict[Phrase, set[str]]:
    found: dict[Phrase, set[str]] = {}
    for kind in KINDS.values():
        for language in LANGUAGES:
            for name in chosen(kind.names[language]):
                if stems := _stems(name):
                    found.setdefault(stems, set()).add(kind.name)
    return found


@cache
def _exact() -> dict[str, str]:
    names: dict[str, str] = {}
    for kind in KINDS.values():
        for language in LANGUAGES:
            names |= {folded(name): kind.name for name in (kind.names[language].one, kind.names[language].many)}
    return names
