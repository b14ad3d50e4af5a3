"""What is drawn at a scale measures so on paper, and a swatch has its paint's colour."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from math import dist

import numpy as np
import pytest
from pypdf import PageObject, PdfReader
from pypdfium2 import PdfDocument

from configurator.exports import service
from rooms.drawing.paper import PAPERS, POCHE
from samples.colour.cie import hex_to_lab
from samples.colour.difference import delta_e
from samples.demo import demo_deck
from tests.configurator.exports.marks import filled
from tests.configurator.exports.subjects import GREEN, room, subject

WITHIN_MM = 0.2
SCALES = {"a4": 50, "a3": 20}
SCALE = 50
MEASURED = {
    "the upper wall outside": ((-50, -50), (5050, -50)),
    "the left wall outside": ((-50, -50), (-50, 4050)),
    "the right wall inside": ((4950, 50), (4950, 3950)),
    "the room's diagonal": ((50, 50), (4950, 3950)),
}


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("measured", MEASURED.values(), ids=MEASURED.keys())
def test_a_wall_measures_true_on_paper(measured: tuple[tuple[int, int], ...], paper: str) -> None:
    page, scale = plan_on(paper)
    assert f"1:{scale}" in page.extract_text()
    corners = filled(page, POCHE)
    left, top = min(x for x, _ in corners), max(y for _, y in corners)
    ends = [nearest(corners, (left + (x + 50) / scale, top - (y + 50) / scale)) for x, y in measured]
    assert dist(*ends) == pytest.approx(dist(*measured) / scale, abs=WITHIN_MM)


@cache
def plan_on(paper: str) -> tuple[PageObject, int]:
    """The plan's sheet and the scale it has room for."""
    (page,) = PdfReader(BytesIO(service.document(subject(paper=paper), ["plan"]).pdf)).pages
    wide, high = (float(side) * 25.4 / 72 for side in page.mediabox[2:])
    assert {round(wide), round(high)} == set(vars(PAPERS[paper]).values())
    return page, SCALES[paper]


def test_a_wall_seen_from_the_room_measures_true_on_paper(reader: Callable[[str], PdfReader]) -> None:
    page = next(page for page in reader("pl").pages if "Ściana A" in page.extract_text())
    corners = filled(page, POCHE)
    left = min(x for x, _ in corners)
    heights = [y for x, y in corners if x - left < WITHIN_MM]
    first = [y for y in heights if max(heights) - y < 2600 / SCALE + WITHIN_MM]
    assert max(first) - min(first) == pytest.approx(2600 / SCALE, abs=WITHIN_MM)


def test_a_large_plan_takes_as_many_sheets_as_its_scale_needs() -> None:
    walls = {name: wall | {"a": scaled(wall["a"]), "b": scaled(wall["b"])} for name, wall in room()["walls"].items()}
    document = room() | {"walls": walls, "items": {}, "finishes": {}}
    made = service.document(subject(document), ["plan"])
    pages = PdfReader(BytesIO(made.pdf)).pages
    assert len(pages) > 1
    assert all("1:100" in page.extract_text() for page in pages)


def test_a_swatch_has_the_paints_colour_when_rasterised() -> None:
    made = service.document(subject(), ["colours"])
    pixels = np.asarray(PdfDocument(made.pdf)[0].render(scale=2).to_pil().convert("RGB")).reshape(-1, 3)
    paint = demo_deck()[GREEN]
    shown, counts = np.unique(pixels, axis=0, return_counts=True)
    shown, counts = shown[counts > 100], counts[counts > 100]
    labs = np.array([hex_to_lab("#" + bytes(rgb).hex()) for rgb in shown])
    matching = counts[delta_e(labs, np.array(hex_to_lab(paint.hex))) < 0.5].sum()
    assert matching >= 0.95 * (25.6 * 2 * 72 / 25.4) ** 2


def scaled(point: list[int]) -> list[int]:
    return [point[0] * 8, point[1] * 8]


def nearest(corners: set[tuple[float, float]], wanted: tuple[float, float]) -> tuple[float, float]:
    return min(corners, key=lambda corner: dist(corner, wanted))
