"""Dimensions brought from home, in a browser on a phone: typed step by step, and photographed from a link."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations
from tests.configurator.people import BATHROOMS
from tests.configurator.pictures.bringing import sketch

Visit = Callable[..., Page]


def test_a_measured_bathroom_stands_in_the_plan_and_in_the_reasons(visit: Visit) -> None:
    page = visit(f"/s/{BATHROOMS}/", device=PHONE)
    page.locator("button.room").first.click()
    ready(page)
    page.locator("#chip").click()
    page.get_by_role("link", name="Podaj wymiary").click()
    expect(page.get_by_role("heading", name="Wielkość pokoju")).to_be_visible()
    expect(page.get_by_role("heading", name="Drzwi")).to_be_hidden()
    assert violations(page) == []

    page.get_by_label("Szerokość (ściana A)").fill("2,4")
    page.get_by_label("Długość (ściana B)").fill("dwa")
    page.get_by_role("button", name="Zapisz i dalej").click()
    expect(page.get_by_role("alert")).to_contain_text("Wpisz na przykład")
    assert violations(page) == []

    page.get_by_label("Długość (ściana B)").fill("180 cm")
    page.reload()
    expect(page.get_by_label("Długość (ściana B)")).to_have_value("180 cm")
    page.context.set_offline(True)
    page.get_by_role("button", name="Zapisz i dalej").click()
    expect(page.locator("#told")).to_contain_text("Nie ma sieci")
    page.context.set_offline(False)
    expect(page.locator("#told")).to_contain_text("Sieć wróciła")

    page.get_by_role("link", name="Nie wiem, dalej").click()
    expect(page.locator("#step-door")).to_be_hidden()
    page.get_by_role("link", name="Nie wiem, dalej").click()
    page.get_by_role("group", name="Woda").get_by_label("Na której ścianie").first.select_option("A")
    page.get_by_role("button", name="Zapisz i dalej").click()
    expect(page.get_by_text("Wymiary od Ciebie już są.")).to_be_visible()
    assert violations(page) == []

    page.get_by_role("main").get_by_role("link", name="Wróć do projektu").last.click()
    ready(page)
    expect(page.locator(".plan .area")).to_have_text("4,32\u00a0m²")
    page.locator("#chip").click()
    expect(page.get_by_role("dialog")).to_contain_text("Mamy od Ciebie wymiary pomieszczenia")
    expect(page.get_by_role("dialog").get_by_role("link", name="Podaj wymiary")).to_have_count(0)


def test_somebody_with_a_photo_link_sends_a_sketch(visit: Visit) -> None:
    owner = visit(f"/s/{BATHROOMS}/")
    owner.locator("button.room").first.click()
    ready(owner)
    owner.locator("#help").click()
    owner.get_by_role("button", name="Link do wysłania zdjęcia szkicu").click()
    link = owner.get_by_role("textbox").input_value()
    page = visit(link[link.index("/s/") :], device=PHONE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Zdjęcie szkicu z wymiarami")
    assert violations(page) == []
    page.locator("#gallery").set_input_files({"name": "szkic.png", "mimeType": "image/png", "buffer": sketch()})
    expect(page.get_by_text("Zdjęcie czeka na potwierdzenie w salonie")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Usuń zdjęcie").click()
    expect(page.get_by_role("button", name="Usuń zdjęcie")).to_have_count(0)
