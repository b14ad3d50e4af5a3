"""Polish letters for searching and comparing: without their marks, in lower case."""

from __future__ import annotations

import re

PLAIN = str.maketrans("ąćęłńóśźżéèêëáàâäöüçñ", "acelnoszzeeeeaaaaoucn")
WORD = re.compile(r"[a-z0-9]+")


def plain(text: str) -> str:
    """The text in lower case with plain letters: "Źdźbło" is "zdzblo"."""
    return text.lower().translate(PLAIN)


def words(text: str) -> tuple[str, ...]:
    """The plain words of the text, in order."""
    return tuple(WORD.findall(plain(text)))
