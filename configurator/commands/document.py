"""A document that a person wrote, as JSON or as YAML: the same plain values from both."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from incentives.fault import Fault
from incentives.reading import MOST_DEPTH, parse

MOST_CHARACTERS = 2_000_000
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


def read_document(path: Path) -> object:
    """The value in the file; YAML when its name ends in .yaml or .yml, else JSON. Fault with the place."""
    text = path.read_text("utf-8-sig")
    return parse_yaml(text) if path.suffix.lower() in (".yaml", ".yml") else parse(text)


def parse_yaml(text: str) -> object:
    """The value in a YAML text that means no more than JSON could say; Fault with the place.

    Only true, false, null and plain whole numbers are more than text. Whatever else a loader might guess at (no, 12:30,
    2026-12-31, 017, 1.5) stays the text it is, and whoever reads the field says with its place if that does not do.
    A repeated key, an anchor, an alias, a tag and a second document are refused.
    """
    if len(text) > MOST_CHARACTERS:
        raise Fault("", "too_long", most=MOST_CHARACTERS)
    try:
        return _Reader(text).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise Fault("", "not_yaml", **({"line": mark.line + 1, "column": mark.column + 1} if mark else {})) from None
    except yaml.YAMLError:
        raise Fault("", "not_yaml") from None


class _Reader:
    """A walk along the events of a YAML text; `path` is the place, as in `rules/0/when`."""

    def __init__(self, text: str) -> None:
        self._events = yaml.parse(text, Loader=yaml.SafeLoader)

    def document(self) -> object:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise Fault("", "not_yaml")
        value = self._value(next(self._events), "", 0)
        next(self._events)
        if not isinstance(next(self._events), yaml.StreamEndEvent):
            raise Fault("", "several_documents")
        return value

    def _value(self, event: Any, path: str, depth: int) -> object:
        if event.anchor is not None:
            raise Fault(path, "anchor_not_allowed")
        if event.tag is not None:
            raise Fault(path, "tag_not_allowed")
        if depth > MOST_DEPTH:
            raise Fault(path, "too_deep", most=MOST_DEPTH)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path, depth + 1)
        return _scalar(event)

    def _mapping(self, path: str, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent) or key.anchor is not None or key.tag is not None:
                raise Fault(path, "not_a_name")
            inner = _inside(path, key.value)
            if key.value in found:
                raise Fault(inner, "repeated")
            found[key.value] = self._value(next(self._events), inner, depth)
        return found

    def _list(self, path: str, depth: int) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, _inside(path, str(len(found))), depth))
        return found


def _scalar(event: Any) -> object:
    """What is quoted, or stands in a block, is text."""
    text: str = event.value
    if event.style is not None:
        return text
    return int(text) if WHOLE_NUMBER.fullmatch(text) else WORDS.get(text, text)


def _inside(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name
