"""Variants: lines of work in one log, each grown from another as it stood at some edit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rooms.description import Document
from rooms.edit import Edit, fold


@dataclass(frozen=True)
class Variant:
    """A line of work that grew from its parent as it stood after the edit numbered `grew_from_seq`."""

    id: str
    parent: str | None = None
    grew_from_seq: int = 0


def fold_variant(edits: Iterable[Edit], variants: Mapping[str, Variant], variant: str) -> Document:
    """The document of one variant, out of the log of the whole project in server order."""
    return fold(edits_of(edits, variants, variant))


def edits_of(edits: Iterable[Edit], variants: Mapping[str, Variant], variant: str) -> list[Edit]:
    """The logged edits that make a variant: its own, and each ancestor's up to where the line grew from it."""
    last = _lineage(variants, variant)
    return [edit for edit in edits if edit.variant in last and (edit.seq or 0) <= last[edit.variant]]


def _lineage(variants: Mapping[str, Variant], variant: str) -> dict[str, float]:
    last, known = {variant: math.inf}, variants.get(variant)
    while known and known.parent is not None and known.parent not in last:
        last[known.parent] = min(last[known.id], known.grew_from_seq)
        known = variants.get(known.parent)
    return last
