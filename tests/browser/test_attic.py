"""A house gets an attic: a level, a slope with its knee typed, a roof window, by mouse and by keyboard; and undo."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import ready, violations
from tests.browser.test_start import START


def test_an_attic_is_added_with_a_slope_and_a_roof_window(visit: Callable[..., Page]) -> None:
    page = visit(START)
    page.get_by_label("Szerokość").fill("6")
    page.get_by_label("Długość").fill("5")
    page.keyboard.press("Enter")
    ready(page)
    page.locator("[data-panel=room]").click()
    _add_a_level(page)
    _add_a_slope(page)
    _add_a_roof_window(page)
    assert violations(page) == []
    _undo_it_all(page)


def _add_a_level(page: Page) -> None:
    page.get_by_role("button", name="Dodaj kondygnację").click()
    page.get_by_role("button", name="Nad: Parter").click()
    expect(page.locator("#levels button[aria-pressed=true]")).to_have_text("Piętro")
    expect(page.locator(".plan .wall")).to_have_count(4)
    expect(page.locator(".plan .below")).to_have_count(4)
    expect(page.get_by_label("Podłoga na wysokości")).to_have_value("290")


def _add_a_slope(page: Page) -> None:
    """Taken in hand, put down from elsewhere, and taken again."""
    page.get_by_role("button", name="Dodaj skos").click()
    page.locator("#view-walls").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#studio")).to_have_attribute("data-tool", "select")
    page.get_by_role("button", name="Dodaj skos").focus()
    for key in ("Enter", "PageDown", "Enter"):
        page.keyboard.press(key)
    knee = page.get_by_role("textbox", name="Ścianka kolankowa")
    expect(knee).to_be_focused()
    knee.fill("80")
    knee.press("Enter")
    expect(page.locator(".plan .slope")).to_have_attribute("aria-label", "Skos: ścianka kolankowa 80\u00a0cm, kąt 40°")
    expect(page.locator("#panel .row").first).to_contain_text("w tym 7,87\u00a0m² poniżej 1,90\u00a0m")


def _add_a_roof_window(page: Page) -> None:
    page.get_by_role("button", name="Dodaj okno połaciowe").focus()
    page.keyboard.press("Enter")
    sill = page.get_by_label("Dolna krawędź nad podłogą")
    sill.fill("110")
    sill.press("Enter")
    expect(page.locator(".inspector")).to_contain_text("Górna krawędź jest 185,8\u00a0cm nad podłogą.")
    expect(page.locator(".plan .skylight")).to_have_count(1)


def _undo_it_all(page: Page) -> None:
    for _ in range(5):
        page.locator("#undo").click()
    expect(page.locator(".plan .skylight, .plan .slope, .plan .below")).to_have_count(0)
    expect(page.locator("#levels")).to_be_hidden()
