"""Drawings set in rows on pages, upright or across, so that few pages show them large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

UPRIGHT, ACROSS = (182.0, 253.0), (269.0, 177.0)
"""What a page leaves between its head and foot when it stands and when it lies: width, height, in mm as all here."""
HEAD, CAPTION = 31.0, 7.0
"""What the first page's headings take, and what stands above and below each row."""
BALANCE = (0.55, 0.7, 0.85, 1.0)
"""Narrower rows are tried first: two rows of two look better than three and one."""


class Sized(Protocol):
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


Row = tuple[Sized, ...]


@dataclass(frozen=True)
class Layout:
    """Pages of rows of drawings; `is_tight` when every drawing fits where it stands."""

    across: bool
    pages: tuple[tuple[Row, ...], ...]
    is_tight: bool

    @property
    def is_thrifty(self) -> bool:
        """Whether at least two drawings share a page on average."""
        return self.is_tight and len(self.pages) <= ceil(sum(len(row) for page in self.pages for row in page) / 2)


def laid_out(drawings: Sequence[Sized]) -> Layout:
    """The drawings in their order on the fewest pages, which all stand or all lie."""
    return min((_laid(drawings, across=across) for across in (False, True)), key=lambda one: _cost(one))


def _cost(layout: Layout) -> tuple[bool, int]:
    return not layout.is_tight, len(layout.pages)


def _laid(drawings: Sequence[Sized], *, across: bool) -> Layout:
    wide, high = ACROSS if across else UPRIGHT
    pages: list[list[Row]] = [[]]
    left = high - HEAD
    for row in _rows(drawings, wide):
        tall = _height(row)
        if tall > left and pages[-1]:
            pages.append([])
            left = high
        pages[-1].append(row)
        left -= tall
    is_tight = all(one.width <= wide and _height((one,)) <= high - HEAD for one in drawings)
    return Layout(across, tuple(tuple(page) for page in pages), is_tight)


def _height(row: Row) -> float:
    return max(one.height for one in row) + CAPTION


def _rows(drawings: Sequence[Sized], wide: float) -> list[Row]:
    """As few rows as the width allows, as even as can be."""
    fewest = len(_packed(drawings, wide))
    return next(rows for share in BALANCE if len(rows := _packed(drawings, wide * share)) <= fewest)


def _packed(drawings: Sequence[Sized], wide: float) -> list[Row]:
    rows: list[Row] = []
    for drawing in drawings:
        if rows and sum(one.width for one in (*rows[-1], drawing)) <= wide:
            rows[-1] = (*rows[-1], drawing)
        else:
            rows.append((drawing,))
    return rows
