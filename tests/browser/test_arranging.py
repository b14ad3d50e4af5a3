"""Several things at once, and everything found by words: with the mouse, with keys, and with a finger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations
from tests.browser.test_start import START


def test_things_are_arranged_together_and_taken_back_one_stroke_at_a_time(visit: Callable[..., Page]) -> None:
    page = _room(visit)
    items = page.locator("#plan .item")
    count = items.count()
    page.locator("#plan > svg").focus()
    page.keyboard.press("Control+a")
    heading = page.get_by_role("heading", name="Zaznaczono")
    expect(heading).to_contain_text(str(count))
    page.keyboard.press("Control+c")
    page.keyboard.press("Control+v")
    expect(items).to_have_count(2 * count)
    page.get_by_role("button", name="Do lewej").click()
    page.get_by_role("button", name="Połącz w grupę").click()
    assert violations(page) == []
    page.keyboard.press("Control+Shift+g")
    for _ in range(4):
        page.keyboard.press("Control+z")
    expect(items).to_have_count(count)
    page.get_by_role("button", name="Ustaw w rzędzie").first.wait_for(state="detached")


def test_a_frame_takes_what_it_holds_and_a_group_comes_whole(visit: Callable[..., Page]) -> None:
    page = _room(visit)
    box = page.locator("#plan > svg").bounding_box()
    assert box
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5, steps=4)
    page.mouse.up()
    page.keyboard.up("Shift")
    several = page.get_by_role("heading", name="Zaznaczono").text_content()
    page.get_by_role("button", name="Połącz w grupę").click()
    page.locator("#plan .layer-hung .item").first.click()
    expect(page.get_by_role("heading", name="Zaznaczono")).to_have_text(several or "")
    page.get_by_role("button", name="Zablokuj w miejscu").click()
    expect(page.get_by_text("Zablokowane: nie przesuwa się i nie znika.")).to_be_visible()
    count = page.locator("#plan .item").count()
    page.locator("#plan > svg").focus()
    page.keyboard.press("Delete")
    expect(page.locator("#plan .item")).to_have_count(count)


def test_everything_is_found_by_words_on_a_phone(visit: Callable[..., Page]) -> None:
    page = _room(visit, device=PHONE)
    count = page.locator("#plan .item").count()
    page.get_by_role("button", name="Szukaj", exact=True).click()
    page.get_by_role("combobox").fill("taboret")
    expect(page.get_by_role("option", name="Taboret").first).to_be_visible()
    assert violations(page) == []
    page.get_by_role("group", name="Wyposażenie").get_by_role("option").first.click()
    expect(page.locator("#plan .item")).to_have_count(count + 1)
    page.keyboard.press("Control+k")
    page.keyboard.type("cofnij")
    page.keyboard.press("Enter")
    expect(page.locator("#plan .item")).to_have_count(count)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_set_is_placed_kept_and_thrown_away(visit: Callable[..., Page]) -> None:
    page = visit(START)
    for label in ("Szerokość", "Długość"):
        page.get_by_label(label).fill("4")
    page.keyboard.press("Enter")
    ready(page)
    page.get_by_role("button", name="Zestawy", exact=True).click()
    page.locator(".set .card").filter(has_text="Biurko").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#plan .item")).to_have_count(3)
    page.get_by_role("button", name="Zapisz jako zestaw").click()
    page.keyboard.type("Do pracy")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Zestaw „Do pracy” czeka w Wyposażeniu.")).to_be_visible()
    page.get_by_role("button", name="Usuń zestaw: Do pracy").click()
    expect(page.locator(".set .card").filter(has_text="Do pracy")).to_have_count(0)
    page.get_by_role("button", name="Cofnij", exact=True).last.click()
    expect(page.locator(".set .card").filter(has_text="Do pracy")).to_have_count(1)
    assert violations(page) == []


def _room(visit: Callable[..., Page], **device: Any) -> Page:
    page = visit(START, **device)
    page.locator("button.room").first.click()
    ready(page)
    return page
