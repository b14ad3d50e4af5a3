"""Products from the studio to the shopping list, in a browser."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from configurator.config import ROOT
from tests.browser.conftest import PHONE, ready, violations


def test_a_product_for_the_toilet_and_one_by_its_code_come_on_one_list(visit: Callable[..., Page]) -> None:
    page = visit("/s/salon-lazienek/", device=PHONE)
    page.locator("[value=bathroom]").first.locator("xpath=ancestor-or-self::form//button").first.click()
    ready(page)
    page.locator("[data-panel=list]").click()
    page.locator("[data-row]", has_text="Miska WC wisząca").click()
    page.get_by_role("button", name="Wybierz produkt").click()
    expect(page.locator("[data-sku]")).to_have_count(3)
    assert violations(page) == []
    page.get_by_label("Szukaj", exact=True).fill("deska nurt")
    expect(page.locator("[data-sku]")).to_have_count(1)
    page.locator("[data-sku]").click()
    expect(page.get_by_role("textbox", name="Szerokość")).to_have_value("37")
    expect(page.get_by_role("button", name="Usuń produkt")).to_be_visible()
    assert violations(page) == []
    page.locator("#undo").click()
    expect(page.get_by_role("textbox", name="Szerokość")).to_have_value("36")
    page.keyboard.press("Control+y")
    expect(page.locator("#saved")).to_have_text("Zapisano przed chwilą")

    page.locator("[data-panel=list]").click()
    expect(page.locator("[data-row]", has_text="Miska WC wisząca Nurt")).to_be_visible()
    page.get_by_role("link", name="Lista zakupów").click()
    assert violations(page) == []
    page.get_by_label("Nazwa, rozmiar albo kod EAN").fill(_ean("Bateria wannowa Strumień, chrom"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Dodane: Bateria wannowa")
    expect(page.get_by_label("Nazwa, rozmiar albo kod EAN")).to_be_focused()
    expect(page.locator(".list-total dd")).to_have_text("1\u00a0579\u00a0zł")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360

    pdf = page.request.get(page.url.split("/products")[0] + "/document.pdf?pages=shopping")
    text = " ".join(PdfReader(BytesIO(pdf.body())).pages[0].extract_text().replace("\u00a0", " ").split())
    assert "SL-1021" in text
    assert "1 579 zł" in text


def test_without_a_connection_the_panel_says_so_and_the_plan_goes_on(visit: Callable[..., Page]) -> None:
    page = visit("/s/salon-lazienek/")
    page.locator("[value=bathroom]").first.locator("xpath=ancestor-or-self::form//button").first.click()
    ready(page)
    page.locator("[data-panel=list]").click()
    page.locator("[data-row]", has_text="Miska WC wisząca").click()
    page.route("**/api/v1/stores/**", lambda route: route.fulfill(status=400, body=""))
    page.get_by_role("button", name="Wybierz produkt").click()
    expect(page.get_by_text("Teraz nie da się pobrać produktów.")).to_be_visible()
    page.get_by_role("button", name="Obróć").first.click()
    expect(page.locator("#undo")).to_be_enabled()
    page.unroute("**/api/v1/stores/**")
    page.get_by_role("button", name="Spróbuj ponownie").click()
    expect(page.locator("[data-sku]")).to_have_count(3)


def _ean(name: str) -> str:
    """The code of a product of the demonstration."""
    with (ROOT / "examples" / "products" / "salon-lazienek.csv").open(encoding="utf-8") as file:
        return next(row["ean"] for row in csv.DictReader(file, delimiter=";") if row["name_pl"] == name)
