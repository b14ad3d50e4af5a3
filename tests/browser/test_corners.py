"""Rooms drawn corner by corner with typed lengths: by keyboard alone, and on a phone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, ready, violations

START = "/s/salon-lazienek/"
Visit = Callable[..., Page]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, selector: str) -> None:
    """Go by Tab alone to what the selector names."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
    raise AssertionError(selector)


def test_a_bathroom_with_a_door_by_keyboard_alone(visit: Visit) -> None:
    page = visit(START, device=DESKTOP)
    tab_to(page, "button[name=corners]")
    page.keyboard.press("Enter")
    ready(page)
    found = {"begun": violations(page)}
    press(page, "2", "4", "0", "Enter")
    expect(page.locator("#corner-length")).to_be_focused()
    found["typing"] = violations(page)
    press(page, "1", "8", "0", "Enter", "9", "9", "Enter", "Backspace")
    expect(page.locator(".plan .wall")).to_have_count(2)
    press(page, "ArrowLeft", "2", "4", "0", "Enter", "Enter")
    expect(page.locator(".plan .area")).to_have_text("4,32\u00a0m²")
    press(page, "PageDown", "Enter")
    tab_to(page, ".inspector .stack button")
    while "drzwi" not in (page.evaluate("document.activeElement.textContent") or ""):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tab_to(page, ".panel .card")
    page.keyboard.press("Enter")
    expect(page.locator(".plan .opening")).to_have_count(1)
    found["door"] = violations(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_an_angle_is_typed_after_tab(visit: Visit) -> None:
    page = visit(START, device=DESKTOP)
    page.get_by_role("button", name="Rysuj od rogu").click()
    ready(page)
    press(page, "3", "0", "0", "Enter", "1", "0", "0", "Tab", "1", "3", "5", "Enter")
    expect(page.locator(".plan .wall")).to_have_count(2)
    press(page, "ArrowDown", "1", "5", "0", "Enter", "z")
    expect(page.locator(".plan .wall")).to_have_count(4)
    expect(page.locator(".plan .area")).to_have_count(1)


def test_a_click_on_the_first_corner_closes_the_room(visit: Visit) -> None:
    page = visit(START, device=DESKTOP)
    page.get_by_role("button", name="Rysuj od rogu").click()
    ready(page)
    page.locator(".view-plan").click(position={"x": 120, "y": 200})
    for x, y in [(320, 200), (320, 400), (120, 400), (122, 202)]:
        page.locator(".view-plan").click(position={"x": x, "y": y})
    expect(page.locator(".plan .area")).to_have_count(1)
    expect(page.locator(".plan .wall")).to_have_count(4)


def test_on_a_phone_lengths_are_typed_in_a_bar(visit: Visit) -> None:
    page = visit(START, device=PHONE)
    page.get_by_role("button", name="Rysuj od rogu").tap()
    ready(page)
    length = page.get_by_label("Długość w środku")
    found = {"begun": violations(page)}
    for typed in ("240", "180"):
        length.fill(typed)
        page.get_by_role("button", name="Dalej").tap()
    length.fill("1")
    page.get_by_role("button", name="Dalej").tap()
    found["refused"] = violations(page)
    length.fill("240")
    page.get_by_role("button", name="Dalej").tap()
    page.get_by_role("button", name="Zamknij pokój").tap()
    expect(page.locator(".plan .area")).to_have_text("4,32\u00a0m²")
    expect(page.locator("#chip")).to_be_visible()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
