"""The main job on a real home: imported, repainted, a door moved, the seat replaced, handed over, printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import ready

HOME = Path(__file__).parents[3] / "shared" / "data" / "plans" / "3bedroom_attic_eteks.sh3d"

if HOME.exists():

    def test_a_real_home_is_changed_and_handed_over(visit: Callable[..., Page]) -> None:
        page = visit("/s/dom-i-mebel-krakow/")
        page.get_by_label("Plik z planem").set_input_files(HOME)
        page.get_by_role("button", name="Wczytaj plan").click()
        page.get_by_role("link", name="Otwórz w studiu").click()
        ready(page)
        _repaint_rooms(page)
        _move_a_door(page)
        _replace_the_seat(page)
        _hand_over(page)
        _get_the_pdf(page)

    def _repaint_rooms(page: Page) -> None:
        """Two rooms, from the list of rooms."""
        page.locator("[data-panel=room]").click()
        for place in (0, 2):
            page.locator("#panel .row").nth(place).click()
            page.locator(".inspector .paint-row").nth(0).locator(".swatch").nth(5 + place).click()
        expect(page.locator(".plan .coat").nth(8)).to_be_attached()

    def _move_a_door(page: Page) -> None:
        door = page.locator("#panel [data-row^='openings/']").filter(has_text="Drzwi").first
        page.locator("[data-panel=list]").click()
        door.click()
        offset = page.get_by_label("Odległość od końca ściany")
        before = float(offset.input_value().replace(",", "."))
        offset.fill(str(before + 10).replace(".", ","))
        offset.press("Enter")
        expect(offset).to_have_value(f"{before + 10:g}".replace(".", ","))

    def _replace_the_seat(page: Page) -> None:
        """The home's seats are armchairs; one makes room for a corner sofa."""
        page.locator("#panel [data-row^='items/']").filter(has_text="Armchair").first.click()
        page.locator(".inspector").get_by_role("button", name="Zamień na inny").click()
        page.get_by_label("Szukaj").fill("narożnik")
        page.locator("#panel .card").first.click()
        expect(page.locator(".inspector h2")).to_contain_text("arożnik")

    def _hand_over(page: Page) -> None:
        expect(page.locator("#chip")).to_have_text("Pomoc projektanta: 0\u00a0zł, bo masz już własny szkic")
        page.locator("#hand-over").click()
        page.get_by_label("W czym pomóc").fill("Salon z jadalnią")
        page.get_by_label("Telefon").fill("600 100 200")
        page.get_by_role("button", name="Przekaż projekt", exact=True).click()
        expect(page.get_by_role("dialog")).to_contain_text("odpowie do")

    def _get_the_pdf(page: Page) -> None:
        page.keyboard.press("Escape")
        page.get_by_role("link", name="Dokumenty").click()
        page.get_by_label("Ściany").uncheck()  # two thirds of the sheets, printed true to scale in another test
        with page.expect_download(timeout=180_000) as download:
            page.get_by_role("button", name="Pobierz PDF").click()
            expect(page.get_by_role("button", name="Przygotowuję PDF…")).to_be_visible()
        text = [sheet.extract_text() for sheet in PdfReader(download.value.path()).pages]
        assert len(text) > 8
        assert "Pomoc projektanta" in " ".join(" ".join(text).split())
        expect(page.locator("#said")).to_have_text("Plik jest gotowy, znajdziesz go w pobranych.")
