"""What the page shows of a field: what it is, its place in the form and in the terms, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from incentives.wording import Words

FIELDS = frozenset({"text", "amount", "day", "one_of"})
GROUPS = frozenset({"group", "inner_group"})
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

    def blanks(self) -> Iterator[Box]:
        """Every field that waits to be filled in; nothing inside what may be left out whole, while it is."""
        if self.optional and not self.is_filled:
            return
        if self.kind in FIELDS and not self.value:
            yield self
        for box in self.boxes:
            yield from box.blanks()

    @property
    def is_filled(self) -> bool:
        """Whether anything has been typed or chosen in it."""
        parts = self.boxes[1:] if self.kind in GROUPS else self.boxes  # how a group reads says nothing alone
        chosen = self.kind == "several" and any(choice.chosen for choice in self.choices)
        return chosen or (self.kind in FIELDS and bool(self.value)) or any(box.is_filled for box in parts)

    def nearest(self, path: str) -> Box:
        """The box at this place of the terms, or the innermost one around it."""
        around = [box for box in self.all() if path == box.path or path.startswith(f"{box.path}/")]
        return max(around, key=lambda box: len(box.path), default=self)


def words_at(data: Any, name: str) -> str:
    """A text in JSON that may be anything yet."""
    found = data.get(name, "") if isinstance(data, dict) else ""
    return found if isinstance(found, str) else ""
