"""Undo: the inverse of an edit, built against the document as it stands now.

It touches only fields that still hold what the edit wrote, so nobody's later work is taken back with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rooms.description import Document
from rooms.edit import Edit, Fields, entity, fold
from rooms.effect import Touch, default, effect, is_described, value


@dataclass(frozen=True)
class Inverse:
    """The changes that take back the edit `undoes`; who makes an edit of them adds id, time and variant."""

    undoes: str
    set: Mapping[str, Fields]
    remove: tuple[str, ...]


def undo(edits: Sequence[Edit], edit_id: str) -> Inverse | None:
    """The inverse of one edit of a variant's log in server order; None when nothing of it is left to undo."""
    place = next(number for number, edit in enumerate(edits) if edit.id == edit_id)
    before = fold(edits[:place])
    touched = effect(before, edits[place]).touched
    return inverse(fold(edits[place:], before), touched, edit_id)


def inverse(document: Document, touched: Mapping[str, Touch], edit_id: str) -> Inverse | None:
    """What takes an edit's touches back from the document as it stands, or None when none of them still stands."""
    changes: dict[str, Fields] = {}
    removed: list[str] = []
    for path, touch in touched.items():
        now = entity(document, path)
        if touch.before is None:
            removed += [path] if _is_as_made(path, touch, now) else []
        elif (back := _given_back(path, touch, now)) is not None:
            changes[path] = back
    return Inverse(edit_id, changes, tuple(removed)) if changes or removed else None


def _is_as_made(path: str, touch: Touch, now: Fields | None) -> bool:
    made = touch.after or {}
    return now is not None and all(value(path, now, name) == value(path, made, name) for name in {**now, **made})


def _given_back(path: str, touch: Touch, now: Fields | None) -> Fields | None:
    """What to set: a removed entity whole, or the fields nobody has written since; None where there is nothing."""
    before, after = touch.before or {}, touch.after
    if after is None:
        return before if now is None else None
    if now is None:
        return None
    still = [name for name in after if value(path, now, name) == after[name]]
    back = {name: before.get(name, default(path, name)) for name in still if name in before or is_described(path, name)}
    return back or None
