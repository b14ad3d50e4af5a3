"""A kiosk in a browser: what one keeps there is gone when one leaves."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, ready, violations
from tests.configurator.people import KRAKOW, staff

KEPT = """async () => [Object.keys(localStorage), (await indexedDB.databases()).map(({ name }) => name)]"""
SMALL = """() => [...document.querySelectorAll(':is(.tools, .panel, .kiosk-bar) :is(button, a.button, input)')]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 75.5).map((one) => one.outerHTML)"""
"""Targets lower than 20 mm."""
TALL = {"viewport": {"width": 1080, "height": 1400}}


def test_who_leaves_a_kiosk_leaves_nothing_in_its_browser(visit: Callable[..., Page], site: Site) -> None:
    assert isinstance(site.app, Flask)
    device = staff(site.app)
    device.post(f"/s/{KRAKOW}/desk/kiosk")
    mark = device.get_cookie("kiosk-dom-i-mebel")
    assert mark is not None
    page = visit(f"/s/{KRAKOW}/", device=TALL)
    page.context.add_cookies([{"name": mark.key, "value": mark.value, "url": site.url}])
    page.goto(f"{site.url}/s/{KRAKOW}/kiosk")
    assert violations(page) == []
    page.get_by_role("link", name="English").click()
    page.locator("button.room").first.click()
    ready(page)
    page.evaluate("localStorage.setItem('kinds liked', '[\"sofa\"]')")
    assert page.evaluate(KEPT) == [["kinds liked"], ["zacznij"]]
    assert page.evaluate(SMALL) == []
    page.get_by_role("button", name="Take it with you").click()
    expect(page.locator(".pairing-qr")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Finish and clear").click()
    expect(page.get_by_role("link", name="Polski")).to_be_visible()
    page.wait_for_function(f"async () => !(await ({KEPT})()).flat().length")
