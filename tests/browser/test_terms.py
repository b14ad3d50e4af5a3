"""The manager's terms in a browser: built from an empty page with the form following what is typed."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from configurator.db import Database
from configurator.terms.identifiers import settled
from configurator.terms.models import TermsDraft
from incentives.terms import Terms
from tests.browser.conftest import PHONE, Site, violations
from tests.configurator.people import KRAKOW, staff
from tests.configurator.terms.test_building import decisions, from_file

HERE = f"/s/{KRAKOW}/desk/terms/"


def test_a_manager_builds_two_terms_from_an_empty_page(site: Site, visit: Callable[..., Page]) -> None:
    """Every case of their tables is decided as by the files, and nobody has typed an identifier."""
    page = _signed_in(site, visit)
    for name, service, rule in (("deposit", _deposit, _deposit_back), ("per-square-metre", _by_metre, _set_off)):
        page.goto(site.url + HERE)
        page.get_by_role("button", name="Zacznij od pustej strony").click()
        page.get_by_role("button", name="Dodaj usługę").click()
        service(page)
        page.get_by_role("button", name="Zapisz").click()
        page.get_by_role("button", name="Dodaj regułę").click()
        rule(page)
        page.get_by_role("button", name="Zapisz").click()
        expect(page.get_by_role("button", name="Poproś o publikację")).to_be_visible()
        assert decisions(_built(site, page), name) == decisions(from_file(name), name)
    assert violations(page) == []
    for link in ("Wypróbuj", "Porównaj z obowiązującymi"):
        page.get_by_role("link", name=link).click()
        assert violations(page) == []
        page.go_back()


def test_a_fault_stands_at_its_field_while_one_types_on_a_phone(site: Site, visit: Callable[..., Page]) -> None:
    page = _signed_in(site, visit, PHONE)
    page.get_by_role("button", name="Zmień warunki").click()
    page.get_by_role("link", name="Zmień: Projekt zaczęty u Ciebie").click()
    field = page.get_by_label("Ile lub co").first
    field.fill("dwa")
    expect(page.get_by_text("Wpisz liczbę całkowitą")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert violations(page) == []
    field.fill("4")
    expect(page.locator("#lines")).to_contain_text("co najmniej 4")
    expect(page.get_by_text("Wpisz liczbę całkowitą")).to_be_hidden()
    page.get_by_role("button", name="Dodaj warunek").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Co się liczy").nth(2)).to_be_focused()
    expect(field).to_have_value("4")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def _deposit(page: Page) -> None:
    """200 zł, and as much for every further collection."""
    _both(page, "Nazwa usługi", "Pomoc projektanta", "Designer's help")
    page.get_by_label("Rodzaj").select_option(label="kilka opłat razem")
    _add(page, "Części opłaty")
    deposit = _of_kind(page, "Część 1", "stała kwota")
    deposit.get_by_label("Opłata").fill("200")
    _part(deposit, "Kaucja", "Deposit")
    _add(page, "Części opłaty")
    further = _of_kind(page, "Część 2", "za każde ponad to, co w cenie")
    further.get_by_label("Co liczymy").select_option(label="Kolekcje w projekcie")
    further.get_by_label("Ile jest w cenie").fill("1")
    further.get_by_label("Za każde następne").fill("200")
    _part(further, "Kolejne kolekcje", "Other collections")
    page.get_by_label("Stawka VAT").fill("23")
    expect(page.locator("#lines")).to_contain_text("w cenie 1, za każde następne 200 zł")


def _deposit_back(page: Page) -> None:
    """After one purchase of 2 500 zł within a year."""
    _both(page, "Nazwa reguły", "Zwrot kaucji", "The deposit comes back")
    for number, (fact, value) in enumerate(
        (("Największe jednorazowe zakupy z projektu", "2500"), ("Dni od zamówienia usługi do zakupów", "365")), 1
    ):
        page.get_by_role("button", name="Dodaj warunek").click()
        condition = page.get_by_role("group", name=f"Warunek {number}")
        condition.get_by_label("Co się liczy").select_option(label=fact)
        condition.get_by_label("Ile lub co").fill(value)
    page.get_by_label("Rodzaj").select_option(label="zwrot zapłaconej opłaty")
    page.get_by_label("Kaucja").check()
    page.get_by_label("W jakiej formie").select_option(label="zwrot fakturą korygującą")
    because = "jednorazowe zakupy z projektu wyniosły co najmniej 2 500 zł"
    _both(page, "Powód dla klienta", because, "one of your purchases from the project came to at least 2,500 PLN")
    page.get_by_text("Terminy, limity i zwroty").click()
    returned = page.get_by_role("group", name="Gdy klient zwróci towar")
    returned.get_by_label("Po zwrocie towaru").select_option(label="odbieramy korzyść w podanym czasie")
    returned.get_by_label("Przez ile dni").fill("30")
    expect(page.locator("#lines")).to_contain_text("przez 30 dni")


def _by_metre(page: Page) -> None:
    """50 zł/m², at least 500 zł; two revisions in the price, each further one 100 zł."""
    _both(page, "Nazwa usługi", "Projekt łazienki", "Bathroom design")
    page.get_by_label("Rodzaj").select_option(label="kilka opłat razem")
    _add(page, "Części opłaty")
    design = _of_kind(page, "Część 1", "za metr kwadratowy")
    design.get_by_label("Za metr kwadratowy").fill("50")
    design.get_by_label("Co najmniej").fill("500")
    _part(design, "Projekt", "Design")
    _add(page, "Części opłaty")
    revisions = _of_kind(page, "Część 2", "za każde ponad to, co w cenie")
    revisions.get_by_label("Co liczymy").select_option(label="Wykorzystane poprawki projektu")
    revisions.get_by_label("Ile jest w cenie").fill("2")
    revisions.get_by_label("Za każde następne").fill("100")
    _part(revisions, "Poprawki", "Revisions")
    page.get_by_label("Stawka VAT").fill("23")
    expect(page.locator("#lines")).to_contain_text("w cenie 2, za każde następne 100 zł")


def _set_off(page: Page) -> None:
    """The design, not the revisions, against tiles."""
    _both(page, "Nazwa reguły", "Rozliczenie z zakupem płytek", "Set off against tiles")
    page.get_by_label("Rodzaj").select_option(label="zwrot zapłaconej opłaty")
    page.get_by_label("Projekt", exact=True).check()
    page.get_by_label("W jakiej formie").select_option(label="zaliczenie na zakupy")
    page.get_by_label("Jak", exact=True).first.select_option(label="część innej kwoty")
    page.get_by_label("Ile procent").first.fill("100")
    page.get_by_label("Czego").first.select_option(label="Zakupy z kategorii „płytki”")
    _both(
        page,
        "Powód dla klienta",
        "opłatę za projekt odliczamy od ceny płytek",
        "we take the design fee off the price of your tiles",
    )
    page.get_by_text("Terminy, limity i zwroty").click()
    page.get_by_label("Kwotę zakupów liczymy").select_option(label="przed odjęciem korzyści")
    expect(page.locator("#lines")).to_contain_text("przed odjęciem korzyści")
    assert violations(page) == []


def _add(page: Page, what: str) -> None:
    page.get_by_role("button", name=f"Dodaj: {what}").click()


def _of_kind(page: Page, part: str, kind: str) -> Locator:
    found = page.get_by_role("group", name=part, exact=True)
    found.get_by_label("Rodzaj").select_option(label=kind)
    return found


def _built(site: Site, page: Page) -> Terms:
    """The draft on the page, its things named."""
    database: Database = site.app.extensions["database"]  # type: ignore[attr-defined]
    with database.reading() as session:
        return Terms.read(settled(json.loads(session.get_one(TermsDraft, page.url.rsplit("/", 1)[-1]).body)))


def _both(page: Page, legend: str, polish: str, english: str) -> None:
    group = page.get_by_role("group", name=legend)
    group.get_by_label("po polsku").fill(polish)
    group.get_by_label("po angielsku").fill(english)


def _part(part: Locator, polish: str, english: str) -> None:
    part.get_by_label("Nazwa części po polsku").fill(polish)
    part.get_by_label("Nazwa części po angielsku").fill(english)


def _signed_in(site: Site, visit: Callable[..., Page], device: dict[str, object] | None = None) -> Page:
    """The manager in Kraków at the terms."""
    page = visit(f"/s/{KRAKOW}/", **({"device": device} if device else {}))
    cookie = staff(site.app, role="manager").get_cookie("visit-dom-i-mebel")  # type: ignore[arg-type]
    assert cookie is not None
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site.url}])
    page.goto(site.url + HERE)
    return page
