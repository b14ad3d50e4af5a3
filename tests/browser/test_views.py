"""Plan and 3D beside each other."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import ready
from tests.browser.test_start import START, tap_wall


def test_without_3d_the_plan_stays_and_one_sentence_says_so(visit: Callable[..., Page]) -> None:
    page = visit(START)
    page.locator("button.room").first.click()
    ready(page)
    expect(page.locator("#scene")).to_have_text("Ta przeglądarka nie pokaże widoku 3D. Plan działa normalnie.")
    tap_wall(page)
    page.locator(".inspector .swatch").nth(2).click()
    expect(page.locator(".plan .coat")).to_have_count(1)
