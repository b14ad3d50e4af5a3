"""A wall tapers, bends by its knob and by typed sizes, a column comes in, and one undo takes back each stroke."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, ready, violations

START = "/s/salon-lazienek/"
Visit = Callable[..., Page]
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
MIDDLE = "node => { const box = node.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] }"


def middle(place: Locator) -> tuple[float, float]:
    """Once the page has come to rest: a panel that opens makes the plan narrower and draws it anew."""
    place.page.evaluate(SETTLED)
    x, y = place.evaluate(MIDDLE)
    return x, y


def field(page: Page, name: str) -> Locator:
    return page.locator(".inspector").get_by_label(name, exact=True)


def typed(page: Page, name: str, value: str) -> None:
    field(page, name).fill(value)
    field(page, name).press("Enter")


def test_a_wall_is_bent_and_a_column_put_before_it(visit: Visit) -> None:
    page = visit(START, device=DESKTOP)
    page.get_by_role("button", name="Rysuj od rogu").click()
    ready(page)
    for key in ("4", "0", "0", "Enter", "3", "0", "0", "Enter", "4", "0", "0", "Enter", "z"):
        page.keyboard.press(key)
    area = page.locator(".plan .area")
    expect(area).to_have_text("12,00\u00a0m²")

    page.locator(".plan").first.press("PageDown")
    expect(field(page, "Wygięcie (strzałka)")).to_be_visible()
    page.get_by_text("Inna grubość na każdym końcu").click()
    typed(page, "Grubość z prawej", "40")
    tapered = page.locator(".plan [aria-label$='grubość od 12\u00a0cm do 40\u00a0cm']")
    expect(tapered).to_have_count(1)
    expect(area).to_have_text("12,00\u00a0m²")
    page.locator("#undo").click()
    expect(tapered).to_have_count(0)
    x, y = middle(page.locator("[data-handle=bend] .dot"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 30, steps=2)
    page.mouse.move(x, y - 60, steps=2)
    page.mouse.up()
    expect(field(page, "Długość łuku w środku")).to_be_visible()
    expect(area).not_to_have_text("12,00\u00a0m²")
    typed(page, "Promień w środku", "250")
    expect(field(page, "Promień w środku")).to_have_value("250")
    typed(page, "Długość łuku w środku", "450")
    expect(field(page, "Długość łuku w środku")).to_have_value(re.compile("^(449,9|450|450,1)$"))
    bent = area.text_content() or ""

    if page.locator("[data-panel=room]").get_attribute("aria-pressed") == "false":
        page.locator("[data-panel=room]").click()
    page.get_by_role("button", name="Postaw słup").click()
    page.mouse.click(*middle(page.locator(".layer-floors .floor")))
    typed(page, "Szerokość", "50")
    typed(page, "Głębokość", "40")
    expect(page.locator(".plan .block")).to_have_attribute("aria-label", "Słup, 50\u00a0cm × 40\u00a0cm")
    whole, less = (float(text.split("\u00a0")[0].replace(",", ".")) for text in (bent, (area.text_content() or "")))
    assert round(whole - less, 2) in (0.19, 0.2, 0.21)
    wrong = violations(page)

    for _stroke in range(3):
        page.locator("#undo").click()
    expect(page.locator(".plan .block")).to_have_count(0)
    expect(area).to_have_text(bent)
    for _stroke in range(3):
        page.locator("#undo").click()
    expect(area).to_have_text("12,00\u00a0m²")
    assert wrong == []
