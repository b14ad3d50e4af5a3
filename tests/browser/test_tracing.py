"""A plan's photo or PDF is laid under the drawing and traced: on a phone, and by the keyboard of a desktop."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, ready, violations
from tests.rooms.drawing.house import room
from tests.rooms.exchange.sheets import PHOTO, Photo, PlanSheet, Point, printed

START = "/s/dom-i-mebel-krakow/"
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def sheet() -> PlanSheet:
    return printed(room())


def on_stage(page: Page, at: Point) -> Point:
    """The place on the screen of a share of the picture."""
    box = page.locator(".stage").bounding_box()
    assert box is not None
    return box["x"] + box["width"] * at[0], box["y"] + box["height"] * at[1]


def drag_point(page: Page, place: int, to: Point) -> None:
    box = page.locator(".point").nth(place).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(*on_stage(page, to), steps=3)
    page.mouse.up()


def test_a_skewed_photo_is_straightened_scaled_and_traced_on_a_phone(
    visit: Visit, sheet: PlanSheet, tmp_path: Path
) -> None:
    photo, file = Photo(sheet), tmp_path / "zdjecie.jpg"
    file.write_bytes(photo.jpeg())
    page = visit(START, device=PHONE)
    page.locator("#picture").set_input_files(file)
    page.wait_for_selector(".laying .stage img")
    found = {"corners": violations(page)}
    for place, (x, y) in enumerate(photo.corners):
        drag_point(page, place, (x / PHOTO[0], y / PHOTO[1]))
    page.get_by_role("button", name="Wyprostuj").tap()
    expect(page.locator("#known-length")).to_be_visible()
    ends = [sheet.on_paper(point) for point in ((0, 2000), (5200, 2000))]
    for x, y in ends:
        page.touchscreen.tap(*on_stage(page, (x / 297, y / 210)))
    page.locator("#known-length").fill("5,20 m")
    expect(page.locator(".laying [role=status]")).to_contain_text("14,")
    found["scale"] = violations(page)
    page.get_by_role("button", name="Podłóż", exact=True).tap()
    ready(page)
    expect(page.locator(".plan image.background")).to_have_count(1)
    expect(page.locator("#saved")).to_have_text("Zapisano przed chwilą", timeout=15_000)
    box = page.locator(".plan image.background").bounding_box()
    assert box is not None
    for place in (ends[0], ends[1]):
        page.touchscreen.tap(box["x"] + box["width"] * place[0] / 297, box["y"] + box["height"] * place[1] / 210)
    expect(page.locator(".plan .wall")).to_have_count(1)
    page.get_by_role("button", name="Gotowe").tap()
    page.locator("[data-panel=room]").tap()
    page.get_by_role("button", name="Ukryj").tap()
    expect(page.locator(".plan image.background")).to_have_count(0)
    found["panel"] = violations(page)
    page.locator("#undo").tap()
    expect(page.locator(".plan image.background")).to_have_count(1)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_page_of_a_pdf_is_laid_by_keyboard(visit: Visit, sheet: PlanSheet, tmp_path: Path) -> None:
    file = tmp_path / "mieszkanie.pdf"
    file.write_bytes(sheet.pdf)
    page = visit(START, device=DESKTOP)
    page.locator("#picture").set_input_files(file)
    page.get_by_role("button", name="Strona 2").wait_for()
    found = {"pages": violations(page)}
    page.get_by_role("button", name="Strona 2").press("Enter")
    page.get_by_role("button", name="Lewy górny róg").press("Shift+ArrowRight")
    page.get_by_role("button", name="Prosto, bez poprawiania").press("Enter")
    page.get_by_label("Ile to jest naprawdę").press_sequentially("9")
    page.keyboard.press("Control+a")
    page.keyboard.type("jeden")
    page.keyboard.press("Enter")
    expect(page.locator(".laying [role=alert]")).to_contain_text("na przykład 4,20 m")
    page.get_by_label("Ile to jest naprawdę").fill("520")
    page.keyboard.press("Enter")
    expect(page.locator(".plan image.background")).to_have_count(1)
    page.get_by_label("Obrót").fill("2,5")
    page.get_by_label("Obrót").press("Enter")
    expect(page.locator(".plan image.background")).to_have_attribute("transform", re.compile(re.escape("rotate(2.5)")))
    page.get_by_role("button", name="Przesuń").press("Enter")
    before = page.locator(".plan image.background").get_attribute("transform")
    page.keyboard.press("ArrowRight")
    assert page.locator(".plan image.background").get_attribute("transform") != before
    page.get_by_role("button", name="Usuń", exact=True).press("Enter")
    expect(page.locator(".plan image.background")).to_have_count(0)
    found["panel"] = violations(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_file_that_was_not_taken_is_still_chosen(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "szkic.jpg"
    file.write_bytes(Photo(printed(room())).jpeg())
    page = visit("/s/salon-lazienek/", device=PHONE)
    refusal = {"error": {"reason": "too_many", "path": "", "text": "Za dużo naraz. Spróbuj za chwilę."}}
    page.route("**/pictures", lambda route: route.fulfill(status=400, json=refusal), times=1)
    page.locator("#picture").set_input_files(file)
    expect(page.locator(".upload [role=status]")).to_have_text("Za dużo naraz. Spróbuj za chwilę.")
    assert violations(page) == []
    page.get_by_role("button", name="Spróbuj ponownie").tap()
    page.wait_for_selector(".laying .stage img")
