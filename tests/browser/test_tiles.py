"""Tiles in the studio: laid on a wall, moved by keys and by typing, counted by the server."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations


def test_tiles_are_laid_and_moved_on_a_phone_and_counted(visit: Callable[..., Page]) -> None:
    page = visit("/s/salon-lazienek/", device=PHONE)
    page.locator("[value=bathroom]").first.locator("xpath=ancestor-or-self::form//button").first.click()
    ready(page)
    page.locator("[data-panel=list]").click()
    page.locator("[data-row]", has_text="Ściana").first.click()
    page.get_by_role("button", name="Połóż płytki").click()
    page.get_by_role("button", name="Układ płytek").click()
    counted = re.compile(r"Tutaj całych: \d+, dociętych: \d+\.")
    expect(page.locator(".tiles-told")).to_have_text(counted)
    assert violations(page) == []

    before = page.locator(".tiles-told").inner_text()
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    expect(page.get_by_label("Od lewej")).to_have_value("0,1")
    expect(page.get_by_label("Od dołu")).to_have_value("1")
    page.get_by_label("Od lewej").fill("-12,5")
    page.keyboard.press("Tab")
    page.get_by_label("Układ", exact=True).select_option("half")
    expect(page.locator(".tiles-told")).not_to_have_text(before)
    expect(page.locator(".tiles-told")).to_have_text(counted)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("button", name="Gotowe").click()
    expect(page.locator("#saved")).to_have_text("Zapisano przed chwilą")
