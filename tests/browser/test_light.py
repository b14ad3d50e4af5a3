"""The 3D view in the sun of an hour and by evening lamps; a view of it is saved and gone back to."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import ready, violations
from tests.browser.test_start import START


def test_a_view_is_saved_with_its_light(visit: Callable[..., Page]) -> None:
    page = visit(START, scene=True)
    page.get_by_label("Szerokość").fill("4")
    page.get_by_label("Długość").fill("3")
    page.keyboard.press("Enter")
    ready(page)
    page.locator(".scene-bar .light").click()
    page.get_by_label("Wieczór").check()
    expect(page.locator(".light-panel")).to_contain_text("W tym pokoju nie ma jeszcze lampy.")
    page.get_by_label("Słońce o godzinie").check()
    page.get_by_role("button", name="Lato").click()
    _turn_north(page)
    assert violations(page) == []
    page.locator(".scene-bar .keeping-views").click()
    page.get_by_role("button", name="Zapisz ten widok").click()
    page.locator(".scene-bar .light").click()
    page.get_by_label("Jak na modelu").check()
    page.locator(".scene-bar .keeping-views").click()
    page.get_by_role("button", name="Widok 1 z zewnątrz, lato 12:00").click()
    page.locator(".scene-bar .light").click()
    expect(page.get_by_label("Słońce o godzinie")).to_be_checked()


def _turn_north(page: Page) -> None:
    expect(page.locator("#light-north-how")).to_contain_text("Nie wiemy jeszcze, gdzie jest północ")
    page.get_by_label("Północ na planie").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#light-north-how")).to_have_text("5° w prawo od góry planu")
