"""Colour schemes: proposed for this room, taken and undone, kept, and voted on by the family on a phone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations


def test_a_scheme_is_taken_undone_kept_and_voted_on(visit: Callable[..., Page]) -> None:
    page = visit("/s/dom-i-mebel-krakow/", device=PHONE)
    page.locator("button[value=hall]").click()
    ready(page)
    page.locator("nav [data-panel=colours]").click()
    page.get_by_role("button", name="Zestawy kolorów").click()
    cards = page.locator(".scheme-card")
    expect(cards).to_have_count(4)
    expect(page.locator(".scheme-frame[aria-busy]")).to_have_count(0, timeout=30_000)
    assert page.evaluate("document.querySelector('.scheme-picture').naturalWidth") > 0

    cards.nth(1).click()
    expect(page.locator(".scheme-slots li")).to_have_count(5)
    second = page.locator("[data-slot=second]")
    taken = second.locator(".scheme-paint").inner_text()
    expect(page.locator(".paints-to-buy summary")).to_contain_text("Ile farby")
    page.get_by_label("Jak widzi to ktoś z daltonizmem").select_option("deutan")
    expect(page.locator(".sight-sign")).to_have_text("Symulacja: deuteranopiaWyłącz")
    assert violations(page) == []
    page.locator(".sight-sign").click()
    expect(page.locator(".sight-sign")).to_be_hidden()
    page.locator("#undo").click()
    expect(page.locator("#undo")).to_be_disabled()
    cards.nth(1).click()
    second.get_by_role("button", name="Zablokuj").click()
    _keep(page, "Pierwszy")
    page.get_by_role("button", name="Zaproponuj inne").click()
    cards.nth(2).click()
    expect(second.locator(".scheme-paint")).to_have_text(taken)
    _keep(page, "Drugi")

    page.get_by_role("button", name="Porównaj i zapytaj rodzinę").click()
    expect(page.locator(".scheme-kept")).to_have_count(2)
    page.locator(".scheme-kept").first.get_by_role("button", name="Oznacz jako wybrany").click()
    expect(page.locator(".scheme-kept").first).to_contain_text("Wybrany")
    page.get_by_role("button", name="Wyślij rodzinie").click()
    assert violations(page) == []

    link = page.locator("#schemes-link").input_value()
    family = visit(link.removeprefix(page.evaluate("location.origin")), device=PHONE)
    family.locator(".scheme").nth(1).locator("summary").click()
    family.locator(".scheme").nth(1).get_by_label("Słowo od Ciebie").fill("Cieplejszy")
    family.locator(".scheme").nth(1).get_by_role("button", name="Głosuję na ten").click()
    expect(family.get_by_role("status")).to_have_text("Twój głos jest zapisany: „Drugi”.")
    assert violations(family) == []
    assert family.evaluate("document.documentElement.scrollWidth") == 360

    page.goto(link.split("#")[0])
    expect(page.locator(".scheme").nth(1)).to_contain_text("1 głos")
    expect(page.locator(".scheme").nth(1)).to_contain_text("Cieplejszy")


def _keep(page: Page, name: str) -> None:
    page.get_by_role("button", name="Zachowaj zestaw").click()
    page.get_by_label("Nazwa zestawu").fill(name)
    page.locator("dialog .button-solid").click()
    expect(page.locator("#toasts")).to_contain_text(f"Zestaw „{name}” jest zachowany.")
