"""Drawings set in rows on pages, upright or across, so that few pages show them large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Generic, Protocol, TypeVar

from rooms.drawing.paper import A3, A4, Page

UPRIGHT, ACROSS = (182.0, 253.0), (269.0, 177.0)
"""What an A4 page without a frame leaves, standing and lying: width and height in mm, as all here."""
HEAD, CAPTION = 31.0, 7.0
"""What the first page's headings take, and what stands above and below each row."""
BALANCE = (0.55, 0.7, 0.85, 1.0)
"""Narrower rows are tried first: two rows of two look better than three and one."""


class Drawn(Protocol):
    """A drawing reaches so far above and below the line on which its row stands."""

    @property
    def width(self) -> float: ...
    @property
    def above(self) -> float: ...
    @property
    def below(self) -> float: ...


T = TypeVar("T", bound=Drawn)
Row = tuple[T, ...]


@dataclass(frozen=True)
class Layout(Generic[T]):
    """Pages of rows of drawings; `fits` when no drawing is larger than its page."""

    across: bool
    pages: tuple[tuple[Row[T], ...], ...]
    fits: bool

    @property
    def is_thrifty(self) -> bool:
        """Whether at least two drawings share a page on average."""
        count = sum(len(row) for page in self.pages for row in page)
        return self.fits and len(self.pages) <= ceil(count / 2)


def laid_out(drawings: Sequence[T], page: Page = A4) -> Layout[T]:
    """The drawings in their order on the fewest pages within frames, which all stand or all lie."""
    return min((_laid(drawings, turned) for turned in _turned(page)), key=_cost)


def _turned(page: Page) -> tuple[Page, Page]:
    """The better way first: large paper is laid across, as it is held."""
    return (page.across, page) if page == A3 else (page, page.across)


def height(row: Row[T]) -> float:
    return max(one.above for one in row) + max(one.below for one in row) + CAPTION


def _cost(layout: Layout[T]) -> tuple[bool, int]:
    return not layout.fits, len(layout.pages)


def _laid(drawings: Sequence[T], page: Page) -> Layout[T]:
    wide, high = page.content
    pages: list[list[Row[T]]] = [[]]
    left = high - HEAD
    for row in _rows(drawings, wide):
        if height(row) > left and pages[-1]:
            pages.append([])
            left = high
        pages[-1].append(row)
        left -= height(row)
    fits = all(one.width <= wide and height((one,)) <= high - HEAD for one in drawings)
    return Layout(page.is_across, tuple(map(tuple, pages)), fits)


def _rows(drawings: Sequence[T], wide: float) -> list[Row[T]]:
    """As few rows as the width allows, as even as can be."""
    fewest = len(_packed(drawings, wide))
    return next(rows for share in BALANCE if len(rows := _packed(drawings, wide * share)) <= fewest)


def _packed(drawings: Sequence[T], wide: float) -> list[Row[T]]:
    rows: list[Row[T]] = []
    for drawing in drawings:
        if rows and sum(one.width for one in (*rows[-1], drawing)) <= wide:
            rows[-1] = (*rows[-1], drawing)
        else:
            rows.append((drawing,))
    return rows
