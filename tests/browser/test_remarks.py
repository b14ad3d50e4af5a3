"""Notes and measured distances on the plan, by mouse and by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import ready, violations
from tests.browser.test_start import START

FITS = """() => {
  const { viewBox: { baseVal }, clientWidth, clientHeight } = document.querySelector("#plan > svg")
  return Math.abs(baseVal.width / baseVal.height - clientWidth / clientHeight) < 0.001
}"""


def test_a_note_and_a_distance_are_set_down(visit: Callable[..., Page]) -> None:
    page = visit(START)
    for label in ("Szerokość", "Długość"):
        page.get_by_label(label).fill("4")
    page.keyboard.press("Enter")
    ready(page)
    page.get_by_role("button", name="Pokój", exact=True).click()
    page.get_by_role("button", name="Dodaj notatkę").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Tu jest rura")
    page.get_by_role("button", name="Zapisz notatkę").click()
    expect(page.locator("#plan .note")).to_have_attribute("aria-label", "Notatka 1: Tu jest rura")
    page.get_by_label("Treść notatki").fill("Tu nie ma rury")
    page.get_by_role("button", name="Zmierz odległość").click()
    expect(page.locator("#inspector")).to_be_hidden()
    page.wait_for_function(FITS)
    room = page.locator("#plan .floor").bounding_box()
    assert room
    for share in (0, 1):
        page.mouse.click(room["x"] + 3 + share * (room["width"] - 6), room["y"] + room["height"] / 3)
    expect(page.locator("#plan .dimension")).to_have_attribute("aria-label", "Zmierzona odległość: 400\u00a0cm")
    expect(page.locator("#plan .note")).to_have_attribute("aria-label", "Notatka 1: Tu nie ma rury")
    assert violations(page) == []
    page.get_by_role("button", name="Lista", exact=True).click()
    page.locator("#panel [data-row^=notes]").click()
    page.get_by_role("button", name="Usuń", exact=True).click()
    expect(page.locator("#plan .note")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.locator("#plan .note")).to_have_count(1)
