"""The lists that kinds are written in: words with fields of expressions, groups that repeat or fall away.

An entry is a word with its fields, `{"is": "box", "at": ["-size.w/2", 0, 0], …}`, or a group,
`{"let": {…}, "repeat": 3, "as": "i", "when": "size.w-1200", "parts": […]}`: its list is drawn so many times (once
without `repeat`), each time with the counter and the named sums in scope, if `when` is above zero. A word that is
itself written as a list in `words.json` is drawn in the scope of its own fields. The browser's twin is
`static/js/model/entries.js`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rooms.fault import Fault
from rooms.vocabulary.shape import Scope, evaluate

Fields = Mapping[str, Any]

MOST_ENTRIES = 1500
MOST_REPEATS = 200
MOST_NESTED = 8
TEXTS = frozenset({"is", "of", "axis", "weight", "fill"})
LETTERS = {"size": "wdh"}


@dataclass(frozen=True)
class Word:
    """What a word needs, what it may have (with the defaults), and the list it stands for, if it stands for one."""

    needs: tuple[str, ...]
    may: Fields
    parts: tuple[Fields, ...] | None
    let: Fields
    of: str | None

    @classmethod
    def read(cls, described: Fields) -> Word:
        parts = described.get("parts")
        return cls(
            needs=tuple(described["needs"]),
            may=described.get("may", {}),
            parts=None if parts is None else tuple(parts),
            let=described.get("let", {}),
            of=described.get("of"),
        )


Vocabulary = Mapping[str, Word]
_DESCRIBED = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
PARTS: Vocabulary = {word: Word.read(described) for word, described in _DESCRIBED["parts"].items()}
STROKES: Vocabulary = {word: Word.read(described) for word, described in _DESCRIBED["strokes"].items()}


@dataclass(frozen=True)
class Entry:
    """A word of the vocabulary's own forms with its fields as numbers and texts."""

    word: str
    fields: Fields
    path: str


def drawn(entries: Sequence[Any], vocabulary: Vocabulary, scope: Scope, path: str) -> Iterator[Entry]:
    """The entries with repeats, conditions and written words resolved, in order; Fault names a place that fails."""
    for count, entry in enumerate(_Drawing(vocabulary).entries(entries, scope, path, of=None, nested=0)):
        if count >= MOST_ENTRIES:
            raise Fault(path, "too_many", most=MOST_ENTRIES)
        yield entry


def bound(scope: Scope, names: Fields, path: str) -> Scope:
    """The scope with the named sums, each of which may use those before it."""
    wider = dict(scope)
    for name, expression in names.items():
        wider[name] = evaluate(expression, wider, f"{path}/{name}")
    return wider


@dataclass(frozen=True)
class _Drawing:
    vocabulary: Vocabulary

    def entries(self, entries: Sequence[Any], scope: Scope, path: str, of: str | None, nested: int) -> Iterator[Entry]:
        if nested > MOST_NESTED:
            raise Fault(path, "too_deep", most=MOST_NESTED)
        for place, entry in enumerate(entries):
            here = f"{path}/{place}"
            if "parts" in entry:
                yield from self._group(entry, scope, here, of, nested)
            else:
                yield from self._word(entry, scope, here, of, nested)

    def _group(self, group: Fields, scope: Scope, path: str, of: str | None, nested: int) -> Iterator[Entry]:
        times = evaluate(group.get("repeat", 1), scope, f"{path}/repeat")
        if times > MOST_REPEATS:
            raise Fault(f"{path}/repeat", "out_of_range", least=0, most=MOST_REPEATS)
        counter = group.get("as", "i")
        for turn in range(times):
            counted = {**scope, counter: turn} if "repeat" in group else scope
            inner = bound(counted, group.get("let", {}), f"{path}/let")
            if evaluate(group.get("when", 1), inner, f"{path}/when") > 0:
                yield from self.entries(group["parts"], inner, f"{path}/parts", of, nested + 1)

    def _word(self, entry: Fields, scope: Scope, path: str, of: str | None, nested: int) -> Iterator[Entry]:
        word = self.vocabulary[entry["is"]]
        fields = {
            name: value if name in TEXTS else _value(value, scope, f"{path}/{name}")
            for name, value in {**word.may, **entry}.items()
            if name != "is"
        }
        material = fields.setdefault("of", word.of or of)
        if word.parts is None:
            yield Entry(entry["is"], fields, path)
            return
        inner = bound(_spread(fields), word.let, f"{path}/{entry['is']}/let")
        yield from self.entries(word.parts, inner, f"{path}/{entry['is']}", material, nested + 1)


def _value(value: Any, scope: Scope, path: str) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list):
        return [
            one if place == 0 and is_command(one) else _value(one, scope, f"{path}/{place}")
            for place, one in enumerate(value)
        ]
    return evaluate(value, scope, path)


def is_command(value: Any) -> bool:
    """A capital opens an arc or a piece of a path, as in ["A", …]."""
    return isinstance(value, str) and len(value) == 1 and value.isupper()


def _spread(fields: Fields) -> Scope:
    """The scope of a written word: its numbers, and its points as at.x, at.y, at.z, size.w, size.d, size.h."""
    scope: dict[str, int] = {}
    for name, value in fields.items():
        if isinstance(value, list):
            scope |= {f"{name}.{letter}": one for letter, one in zip(LETTERS.get(name, "xyz"), value, strict=False)}
        elif isinstance(value, int):
            scope[name] = value
    return scope
