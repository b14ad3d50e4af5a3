"""Dimensions brought from home, in a browser on a phone: typed step by step, and photographed from a link."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations
from tests.configurator.people import BATHROOMS
from tests.configurator.pictures.bringing import sketch

Visit = Callable[..., Page]


def pad(page: Page, digits: str) -> None:
    """Type on the pad of digits that the wall shown has."""
    for digit in digits:
        page.get_by_role("group", name="Klawiatura z cyframi").get_by_role("button", name=digit, exact=True).tap()


def on(page: Page) -> None:
    page.get_by_role("button", name="Dalej").tap()


def test_a_wrong_wall_is_named_measured_again_and_the_studio_shows_the_size(visit: Visit) -> None:
    page = visit(f"/s/{BATHROOMS}/", device=PHONE)
    page.locator("button.room").first.click()
    ready(page)
    page.locator("#chip").click()
    page.get_by_role("link", name="Podaj wymiary").click()
    expect(page.get_by_role("heading", name="Weź miarkę")).to_be_visible()
    expect(page.get_by_role("heading", name="Drzwi")).to_be_hidden()
    assert violations(page) == []

    page.get_by_role("link", name="Zaczynamy od ściany A").tap()
    pad(page, "252")
    assert violations(page) == []
    on(page)
    pad(page, "180")
    page.reload()
    expect(page.get_by_label("Ściana B")).to_have_value("180")
    on(page)
    pad(page, "240")
    on(page)
    page.get_by_label("Ściana D").fill("dwa")
    on(page)
    expect(page.get_by_role("alert")).to_contain_text("Wpisz na przykład")
    page.get_by_label("Ściana D").fill("180 cm")
    on(page)
    expect(page.get_by_role("heading", name="Brakuje 12 cm")).to_be_visible()
    expect(page.get_by_text("Ściany A i C powinny być równe.")).to_be_visible()
    assert violations(page) == []

    page.get_by_role("link", name="Zmierz przekątną").tap()
    pad(page, "300")
    on(page)
    expect(page.get_by_text("Najpewniej to ściana A")).to_be_visible()
    page.get_by_role("link", name="Zmierz jeszcze raz ścianę A").tap()
    page.get_by_label("Ściana A").select_text()
    pad(page, "240")
    on(page)
    expect(page.get_by_role("heading", name="Wymiary się zgadzają")).to_be_visible()
    expect(page.get_by_text("Pokój w planie ma już te wymiary.")).to_be_visible()

    page.get_by_role("link", name="Dalej").tap()
    pad(page, "250")
    page.context.set_offline(True)
    on(page)
    expect(page.locator("#told")).to_contain_text("Nie ma sieci")
    page.context.set_offline(False)
    expect(page.locator("#told")).to_contain_text("Sieć wróciła")
    page.get_by_role("link", name="Nie wiem, dalej").tap()
    expect(page.locator("#step-window")).to_be_visible()
    page.get_by_role("link", name="Nie wiem, dalej").tap()
    page.get_by_role("group", name="Woda").get_by_label("Na której ścianie").first.select_option("A")
    page.get_by_role("button", name="Zapisz i dalej").tap()
    expect(page.get_by_text("Wymiary od Ciebie już są.")).to_be_visible()

    page.get_by_role("main").get_by_role("link", name="Wróć do projektu").last.tap()
    ready(page)
    expect(page.locator(".plan .area")).to_have_text("4,32\u00a0m²")
    page.locator("#chip").click()
    expect(page.get_by_role("dialog")).to_contain_text("Mamy od Ciebie wymiary pomieszczenia")


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
