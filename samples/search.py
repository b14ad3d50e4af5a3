"""Paints found by words, Polish or English, by code, or by a colour typed as numbers.

Every word of the query is looked for in the names, whatever its ending, and among the things people say of colours
("ciepła", "granat", "cosy": `search.json`). Those who answer most words come first, a paint of just this name before
all; of those who answer colours equally well, the most usual among them. The browser reads the same file
(`static/js/colour/search.js`) and finds the same paints in the same order.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from samples.colour.notation import parse_colour
from samples.deck import Deck
from samples.letters import words
from samples.nearest import nearest
from samples.paint import Paint

VOCABULARY: Mapping[str, Any] = json.loads(Path(__file__).with_name("search.json").read_text("utf-8"))
LONGEST_QUERY = 200
LEAST_STEM = 3

WHOLE_NAME, WHOLE_WORD, SAME_STEM, START_OF_WORD = 60, 30, 24, 20
SURELY, MAYBE = 12, 4
AFTER_COLOURS = 8
"""For a name whose plain letters are also a colour's: "bez", lilac, is searched for less than "beż", beige; and for one
that only begins as a colour is called: "green" is searched for more than "greengage"."""


@dataclass(frozen=True)
class Term:
    """One word of the query, its stem, and what it says of a colour, if anything."""

    word: str
    stem: str
    concepts: tuple[Mapping[str, Any], ...]


def search(deck: Deck, text: str, most: int = 60) -> tuple[Paint, ...]:
    """The paints that answer the query, best first; by code before by colour before by words."""
    text = text[:LONGEST_QUERY]
    if by_code := _by_code(deck, text):
        return by_code[:most]
    if (lab := parse_colour(text)) is not None:
        return tuple(near.paint for near in nearest(deck, lab, most))
    return _by_words(deck, text)[:most]


def stem(word: str) -> str:
    """A plain word without its Polish or English ending: "szalwii" and "szalwia" are both "szalw"."""
    for ending in VOCABULARY["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word.removesuffix(ending)
    return word


def _by_code(deck: Deck, text: str) -> tuple[Paint, ...]:
    """The paint with this code, its marks and leading zeros left out at will; else those with this number."""
    wanted = _squeezed(text)
    if not re.search(r"\d", wanted):
        return ()
    whole = tuple(paint for paint in deck if _squeezed(paint.code) == wanted)
    return whole or tuple(paint for paint in deck if re.sub(r"^[a-z]+", "", _squeezed(paint.code)) == wanted)


def _squeezed(code: str) -> str:
    """ "ZK-0423" as "zk423"."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", "".join(words(code)))


def _terms(text: str) -> tuple[Term, ...]:
    every = tuple(dict.fromkeys(words(text)))
    telling = [word for word in every if word not in VOCABULARY["skipped"]]
    return tuple(Term(word, stem(word), _concepts(word)) for word in telling or every)


@cache
def _concepts(word: str) -> tuple[Mapping[str, Any], ...]:
    return tuple(concept for concept in VOCABULARY["concepts"] if any(_means(said, word) for said in concept["words"]))


def _means(said: str, word: str) -> bool:
    return word.startswith(said[:-1]) if said.endswith("*") else word == said


def _by_words(deck: Deck, text: str) -> tuple[Paint, ...]:
    terms, name = _terms(text), words(text)
    ranked = [(_rank(paint, terms), paint) for paint in deck] if terms else []
    best = max((answered for (answered, _), _ in ranked), default=0)
    found = [
        (score + WHOLE_NAME * _is_named(paint, name), paint)
        for (answered, score), paint in ranked
        if answered == best and best
    ]
    far = _from_middle([paint for _, paint in found]) if all(term.concepts for term in terms) else {}
    return tuple(paint for _, paint in sorted(found, key=lambda one: (-one[0], far.get(one[1].code, 0))))


def _is_named(paint: Paint, name: tuple[str, ...]) -> bool:
    return name in (words(paint.name_pl), words(paint.name_en))


def _from_middle(paints: Sequence[Paint]) -> dict[str, int]:
    """By code how far each lies in Lab from their mean: squared, in hundredths times their count, so it is exact."""
    labs = {paint.code: [round(100 * value) for value in paint.lab] for paint in paints}
    sums = [sum(values) for values in zip(*labs.values(), strict=True)]
    return {
        code: sum((len(labs) * value - whole) ** 2 for value, whole in zip(lab, sums, strict=True))
        for code, lab in labs.items()
    }


def _rank(paint: Paint, terms: Sequence[Term]) -> tuple[int, int]:
    """How many of the words the paint answers, and how well."""
    facets = paint.traits.facets
    scores = [max(_in_name(paint, term), _in_colour(facets, term.concepts)) for term in terms]
    typical = sum(one["score"] for one in VOCABULARY["typical"] if one["facet"] in facets)
    return sum(score > 0 for score in scores), sum(scores) + typical


def _in_name(paint: Paint, term: Term) -> int:
    score = max(_alike(word, term) for word in _name_words(paint.name_pl, paint.name_en))
    is_colour = term.word in VOCABULARY["colours_first"] or (term.concepts and score == START_OF_WORD)
    return min(score, AFTER_COLOURS) if is_colour else score


@cache
def _name_words(pl: str, en: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, stem(word)) for word in (*words(pl), *words(en))) or (("", ""),)


def _alike(word: tuple[str, str], term: Term) -> int:
    if word[0] == term.word:
        return WHOLE_WORD
    if word[1] == term.stem:
        return SAME_STEM
    return START_OF_WORD if len(term.word) > 1 and word[0].startswith(term.word) else 0


def _in_colour(facets: frozenset[str], concepts: Iterable[Mapping[str, Any]]) -> int:
    for concept in concepts:
        for score, alternatives in ((SURELY, concept["surely"]), (MAYBE, concept["maybe"])):
            if any(all(_holds(facets, facet) for facet in alternative) for alternative in alternatives):
                return score
    return 0


def _holds(facets: frozenset[str], facet: str) -> bool:
    return facet[1:] not in facets if facet.startswith("!") else facet in facets
