"""Pages at true scale: a ruler on the paper reads the plan."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from rooms.drawing.drawing import Drawing, Wishes
from rooms.drawing.paper import A3, A4, Page, Paper
from rooms.drawing.plan import plan_drawing
from rooms.drawing.sheet import Sheet, sheets
from rooms.plan import Plan
from tests.rooms.drawing.house import SVG, numbers, read, room


def drawing(plan: Plan, scale: int | None = None) -> Drawing:
    return plan_drawing(plan, None, Wishes(scale=scale))


def placing(sheet: Sheet) -> tuple[float, float, float]:
    """Where the plan's origin lies on the page, and how many mm of paper a mm of the plan is."""
    drawn = read(sheet.svg).find(f"{SVG}g")
    assert drawn is not None
    transform = drawn.get("transform", "")
    x, y, share = (float(number) for number in re.findall(r"-?[\d.]+(?:e-\d+)?", transform))
    return x, y, share


@pytest.mark.parametrize("scale", [20, 50, 100, 25])
def test_a_metre_of_wall_is_a_thousand_over_the_scale_on_paper(scale: int) -> None:
    for sheet in sheets(drawing(room(), scale)):
        assert placing(sheet)[2] * 1000 == pytest.approx(1000 / scale, rel=1e-5)


@pytest.mark.parametrize("page", [A4, A3])
def test_the_unit_of_a_page_is_the_millimetre_of_paper(page: Page) -> None:
    (sheet,) = sheets(drawing(room(), 50), page)
    root = read(sheet.svg)
    width, height = numbers(root, "width")[0], numbers(root, "height")[0]
    assert ({width, height}, numbers(root, "viewBox")) == (set(sheet.page.inner), [0, 0, width, height])


def test_a_drawing_that_fits_takes_one_page() -> None:
    assert len(sheets(drawing(room()))) == 1


def test_a_wide_drawing_turns_the_page() -> None:
    (sheet,) = sheets(drawing(room(10_000, 3000), 50))
    assert sheet.page == A4.across


def test_a_drawing_too_large_is_cut_over_as_many_pages_as_it_needs() -> None:
    assert len(sheets(drawing(room(16_000, 12_000), 50))) == 4


def test_larger_paper_takes_fewer_pages() -> None:
    whole = drawing(room(16_000, 12_000), 50)
    assert len(sheets(whole, A3)) < len(sheets(whole, A4))


def test_the_pages_cover_the_whole_drawing() -> None:
    whole = drawing(room(16_000, 12_000), 50)
    pages = sheets(whole)
    wide, high = pages[0].page.inner
    origins = [placing(sheet) for sheet in pages]
    for side, at, inner in ((whole.frame.width, 0, wide), (whole.frame.height, 1, high)):
        lefts = sorted({round(-origin[at], 3) for origin in origins})
        assert all(later - earlier <= inner - 10 + 1e-3 for earlier, later in pairwise(lefts))
        assert lefts[-1] + inner - lefts[0] >= side / 50


def test_the_same_point_lies_on_both_pages_of_a_seam() -> None:
    first, second, *_rest = sheets(drawing(room(16_000, 12_000), 50))
    assert placing(first)[0] - placing(second)[0] == pytest.approx(first.page.inner[0] - 10, abs=1e-3)


def test_pages_are_numbered() -> None:
    assert [(one.number, one.count) for one in sheets(drawing(room(16_000, 12_000), 50))] == [
        (number, 4) for number in (1, 2, 3, 4)
    ]


def test_a_scale_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="a scale is"):
        Paper(0)
