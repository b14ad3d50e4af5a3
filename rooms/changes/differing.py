"""Entities that are not the same in two versions of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def differing(before: Mapping[str, Any], after: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any, Any]]:
    """What is not the same in both: the path, and the entity before and after, None where it is not there."""
    for id_ in dict.fromkeys((*before, *after)):
        if before.get(id_) != after.get(id_):
            yield f"{name}/{id_}", before.get(id_), after.get(id_)
