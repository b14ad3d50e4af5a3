"""What an import changed or left behind, gathered into sentences that a person can read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rooms.exchange.report import Note

LEFT = frozenset({"not_imported", "not_understood"})
SETTINGS = "left_settings"
"""What a file keeps for the program that wrote it: told last, for nobody misses it."""
TOPICS: Mapping[str, str] = {
    **dict.fromkeys(("layers", "entities", "texts", "blocks", "parts"), ""),
    **dict.fromkeys(("property", "furnitureVisibleProperty", "environment", "textStyle", "print", "compass"), SETTINGS),
    **dict.fromkeys(("camera", "observerCamera"), "left_views"),
    **dict.fromkeys(("material", "texture", "topColor", "walls/texture"), "left_materials"),
    **dict.fromkeys(("label", "text", "labels"), "left_texts"),
    "lightSource": "left_lights",
    "baseboard": "left_baseboards",
    **dict.fromkeys(("dimensionLine", "dimensions"), "left_dimensions"),
    **dict.fromkeys(("polyline", "lines"), "left_lines"),
}
NUMBERED = re.compile(r"[a-z]*-?\d+")
"""A name that only the file knows: `wall17`, `6`."""


@dataclass(frozen=True)
class Told:
    """One sentence: its word in `imported`, how many things it is about, and their names with how many bear each."""

    words: str
    count: int
    names: tuple[tuple[str, int], ...]


def told(notes: Iterable[Note]) -> tuple[Told, ...]:
    """The notes by what they say, the most of a name first; what only the file's own program needs comes last."""
    counts: dict[str, int] = {}
    names: dict[str, Counter[str]] = {}
    for note in notes:
        words = _words(note)
        counts[words] = counts.get(words, 0) + note.count
        if name := _name(note, words):
            names.setdefault(words, Counter())[name] += note.count
    order = sorted(counts, key=lambda words: words == SETTINGS)
    return tuple(Told(words, counts[words], tuple(names.get(words, Counter()).most_common())) for words in order)


def _words(note: Note) -> str:
    if note.reason not in LEFT:
        return note.reason
    head = note.place.split("/")[0]
    topic = TOPICS.get(note.place, TOPICS.get(head))
    return f"left_{head}" if topic == "" else topic or note.reason


def _name(note: Note, words: str) -> str:
    head, _, name = note.place.partition("/")
    if words in LEFT:
        return name or head
    return "" if words == SETTINGS or NUMBERED.fullmatch(name) else name
