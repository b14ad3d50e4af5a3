"""A skewed photo and a PDF of a plan, straightened and scaled by one length: how true the other lengths are."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PIL import Image

from rooms.exchange.picture import micrometres_per_pixel, open_sheet
from rooms.exchange.straightening import straightened
from tests.rooms.drawing.house import room
from tests.rooms.exchange.sheets import PAPER_MM, Photo, PlanSheet, Point, printed

INSIDE = {"above": ((0, 0), (5200, 0)), "left": ((0, 0), (0, 4000)), "diagonal": ((0, 0), (5200, 4000))}
TREMBLE_PX = 2.0
"""How far off a finger with a magnifier sets a point of the photo."""
DARK = 110


@pytest.fixture(scope="module")
def sheet() -> PlanSheet:
    return printed(room())


def lengths_of(corners: list[Point], known: str) -> dict[str, float]:
    """The lengths inside, mm, by the scale that the known one gives; `corners` are the room's four, in pixels."""
    at = dict(zip([(0, 0), (5200, 0), (5200, 4000), (0, 4000)], corners, strict=True))
    scale = micrometres_per_pixel(*(at[end] for end in INSIDE[known]), round(math.dist(*INSIDE[known])))
    return {name: math.dist(at[one], at[other]) * scale / 1000 for name, (one, other) in INSIDE.items()}


def inner_corners(image: Image.Image) -> list[Point]:
    """The room's inner corners as they are seen: where the white around its middle meets the dark of the walls."""
    dark = np.asarray(image.convert("L")) < DARK
    wide, high = image.width, image.height
    x, y = int(wide * 0.47), int(high * 0.47)
    rights = _first(dark[y, x:]) + x
    lefts = x - _first(dark[y, x::-1])
    column = int(lefts + (rights - lefts) * 0.3)
    bottoms, tops = _first(dark[y:, column]) + y, y - _first(dark[y::-1, column])
    return [(lefts, tops), (rights, tops), (rights, bottoms), (lefts, bottoms)]


def _first(line: np.ndarray) -> int:
    """How far it is to the first wall: eight dark pixels on end, which no letter has."""
    run = np.convolve(line.astype(int), np.ones(8, int), "valid")
    return int(np.argmax(run == 8))


@pytest.fixture(scope="module", params=[(28, -22), (-20, 25), (35, 10)], ids=str)
def corners(request: pytest.FixtureRequest, sheet: PlanSheet) -> list[Point]:
    """The room's inner corners on a skewed photo that somebody has straightened, trembling a little."""
    photo = Photo(sheet, *request.param)
    shifts = [(TREMBLE_PX, -TREMBLE_PX), (-TREMBLE_PX, 0), (0, TREMBLE_PX), (TREMBLE_PX, TREMBLE_PX)]
    pointed = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(photo.corners, shifts, strict=True)]
    return inner_corners(straightened(open_sheet(photo.jpeg()).image, pointed))


@pytest.mark.parametrize("known", INSIDE)
def test_a_skewed_photo_gives_the_other_lengths_within_two_percent(corners: list[Point], known: str) -> None:
    found = lengths_of(corners, known)
    wrong = {name: abs(found[name] / math.dist(*ends) - 1) for name, ends in INSIDE.items()}
    assert max(wrong.values()) <= 0.02, wrong


def test_a_page_of_a_pdf_is_true_without_straightening(sheet: PlanSheet) -> None:
    page = open_sheet(sheet.pdf, 1)
    px_per_mm = page.image.width / PAPER_MM[0]
    corners = [tuple(value * px_per_mm for value in sheet.on_paper(point)) for point in ((0, 0), (5200, 0))]
    scale = micrometres_per_pixel(corners[0], corners[1], 5200)
    found = inner_corners(page.image)
    assert page.pages == 3
    assert math.dist(found[0], found[3]) * scale / 1000 == pytest.approx(4000, rel=0.005)
