"""The first minutes of a customer, in a browser: a painted wall within three taps, saved, and found again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, ready, violations

START = "/s/dom-i-mebel-krakow/"
DEVICES = pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
PEOPLE = pytest.mark.parametrize(("device", "lang"), [(PHONE, "pl"), (DESKTOP, "en")], ids=["phone-pl", "desktop-en"])

WIDTHS = (768, 1024, 1280, 1366, 1440, 1680, 1800)
CUT_IN_THE_BAR = """
() => [...document.querySelectorAll(".bar, .bar > *, .bar-people > *")]
  .filter((one) => one.offsetWidth && (one.getBoundingClientRect().right > innerWidth + 1 ||
    (one.id === "chip" && one.scrollHeight > one.clientHeight)))
  .map((one) => `${innerWidth} ${one.tagName}.${one.className}`)"""

Visit = Callable[..., Page]


def tap_wall(page: Page, place: int = 0, along: float = 0.6) -> None:
    """Touch a wall as a finger would: in the middle of what is seen of it."""
    box = page.locator(".plan .wall").nth(place).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * along, box["y"] + box["height"] / 2)


@PEOPLE
def test_three_taps_paint_a_wall(visit: Visit, device: dict[str, object], lang: str) -> None:
    page = visit(START, device=device, lang=lang, scene=device is DESKTOP)
    page.locator("button.room").first.click()
    ready(page)
    tap_wall(page)
    page.locator(".panel .swatch, .inspector .swatch").locator("visible=true").nth(7).click()
    expect(page.locator(".plan .coat")).to_have_count(1)


@DEVICES
def test_the_fee_turns_when_the_customer_has_begun(visit: Visit, device: dict[str, object]) -> None:
    page = visit(START, device=device)
    page.locator("button.room").first.click()
    expect(page.locator("#chip")).to_have_text("Projektujesz za darmo")
    ready(page)
    tap_wall(page)
    page.locator(".swatch").locator("visible=true").nth(3).click()
    expect(page.locator("#chip")).to_have_text("Pomoc projektanta: 0\u00a0zł, bo masz już własny szkic")
    cut = []
    for width in WIDTHS if device is DESKTOP else ():
        page.set_viewport_size({"width": width, "height": 800})
        cut += page.evaluate(CUT_IN_THE_BAR)
    assert cut == []


def test_a_typed_room_is_there_after_a_reload(visit: Visit) -> None:
    page = visit(START)
    page.get_by_label("Szerokość").fill("2,40")
    page.get_by_label("Długość").fill("1,80")
    page.get_by_role("button", name="Rysuj ten pokój").click()
    ready(page)
    expect(page.locator(".plan .area")).to_have_text("4,32\u00a0m²")
    tap_wall(page, 1, 0.5)
    page.locator(".inspector .swatch").nth(5).click()
    expect(page.locator("#saved")).to_have_text("Zapisano przed chwilą")
    expect(page.locator(".in-room")).to_contain_text("W tym pokoju kolor będzie")
    assert violations(page) == []
    page.reload()
    ready(page)
    expect(page.locator(".plan .coat")).to_have_count(1)
    page.locator("#undo").click()
    expect(page.locator(".plan .coat")).to_have_count(0)


def test_undo_and_redo_take_one_stroke_each(visit: Visit) -> None:
    page = visit(START)
    page.locator("button.room").first.click()
    ready(page)
    tap_wall(page)
    page.locator(".inspector .swatch").nth(2).click()
    expect(page.locator(".plan .coat")).to_have_count(1)
    page.locator("#undo").click()
    expect(page.locator(".plan .coat")).to_have_count(0)
    page.keyboard.press("Control+y")
    expect(page.locator(".plan .coat")).to_have_count(1)


def test_the_code_shows_the_project_to_a_stranger_who_may_copy_it(visit: Visit) -> None:
    page = visit(START)
    page.locator("button.room").first.click()
    ready(page)
    code = page.url.rsplit("/", 1)[1]
    other = visit(START)
    other.get_by_label("Kod projektu").fill(code.lower())
    other.get_by_role("button", name="Znajdź projekt").click()
    ready(other)
    expect(other.locator("#copy")).to_be_visible()
    other.locator("#copy").click()
    ready(other)
    assert other.url.rsplit("/", 1)[1] != code


def test_family_comes_in_by_a_link(visit: Visit) -> None:
    page = visit(START)
    page.locator("button.room").first.click()
    ready(page)
    page.locator("#share").click()
    link = page.get_by_label("Link", exact=True).input_value()
    family = visit("/" + link.split("/", 3)[3])
    ready(family)
    assert family.url.split("#")[0] == page.url


@PEOPLE
@pytest.mark.parametrize("path", ["/", START, START + "sign-in", START + "help"])
def test_pages_are_open_to_everyone(visit: Visit, path: str, device: dict[str, object], lang: str) -> None:
    assert violations(visit(path, device=device, lang=lang)) == []


@PEOPLE
def test_a_person_is_one_tap_away(visit: Visit, device: dict[str, object], lang: str) -> None:
    page = visit(START, device=device, lang=lang)
    page.locator("[popovertarget=help-panel]").first.click()
    expect(page.locator("#help-panel a[href^='tel:']")).to_be_visible()
    expect(page.locator("#call-phone")).to_be_visible()
    assert violations(page) == []


@PEOPLE
def test_the_studio_is_open_to_everyone(visit: Visit, device: dict[str, object], lang: str) -> None:
    page = visit(START, device=device, lang=lang, scene=device is DESKTOP)
    page.locator("button.room").first.click()
    ready(page)
    found = {"begin": violations(page)}
    for panel in ("room", "openings", "furnishing", "colours", "list"):
        page.locator(f"[data-panel={panel}]").click()
        found[panel] = violations(page)
    page.locator("[data-panel=list]").click()
    for dialog in ("chip", "help", "share"):
        page.locator(f"#{dialog}").click()
        page.wait_for_selector("dialog[open]")
        found[dialog] = violations(page)
        page.keyboard.press("Escape")
    tap_wall(page)
    found["wall"] = violations(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_file_is_chosen_in_the_readers_own_language(visit: Visit) -> None:
    page = visit(START, lang="pl")
    field = page.get_by_label("Plik z planem")
    expect(field).to_have_accessible_description("Nie wybrano pliku")
    page.get_by_role("button", name="Wczytaj plan").click()
    expect(field).to_have_accessible_description("! Najpierw wybierz plik.")
    field.set_input_files({"name": "plan.json", "mimeType": "application/json", "buffer": b"{}"})
    expect(field).to_have_accessible_description("plan.json")
    assert violations(page) == []
