"""The instances of a STEP file (ISO 10303-21), found at once and read when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import copysign
from typing import Any

from rooms.fault import Fault

HEAD = b"ISO-10303-21;"
MOST_BYTES = 64 * 1024 * 1024
MOST_INSTANCES = 1_000_000
MOST_READ = 32 * 1024 * 1024
"""So many letters of instances are read at most, however often they are named: about ten seconds."""
FARTHEST = 1e9
KEPT = 2000
"""Instances up to so many letters are kept once they are read."""
COMMENT = re.compile(rb"'[^']*+'|/\*(?:.*?\*/|.*)", re.DOTALL)
STATEMENT = re.compile(rb"(?:[^';]++|'[^']*+'|')*+(;|\Z)")
INSTANCE = re.compile(rb"\s*#(\d{1,15})\s*=\s*([A-Z0-9_]+)\s*\(", re.IGNORECASE)
"""Every pattern that runs over the whole file goes forward only, whatever is left open in it."""
TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']++|'')*+')|#(?P<ref>\d{1,15})|(?P<number>[+-]?\d[\d.]*(?:[Ee][+-]?\d+)?)"
    r"|\.(?P<word>\w+)\.|(?P<type>\w+)|(?P<mark>[(),$*])|(?P<bits>\"[^\"]*\"))"
)
ENCODED = re.compile(
    r"\\X2\\([0-9A-Fa-f]*)\\X0\\|\\X4\\([0-9A-Fa-f]*)\\X0\\|\\X\\([0-9A-Fa-f]{2})|\\S\\(.)|\\P.\\|(\\\\)|('')"
)
NAMED = re.compile(rb"FILE_SCHEMA\s*\(\s*\(\s*'([^']*)'", re.IGNORECASE)

WITHOUT_BRACKETS = str.maketrans("", "", "() \t\r\n")

Values = list[Any]


@dataclass(frozen=True)
class Ref:
    """Another instance, by its number."""

    number: int


@dataclass(frozen=True)
class Typed:
    """A value that names its type: `IFCARCINDEX((1,2,3))`."""

    type: str
    value: Any


class StepFile:
    """What the file's instances are; a number that names none reads as one without values."""

    def __init__(self, data: bytes) -> None:
        """Raises Fault `too_large` or `too_many`."""
        if len(data) > MOST_BYTES:
            raise Fault("", "too_large", most=MOST_BYTES)
        self._data = _without_comments(data) if b"/*" in data else data
        self._spans: dict[int, tuple[int, int]] = {}
        self._types: dict[int, str] = {}
        self._kept: dict[int, Values] = {}
        self._read = 0
        for statement in STATEMENT.finditer(self._data):
            found = INSTANCE.match(self._data, statement.start(), statement.end()) if statement[1] else None
            if found is None:
                continue
            if len(self._spans) >= MOST_INSTANCES:
                raise Fault("", "too_many", most=MOST_INSTANCES)
            number = int(found[1])
            self._spans[number] = found.end() - 1, statement.end() - 1
            self._types[number] = found[2].decode("ascii").upper()
        self.by_type: Mapping[str, list[int]] = self._by_type()

    @property
    def schema(self) -> str:
        found = NAMED.search(self._data[:100_000])
        return found[1].decode("ascii", "replace").upper() if found else ""

    def all(self, *types: str) -> Iterator[int]:
        """The numbers of the instances of these types, type by type, in the file's order."""
        for type_ in types:
            yield from self.by_type.get(type_, ())

    def type(self, number: int) -> str:
        return self._types.get(number, "")

    def values(self, number: int) -> Values:
        """The instance's values. Raises Fault `too_large` when the file has had more read than it may."""
        if number not in self._kept:
            text = self._text(number)
            if len(text) > KEPT:
                return parsed(text)
            self._kept[number] = parsed(text)
        return self._kept[number]

    def points(self, number: int, wide: int) -> list[float]:
        """The numbers of a list of points of so many numbers each, one after another; empty where it is none."""
        listed = self._text(number).translate(WITHOUT_BRACKETS).split(",")
        if len(listed) % wide:
            return []
        try:
            return [_within(float(text)) for text in listed]
        except ValueError:
            return []

    def _text(self, number: int) -> str:
        start, end = self._spans.get(number, (0, 0))
        self._read += end - start
        if self._read > MOST_READ:
            raise Fault("", "too_large", most=MOST_READ)
        return self._data[start:end].decode("latin-1")

    def value(self, number: int, place: int) -> Any:
        """One value of the instance; None where it has fewer."""
        values = self.values(number)
        return values[place] if place < len(values) else None

    def ref(self, number: int, place: int) -> int:
        """The instance that a value names; 0 where it names none."""
        found = self.value(number, place)
        return found.number if isinstance(found, Ref) else 0

    def refs(self, number: int, place: int) -> list[int]:
        """The instances that a list names."""
        found = self.value(number, place)
        return [one.number for one in found if isinstance(one, Ref)] if isinstance(found, list) else []

    def text(self, number: int, place: int) -> str:
        found = self.value(number, place)
        return found if isinstance(found, str) else ""

    def real(self, number: int, place: int) -> float | None:
        found = self.value(number, place)
        found = found.value if isinstance(found, Typed) else found
        return found if isinstance(found, float) else None

    def _by_type(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, type_ in self._types.items():
            found.setdefault(type_, []).append(number)
        return found


def _without_comments(data: bytes) -> bytes:
    return COMMENT.sub(lambda found: found[0] if found[0].startswith(b"'") else b" ", data)


def parsed(text: str) -> Values:
    """The values of a list in brackets: texts, numbers (as floats), words, references, lists; `$` and `*` are None."""
    lists: list[Values] = [[]]
    types: list[str | None] = [None]
    waiting: str | None = None
    for token in TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "type":
            waiting = token["type"].upper()
        elif token["mark"] == "(":
            lists.append([])
            types.append(waiting)
            waiting = None
        elif token["mark"] == ")":
            if len(lists) > 1:
                inner, type_ = lists.pop(), types.pop()
                lists[-1].append(inner if type_ is None else Typed(type_, inner[0] if len(inner) == 1 else inner))
        elif token["mark"] != ",":
            lists[-1].append(_scalar(kind, token))
    outermost = lists[0][0] if lists[0] else lists[-1]
    return outermost if isinstance(outermost, list) else []


def _scalar(kind: str | None, token: re.Match[str]) -> Any:
    if kind == "ref":
        return Ref(int(token["ref"]))
    if kind == "number":
        return _number(token["number"])
    if kind == "text":
        return decoded(token["text"][1:-1])
    return token["word"].upper() if kind == "word" else None


def _number(text: str) -> float | None:
    """Within FARTHEST, so that nothing that is made of it is endless."""
    try:
        return _within(float(text))
    except ValueError:
        return None


def _within(value: float) -> float:
    return value if -FARTHEST <= value <= FARTHEST else copysign(FARTHEST, value)


def decoded(text: str) -> str:
    """A text with its letters beyond ASCII, however they are told."""
    return ENCODED.sub(_letters, text)


def _letters(found: re.Match[str]) -> str:
    wide, wider, one, shifted, backslash, quote = found.groups()
    if wide is not None:
        return bytes.fromhex(wide[: len(wide) // 4 * 4]).decode("utf-16-be", "replace")
    if wider is not None:
        return bytes.fromhex(wider[: len(wider) // 8 * 8]).decode("utf-32-be", "replace")
    if one is not None:
        return bytes.fromhex(one).decode("latin-1")
    if shifted is not None:
        return chr((ord(shifted) + 128) % 256)
    return "\\" if backslash else "'" if quote else ""
