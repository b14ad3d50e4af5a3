"""The text of a STEP file (ISO 10303-21): instances in the order of their making, alike ones written once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

PLAIN = re.compile(r"[ -~]+")


@dataclass(frozen=True)
class Ref:
    """An instance, named by its number."""

    number: int


@dataclass(frozen=True)
class Word:
    """A word of an enumeration, as in `.FLOOR.`."""

    name: str


class Derived:
    """The place of an attribute that follows from others: `*`."""


DERIVED = Derived()


@dataclass(frozen=True)
class Typed:
    """A value that names its type, as in `IFCLABEL('x')`."""

    type: str
    value: Any


Value = Ref | Word | Typed | Derived | str | bool | int | float | Sequence[Any] | None


class Step:
    """The data section being gathered."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._known: dict[str, Ref] = {}

    def add(self, entity: str, *values: Value) -> Ref:
        """The instance with these attributes in their order; one that is there already is not written again."""
        written = f"{entity.upper()}({','.join(map(_written, values))})"
        if written not in self._known:
            self._known[written] = self._put(written)
        return self._known[written]

    def new(self, entity: str, *values: Value) -> Ref:
        """The same, written anew: what is alike but is coloured apart."""
        return self._put(f"{entity.upper()}({','.join(map(_written, values))})")

    def _put(self, written: str) -> Ref:
        self._lines.append(f"#{len(self._lines) + 1}={written};")
        return Ref(len(self._lines))

    def file(self, schema: str, description: str, name: str, stamp: str, program: str) -> bytes:
        """The whole file; `stamp` is the time of its making (ISO 8601)."""
        head = (
            f"FILE_DESCRIPTION({_written([description])},'2;1');",
            f"FILE_NAME({_written(name)},{_written(stamp)},(''),(''),{_written(program)},{_written(program)},'');",
            f"FILE_SCHEMA({_written([schema])});",
        )
        lines = (
            "ISO-10303-21;",
            "HEADER;",
            *head,
            "ENDSEC;",
            "DATA;",
            *self._lines,
            "ENDSEC;",
            "END-ISO-10303-21;",
            "",
        )
        return "\n".join(lines).encode("ascii")


def _written(value: Value) -> str:
    match value:
        case None:
            return "$"
        case Derived():
            return "*"
        case Ref():
            return f"#{value.number}"
        case Word():
            return f".{value.name}."
        case Typed():
            return f"{value.type.upper()}({_written(value.value)})"
        case bool():
            return ".T." if value else ".F."
        case int():
            return str(value)
        case float():
            return _real(value)
        case str():
            return f"'{_letters(value)}'"
        case _:
            return f"({','.join(map(_written, value))})"


def _real(value: float) -> str:
    """To a ten-thousandth, shares of one finer; always with its point."""
    text = f"{value:.{4 if abs(value) > 1 else 9}f}".rstrip("0")
    return "0." if text in ("-0.", "0.") else text


def _letters(text: str) -> str:
    """Letters beyond ASCII as UTF-16 between `\\X2\\` and `\\X0\\`; quotes and backslashes doubled."""
    pieces = re.findall(r"[ -~]+|[^ -~]+", text)
    return "".join(
        piece.replace("\\", "\\\\").replace("'", "''") if PLAIN.fullmatch(piece) else _encoded(piece)
        for piece in pieces
    )


def _encoded(piece: str) -> str:
    return f"\\X2\\{piece.encode('utf-16-be').hex().upper()}\\X0\\"
