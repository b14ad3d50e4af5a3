"""All colours on a phone: found by words, by numbers and on a photo, compared, kept, and taken into a room."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations

START = "/s/dom-i-mebel-krakow/"


def photo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (400, 300), "#a7b59e").save(made, "PNG")
    return made.getvalue()


def test_a_colour_is_found_kept_compared_and_taken_into_a_room(visit: Callable[..., Page]) -> None:
    page = visit(START, device=PHONE)
    page.get_by_role("link", name="Otwórz kolory").click()
    ready(page)
    cells = page.locator(".colour-cell")
    expect(page.locator("#told")).to_have_text("1693 kolory")
    assert cells.count() < 700
    assert violations(page) == []

    page.get_by_label("Szukaj koloru").fill("ciepła zieleń, jasna")
    expect(page.locator("#told")).to_have_text("109 kolorów")
    page.get_by_role("button", name="Lista", exact=True).click()
    page.get_by_label("Szukaj koloru").fill("#a7b59e")
    expect(cells.first).to_contain_text("Mglista dolina")
    assert violations(page) == []

    cells.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    card = page.locator(".colour-card")
    expect(card.get_by_role("heading", level=2)).to_have_text("Dolina we mgle")
    page.keyboard.press("ArrowLeft")
    expect(card.get_by_role("heading", level=2)).to_have_text("Mglista dolina")
    card.get_by_role("button", name="Do ulubionych").click()
    card.get_by_role("button", name="Dodaj do porównania").click()
    card.get_by_role("button", name="Jaśniejszy").click()
    card.get_by_role("button", name="Dodaj do porównania").click()
    assert violations(page) == []
    page.go_back()
    expect(card).to_be_hidden()

    page.get_by_role("button", name="Porównaj (2)").click()
    expect(page.locator(".compare-tile")).to_have_count(2)
    assert violations(page) == []
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Ze zdjęcia").click()
    page.get_by_label("Wybierz albo zrób zdjęcie").set_input_files(
        {"name": "sciana.png", "mimeType": "image/png", "buffer": photo()}
    )
    expect(page.locator(".photo-found button").first).to_contain_text("Mglista dolina")
    expect(page.locator(".photo-told")).to_contain_text("wskazówka, nie pomiar")
    assert violations(page) == []
    page.keyboard.press("Escape")

    page.reload()
    ready(page)
    expect(page.get_by_role("button", name="Porównaj (2)")).to_be_visible()
    page.locator("#part").select_option("hearts")
    expect(cells).to_have_count(1)
    expect(page.get_by_role("button", name="Zamów próbki ulubionych")).to_be_visible()
    assert violations(page) == []
    cells.first.click()
    card.get_by_role("button", name="Użyj w pokoju").click()
    ready(page)
    expect(page.locator("#studio")).to_have_attribute("data-tool", "paint")
