"""The file of a request, when it is of a kind that the card takes; else where it belongs, with a link."""

from __future__ import annotations

from dataclasses import dataclass

from flask import request

from configurator.errors import Link, Refused
from configurator.uploads.kinds import EMPTY, FEED, MODEL, PALETTE, PDF, PICTURE, PLAN, TABLE, UNKNOWN, kind_of

PLACES = {
    PLAN: "#plan-door",
    PICTURE: "#picture-door",
    PDF: "#picture-door",
    MODEL: "desk/models/",
    PALETTE: "desk/decks/",
    FEED: "desk/products/",
    TABLE: "desk/products/",
}
"""Where a file of a kind is taken, below the store's page; those without a place are told what to do."""


@dataclass(frozen=True)
class Sent:
    """A file as it came: what its owner calls it, what it holds, and what that is (`kinds.py`)."""

    name: str
    data: bytes
    kind: str


def sent(*takes: str, slug: str, most: int = -1, missing: str = "no_file") -> Sent:
    """The request's `file`, of at most one byte more than `most`; Refused `missing`, or as `check`."""
    file = request.files.get("file")
    data = file.read(most + 1 if most >= 0 else -1) if file else b""
    if file is None or not data:
        raise Refused(missing if not (file and file.filename) else "file_is_empty", path="file")
    return Sent(file.filename or "", data, check(data, *takes, slug=slug))


def all_sent(*takes: str, slug: str) -> list[Sent]:
    """The request's files in order, without empty ones; Refused as `check`."""
    held = [(file.filename or "", data) for file in request.files.getlist("file") if (data := file.read())]
    return [Sent(name, data, check(data, *takes, slug=slug)) for name, data in held]


def check(data: bytes, *takes: str, slug: str, path: str = "file") -> str:
    """What the file is; Refused `file_is_…` when it is plainly of a kind that the card does not take."""
    kind = kind_of(data)
    if kind in (EMPTY, UNKNOWN, *takes):
        return kind
    raise misplaced(kind, slug=slug, path=path)


def misplaced(kind: str, *, slug: str, path: str = "file") -> Refused:
    """Refused `file_is_…`, with the link to where such a file is taken."""
    refused = Refused(f"file_is_{kind}", path=path)
    if kind in PLACES:
        refused.link = Link(f"/s/{slug}/{PLACES[kind]}", f"errors.file_is_{kind}_go")
    return refused
