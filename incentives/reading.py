"""A JSON value together with its place, read by asking for the type that belongs there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from incentives.fault import Fault

BIGGEST = 2**53 - 1
"""The largest whole number that every JSON implementation keeps."""

MOST_DIGITS = 20
"""More digits, the sign included, than any whole number here has."""

MOST_DEPTH = 32
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
NAME = re.compile(r"[a-z][a-z0-9_]{0,79}")
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


def parse(text: str) -> object:
    """The JSON value in the text; a repeated key, NaN or broken JSON is refused with its place."""
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_int=_integer, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise Fault("", "not_json", line=error.lineno, column=error.colno) from error
    except RecursionError:
        raise Fault("", "too_deep") from None


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Fault(name, "repeated")
        found[name] = value
    return found


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise Fault("", "out_of_range", most=BIGGEST)
    return int(digits)


def _refuse_constant(name: str) -> None:
    raise Fault("", "not_a_whole_number", found=name)


FIRST_YEAR, LAST_YEAR = 1900, 9000
"""Terms count days, up to a century of them, from the time of a decision."""


def instant(text: str, path: str = "at") -> datetime:
    """An ISO 8601 time that says its zone, in UTC; of a year in which its neighbours are days too."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Fault(path, "not_a_time", found=text) from None
    if at.tzinfo is None:
        raise Fault(path, "time_without_zone", found=text)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise Fault(path, "not_a_time", found=text)
    return at.astimezone(UTC)


@dataclass(frozen=True)
class Node:
    """A value and its place; every question answers with the typed value or raises Fault with the place."""

    data: Any
    path: str = ""

    def fault(self, reason: str, **detail: object) -> Fault:
        return Fault(self.path, reason, **detail)

    def fields(self, required: Iterable[str] = (), optional: Iterable[str] = ()) -> dict[str, Node]:
        """An object with these fields and no others; an absent optional one is absent in the answer."""
        found = self.entries()
        for name in found:
            if name not in (*required, *optional):
                raise found[name].fault("unknown_field")
        for name in required:
            if name not in found:
                raise self._inner(name).fault("missing")
        return found

    def entries(self) -> dict[str, Node]:
        """An object with whatever names it has."""
        if not isinstance(self.data, dict):
            raise self.fault("not_an_object")
        if self.path.count("/") > MOST_DEPTH:
            raise self.fault("too_deep", most=MOST_DEPTH)
        return {name: self._inner(name).of(value) for name, value in self.data.items()}

    def items(self, *, least: int = 0) -> list[Node]:
        """A list, its members with their places."""
        if not isinstance(self.data, list):
            raise self.fault("not_a_list")
        if len(self.data) < least:
            raise self.fault("empty_list" if not self.data else "too_short", least=least)
        return [self._inner(str(place)).of(value) for place, value in enumerate(self.data)]

    def integer(self, least: int = 0, most: int = BIGGEST) -> int:
        """A whole number in the range, both ends included; True and 1.0 are not whole numbers here."""
        if type(self.data) is not int:
            raise self.fault("not_a_whole_number")
        if not least <= self.data <= most:
            raise self.fault("out_of_range", least=least, most=most)
        return self.data

    def flag(self) -> bool:
        if not isinstance(self.data, bool):
            raise self.fault("not_yes_or_no")
        return self.data

    def text(self, most: int = 500) -> str:
        """Printable text that is not empty."""
        if not isinstance(self.data, str) or not self.data.strip():
            raise self.fault("not_a_text")
        if len(self.data) > most:
            raise self.fault("too_long", most=most)
        if CONTROL.search(self.data):
            raise self.fault("unreadable_letters")
        return self.data

    def slug(self) -> str:
        """A short identifier: small letters, digits, - and _."""
        if not isinstance(self.data, str) or not SLUG.fullmatch(self.data):
            raise self.fault("not_an_identifier")
        return self.data

    def choice(self, *choices: str) -> str:
        if not isinstance(self.data, str) or self.data not in choices:
            raise self.fault("not_a_choice", choices=", ".join(choices))
        return self.data

    def day(self) -> date:
        """A calendar day as in 2026-12-31."""
        try:
            if isinstance(self.data, str) and DAY.fullmatch(self.data):
                return date.fromisoformat(self.data)
        except ValueError:
            pass
        raise self.fault("not_a_date")

    def of(self, value: Any) -> Node:
        """Another value at this place."""
        return Node(value, self.path)

    def _inner(self, name: str) -> Node:
        return Node(None, f"{self.path}/{name}" if self.path else name)
