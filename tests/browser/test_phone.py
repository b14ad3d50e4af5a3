"""One hand on a phone: what is sought shows at once, and a colour in hand paints only what it was chosen for."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations

Visit = Callable[..., Page]


def test_the_sheet_opens_tall_enough_for_results_and_stays_as_it_was_pulled(visit: Visit) -> None:
    page = studio(visit)
    page.locator("[data-panel=furnishing]").click()
    page.locator("#find-kind").fill("sofa")
    expect(page.locator("#panel .card").first).to_be_in_viewport(ratio=1)
    pull(page, 150)
    pulled = height(page)
    page.reload()
    ready(page)
    page.locator("[data-panel=furnishing]").click()
    assert abs(height(page) - pulled) < 4


def test_a_colour_in_hand_paints_walls_until_floors_are_chosen(visit: Visit) -> None:
    page = studio(visit)
    page.locator("[data-panel=colours]").click()
    page.locator("#panel .swatch").nth(7).click()
    bar = page.get_by_role("region", name="Malowanie")
    floor = page.locator(".plan .floor").first
    was = floor.get_attribute("fill")
    tap(page, 0.45, 0.45)
    expect(bar.get_by_role("status")).to_have_text("Teraz malujesz ściany, więc podłoga została bez zmian.")
    assert floor.get_attribute("fill") == was
    tap(page, 0.5, -0.02)
    expect(page.locator(".plan .coat")).to_have_count(1)
    bar.get_by_role("button", name="Podłoga i sufit").click()
    tap(page, 0.45, 0.45)
    expect(floor).not_to_have_attribute("fill", was or "")
    bar.get_by_role("button", name="Cofnij").click()
    expect(floor).to_have_attribute("fill", was or "")
    assert violations(page) == []
    bar.get_by_role("button", name="Cofnij").click()
    expect(page.locator(".plan .coat")).to_have_count(0)
    bar.get_by_role("button", name="Gotowe").click()
    expect(bar).to_be_hidden()


def studio(visit: Visit) -> Page:
    page = visit("/s/dom-i-mebel-krakow/", device=PHONE)
    page.locator("button.room").first.click()
    return ready(page)


def height(page: Page) -> float:
    box = page.locator("#panel").bounding_box()
    assert box is not None
    return box["height"]


def pull(page: Page, down_px: float) -> None:
    box = page.locator("#grip").bounding_box()
    assert box is not None
    page.mouse.move(180, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(180, box["y"] + 10 + down_px, steps=4)
    page.mouse.up()


def tap(page: Page, across: float, along: float) -> None:
    """Touch the room at a share of its floor's width and length."""
    box = page.locator(".plan .floor").first.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + across * box["width"], box["y"] + along * box["height"])
