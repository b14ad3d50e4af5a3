"""Finding products by words: without accents, with a little of Polish inflection, and by sizes.

A product's `words` is one text of plain words between spaces; each word that is sought must begin one of them, each
number or size be one. That is plain LIKE, so both databases find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import permutations

from sqlalchemy import ColumnElement, and_, false, or_, true

from configurator.products.models import Product
from rooms.kinds import KINDS

MOST_SOUGHT = 12
MOST_LETTERS = 200
SHORTEST_STEM = 4
SHORTEST_BEFORE_VOWEL = 3
"""`sofę` is sofa."""
SKIPPED = {"a", "bez", "dla", "do", "i", "na", "od", "pod", "w", "z", "ze", "cm", "mm", "for", "of", "the", "with"}
ENDINGS = ("ami", "ach", "ego", "emu", "ych", "ich", "ymi", "imi", "om", "ow", "ej", "ym", "im", "ie", *"aeiouy")
SIZE = re.compile(r"(?<=\d)\s*[x×*]\s*(?=\d)")
DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
UNIT = re.compile(r"(?<=\d)(cm|mm)\b")
WORD = re.compile(r"[a-z0-9.]+")
NUMBER = re.compile(r"\d[\d.]*(x\d[\d.]*)*")


def words_of(product: Product) -> str:
    """What the product is found by: its names, number, kind and sizes, each word between spaces."""
    told = [product.name_pl, product.name_en, product.sku, product.sku.replace("-", "")]
    if kind := KINDS.get(product.kind or ""):
        told += [name for names in kind.names.values() for name in (names.one, names.many, *names.also)]
    found = [word for text in told for word in _words(text)]
    return f" {' '.join(dict.fromkeys([*found, *_sizes(product.size or ())]))} "


def matches(sought: str) -> ColumnElement[bool]:
    """Whether a product has all that is sought; nothing sought is had by all, and by none what holds no word."""
    if not sought.strip():
        return true()
    words = [word for word in _words(sought[:MOST_LETTERS]) if word not in SKIPPED][:MOST_SOUGHT]
    return and_(*(_has(word) for word in words)) if words else false()


def forms(word: str) -> tuple[str, ...]:
    """What a word that is meant may begin with: itself, without its ending, and with or without a moving e.

    So that `płytek` finds płytka, `umywalki` umywalka, and `słupka` słupek.
    """
    stem = _stem(word)
    found = [word, stem]
    if len(stem) > SHORTEST_STEM and stem[-2] == "e" and not _is_vowel(stem[-1]) and not _is_vowel(stem[-3]):
        found.append(stem[:-2] + stem[-1])
    if len(stem) >= SHORTEST_STEM and stem[-1] in "klrc" and not _is_vowel(stem[-2]):
        found.append(f"{stem[:-1]}e{stem[-1]}")
    return tuple(dict.fromkeys(found))


def folded(text: str) -> str:
    """Small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _has(word: str) -> ColumnElement[bool]:
    if NUMBER.fullmatch(word):
        return Product.words.contains(f" {word} ", autoescape=True)
    return or_(*(Product.words.contains(f" {form}", autoescape=True) for form in forms(word)))


def _words(text: str) -> list[str]:
    plain = SIZE.sub("x", DECIMAL.sub(".", folded(text).replace("×", "x")))
    return [stripped for word in WORD.findall(UNIT.sub(" ", plain)) if (stripped := word.strip("."))]


def _sizes(size: Iterable[int]) -> Iterator[str]:
    """Each size and each two and three of them, in centimetres and in millimetres: `60`, `60x48`, `600x480`."""
    mm = tuple(size)
    for unit in (10, 1):
        told = [f"{one / unit:g}" if one % unit else str(one // unit) for one in mm]
        yield from told
        yield from ("x".join(pair) for count in (2, 3) for pair in permutations(told, count))


def _stem(word: str) -> str:
    for ending in ENDINGS:
        shortest = SHORTEST_BEFORE_VOWEL if len(ending) == 1 else SHORTEST_STEM
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word


def _is_vowel(letter: str) -> bool:
    return letter in "aeiouy"
