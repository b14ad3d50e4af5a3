"""Drawings in rows on pages: few pages, even rows, nothing over the edge."""

from dataclasses import dataclass

import pytest

from configurator.exports.layout import ACROSS, UPRIGHT, laid_out


@dataclass(frozen=True)
class Box:
    width: float
    above: float
    below: float = 20


def rows(boxes: list[Box]) -> list[list[int]]:
    return [[len(row) for row in page] for page in laid_out(boxes).pages]


@pytest.mark.parametrize(
    ("boxes", "pages"),
    [
        ([Box(90, 60)] * 4, [[2, 2]]),
        ([Box(55, 60)] * 4, [[2, 2]]),
        ([Box(170, 60)] * 2, [[1, 1]]),
        ([Box(170, 180)] * 2, [[1], [1]]),
        ([Box(120, 100)] * 2, [[2]]),
    ],
)
def test_rows_are_even_and_pages_few(boxes: list[Box], pages: list[list[int]]) -> None:
    assert rows(boxes) == pages


def test_the_pages_lie_when_that_saves_one() -> None:
    assert laid_out([Box(130, 100), Box(130, 100)]).across
    assert not laid_out([Box(90, 60)] * 4).across


def test_no_row_is_wider_than_its_page() -> None:
    layout = laid_out([Box(width, 60) for width in (120, 90, 170, 30, 60, 180)])
    wide = (ACROSS if layout.across else UPRIGHT)[0]
    assert all(sum(box.width for box in row) <= wide for page in layout.pages for row in page)


def test_what_is_larger_than_any_page_is_said_not_to_fit() -> None:
    assert not laid_out([Box(400, 60)]).fits
