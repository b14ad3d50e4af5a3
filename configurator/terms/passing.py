"""Passing names: what a manager has just made is called so until it is published, when identifiers.py names it."""

from __future__ import annotations

from configurator.db import new_id

MARKS = ("new--", "new__")
"""How they begin, as no name made from a title does; the second is for facts, whose names have no hyphens."""


def passing_name(mark: str = MARKS[0]) -> str:
    return f"{mark}{new_id()[:8]}"


def is_passing(name: str) -> bool:
    return name.startswith(MARKS)
