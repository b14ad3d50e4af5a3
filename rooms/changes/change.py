"""A change between two versions of a plan: what it touches, where, and one sentence about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rooms.changes.sentence import Said
from rooms.description import Document
from rooms.walls.vector import Vector


@dataclass(frozen=True)
class Change:
    """One thing a person would say of the difference.

    `kind` is added, removed, moved, turned, resized, replaced, repainted, split, renamed or changed. `paths` are the
    entities that go together, the one it is about first: taking all of them takes the change. `numbers` are in mm and
    thousandths of a degree. `text` is a sentence by language. `level` and `at` (mm) are its place; None: it has none.
    """

    kind: str
    paths: tuple[str, ...]
    text: Said
    level: str | None = None
    at: Vector | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)


def taken(before: Document, after: Document, paths: Iterable[str]) -> Document:
    """The document before, with the named entities (and `plan`) as they are, or are not, after."""
    document = dict(before)
    for path in paths:
        collection, _, id_ = path.partition("/")
        if not id_:
            document[collection] = after.get(collection, {})
            continue
        held = {**document.get(collection, {})}
        if id_ in after.get(collection, {}):
            held[id_] = after[collection][id_]
        else:
            held.pop(id_, None)
        document[collection] = held
    return document
