"""The walls unfolded: a band drawn by mouse, a thing hung by dragging, the keyboard's way, and a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, ready, violations

Visit = Callable[..., Page]


def bathroom(visit: Visit, device: dict[str, object]) -> Page:
    page = visit("/s/salon-lazienek/", device=device)
    page.locator("[value=bathroom]").first.locator("xpath=ancestor-or-self::form//button").first.click()
    ready(page)
    page.locator("[data-view=walls]").click()
    expect(page.locator(".walls-pick")).to_have_count(4)
    return page


def wall_point(page: Page, across: float, up: float) -> tuple[float, float]:
    """A point of the wall's face, by shares of its width and height."""
    box = _at_rest(page.locator(".walls-drawing .rim"))
    return box["x"] + box["width"] * across, box["y"] + box["height"] * (1 - up)


def _at_rest(at: Locator) -> FloatRect:
    """Where it is once the drawing has found its size beside what opens and closes."""
    last, box = None, at.bounding_box()
    while box != last:
        at.page.wait_for_timeout(100)
        last, box = box, at.bounding_box()
    assert box is not None
    return box


def pull(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=5)
    page.mouse.up()


def wipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A finger over the glass."""
    hand = page.context.new_cdp_session(page)
    for kind, points in (("touchStart", [start]), ("touchMove", [end]), ("touchEnd", [])):
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})


def middle(thing: Locator) -> tuple[float, float]:
    box = thing.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_bands_are_drawn_and_things_hung_and_each_stroke_undone(visit: Visit) -> None:
    page = bathroom(visit, DESKTOP)
    strips = page.locator(".layer-ground .strip")
    page.locator(".walls-pick").nth(2).click()
    page.get_by_role("button", name="Pas koloru", exact=True).click()
    page.locator("#panel .swatch").nth(6).click()
    pull(page, wall_point(page, 0.9, 0.01), wall_point(page, 0.9, 0.46))
    expect(strips).to_have_count(2)
    expect(strips.first).to_have_attribute("aria-label", re.compile("Od 0\u00a0cm do 120\u00a0cm"))
    page.get_by_role("textbox", name="do", exact=True).fill("110")
    page.keyboard.press("Enter")
    edge = page.get_by_role("slider", name="Krawędź pasa").last
    expect(edge).to_have_attribute("aria-valuetext", "110\u00a0cm")
    edge.press("Shift+ArrowUp")
    expect(edge).to_have_attribute("aria-valuetext", "120\u00a0cm")
    assert violations(page) == []

    cabinet = page.locator(".walls-drawing .item[aria-label^='Szafka z lustrem']")
    x, y = middle(cabinet)
    pull(page, (x, y), (x + 90, y - 31))
    height = page.get_by_role("textbox", name="Nad podłogą")
    expect(height).not_to_have_value("125")
    hung = height.input_value()
    page.locator(".walls-drawing").focus()
    page.keyboard.press("ArrowUp")
    expect(height).not_to_have_value(hung)
    page.locator("#undo").click()
    expect(height).to_have_value(hung)
    page.locator("#undo").click()
    expect(height).to_have_value("125")
    for _ in range(3):
        page.locator("#undo").click()
    expect(strips).to_have_count(1)

    page.get_by_role("button", name="Pas płytek", exact=True).click()
    page.keyboard.press("Enter")
    first = page.get_by_role("slider", name="Pierwsza płytka")
    x, y = middle(first)
    pull(page, (x, y), (x + 40, y))
    expect(first).not_to_have_attribute("aria-valuenow", "0")
    page.locator("#undo").click()
    expect(first).to_have_attribute("aria-valuenow", "0")
    page.keyboard.press("Escape")
    page.locator("[data-view=plan]").click()
    expect(page.locator(".plan .coat")).to_have_count(1)


def test_on_a_phone_a_finger_paints_a_band_and_wipes_to_the_next_wall(visit: Visit) -> None:
    page = bathroom(visit, PHONE)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("button", name="Pas koloru", exact=True).click()
    page.locator("#panel .swatch").nth(6).click()
    expect(page.locator("#panel")).to_be_hidden()
    pull(page, wall_point(page, 0.5, 0.02), wall_point(page, 0.5, 0.4))
    expect(page.locator(".layer-ground .strip")).to_have_count(2)
    wipe(page, wall_point(page, 0.9, 0.9), wall_point(page, 0.4, 0.9))
    expect(page.locator(".walls-title h2")).to_have_text("Ściana B")
    wipe(page, wall_point(page, 0.1, 0.9), wall_point(page, 0.6, 0.9))
    expect(page.locator(".walls-title h2")).to_have_text("Ściana A")
    page.touchscreen.tap(*wall_point(page, 0.6, 0.85))
    expect(page.locator("#panel")).to_be_visible()
    expect(page.locator(".bands .row")).to_have_count(2)
