"""The effect of an edit: what it changed, made or removed, and what it named without effect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rooms.description import COLLECTIONS, DESCRIPTION, Document
from rooms.edit import Edit, Fields, apply, entity


@dataclass(frozen=True)
class Touch:
    """What an edit did to one entity: the fields it changed, or the whole of one that it made or removed.

    A `before` of None: it was not there. An `after` of None: it is gone. A field missing in `before` had its default.
    """

    before: Fields | None
    after: Fields | None


@dataclass(frozen=True)
class Effect:
    """What an edit did to a document: entities touched by path, and the places it named and left as they were."""

    touched: Mapping[str, Touch]
    idle: tuple[str, ...]


def effect(document: Document, edit: Edit) -> Effect:
    """What the edit does to the document it is about to meet."""
    after = apply(document, edit)
    touched: dict[str, Touch] = {}
    idle: list[str] = []
    for path in edit.paths():
        values = edit.set.get(path, {})
        touch = _touch(path, entity(document, path), entity(after, path), values)
        idle.extend(_idle(path, touch, values))
        if touch.before != touch.after:
            touched[path] = touch
    return Effect(touched, tuple(idle))


def _touch(path: str, before: Fields | None, after: Fields | None, values: Fields) -> Touch:
    if before is None or after is None:
        return Touch(before, after)
    changed = [name for name in values if value(path, before, name) != value(path, after, name)]
    return Touch({name: before[name] for name in changed if name in before}, {name: after[name] for name in changed})


def _idle(path: str, touch: Touch, values: Fields) -> list[str]:
    if touch.before is None or touch.after is None:
        return [path] if touch.before is touch.after else []
    return [f"{path}/{name}" for name in values if name not in touch.after]


def value(path: str, values: Fields, name: str) -> Any:
    """A field's value, or its default where the entity has none of its own; None when it is not described."""
    return values.get(name, default(path, name))


def default(path: str, name: str) -> Any:
    """The default of a field of the entity at the path; None when it is required or not described."""
    return _described(path).get(name, {}).get("default")


def is_described(path: str, name: str) -> bool:
    """Whether this version of the plan knows the field, and so what it is when it is not written."""
    return name in _described(path)


def _described(path: str) -> Mapping[str, Any]:
    fields: Mapping[str, Any] = COLLECTIONS.get(path.split("/")[0], {}).get("fields", {})
    return DESCRIPTION["plan"] if path == "plan" else fields
