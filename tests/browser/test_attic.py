"""A house gets an attic: a level, a slope, a roof window, a dormer, by mouse and by keyboard; undone, and cleared."""

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
    _add_a_dormer(page)
    assert violations(page) == []
    _undo_it_all(page)
    _clear_the_plan(page)


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


def _add_a_dormer(page: Page) -> None:
    page.get_by_role("button", name="Pokaż skos").click()
    page.get_by_role("button", name="Dodaj lukarnę").click()
    dormer = page.locator(".plan .dormer")
    expect(dormer).to_have_attribute("aria-label", "Lukarna, dach płaski, szerokość 160\u00a0cm, sufit na 230\u00a0cm")
    expect(page.locator(".plan .hole")).to_have_count(1)
    dormer.focus()
    place = page.get_by_label("Od początku skosu")
    before = float(place.input_value().replace(",", "."))
    for step in (1, 2):
        page.keyboard.press("Shift+ArrowLeft")
        expect(place).to_have_value(f"{before + 10 * step:g}".replace(".", ","))


def _undo_it_all(page: Page) -> None:
    for _ in range(8):
        page.locator("#undo").click()
    expect(page.locator(".plan .dormer, .plan .skylight, .plan .slope, .plan .below")).to_have_count(0)
    expect(page.locator("#levels")).to_be_hidden()


def _clear_the_plan(page: Page) -> None:
    page.locator("button[data-view=both]").focus()
    page.keyboard.press("Control+Shift+a")
    page.keyboard.press("Delete")
    page.get_by_role("button", name="Wpisz wymiary pokoju").click()
    expect(page.get_by_label("Szerokość")).to_be_focused()
