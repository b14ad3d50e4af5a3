"""What the page shows of a field: what it is, its place in the form and in the terms, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from incentives.wording import Words

ABSENT = object()
"""What a field holds that was left empty: it does not stand in the terms."""


@dataclass(frozen=True)
class Choice:
    """One of several to choose from; `heading` begins a group of them."""

    value: str
    words: Words
    chosen: bool = False
    heading: Words | None = None


@dataclass(frozen=True)
class Box:
    """`name` is its place in the form, `path` its place in the terms, by which a fault finds it."""

    kind: str
    name: str
    path: str
    label: Words | None = None
    value: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    boxes: tuple[Box, ...] = ()
    optional: bool = False
    left_out: Words | None = None
    reshapes: bool = False

    def all(self) -> Iterator[Box]:
        """This box and every one in it."""
        yield self
        for box in self.boxes:
            yield from box.all()

    def nearest(self, path: str) -> Box:
        """The box at this place of the terms, or the innermost one around it."""
        around = [box for box in self.all() if path == box.path or path.startswith(f"{box.path}/")]
        return max(around, key=lambda box: len(box.path), default=self)


def words_at(data: Any, name: str) -> str:
    """A text in JSON that may be anything yet."""
    found = data.get(name, "") if isinstance(data, dict) else ""
    return found if isinstance(found, str) else ""
