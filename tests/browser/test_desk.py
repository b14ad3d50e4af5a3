"""From the customer's hands into the designer's, in a browser."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Site, ready, violations
from tests.configurator.people import KRAKOW, staff


def test_a_design_goes_over_to_the_designer_and_the_fee_to_the_till(visit: Callable[..., Page], site: Site) -> None:
    page = visit(f"/s/{KRAKOW}/")
    page.locator("button.room").first.click()
    ready(page)
    page.locator("#hand-over").click()
    page.get_by_label("W czym pomóc").fill("Stół dla sześciu osób")
    page.get_by_role("button", name="Przekaż projekt", exact=True).click()
    expect(page.get_by_role("alert")).to_have_text("Podaj telefon albo e-mail, żebyśmy mogli odpowiedzieć.")
    page.get_by_label("E-mail").fill("anna@poczta.example")
    page.get_by_role("button", name="Przekaż projekt", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("odpowie do")

    desk = _signed_in(visit, site)
    expect(desk.get_by_role("heading", level=1)).to_have_text("1 osoba czeka na odpowiedź")
    assert violations(desk) == []
    desk.get_by_role("link", name="Otwórz kartę").click()
    expect(desk.get_by_text("Stół dla sześciu osób")).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("button", name="Zaczynam projekt").click()
    ready(desk)
    _see_in_3d(visit(_proposed(desk), scene=True, device={**PHONE, "device_scale_factor": 1}))
    desk.goto(desk.url.split("?")[0].replace("/p/", "/desk/p/"))
    desk.get_by_label("Numer paragonu lub faktury").fill("PAR/1")
    desk.get_by_role("button", name="Zamknij usługę").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Kwit do kasy")
    expect(desk.get_by_text("300\u00a0zł", exact=True)).to_be_visible()
    assert violations(desk) == []


def _proposed(desk: Page) -> str:
    """The designer takes one thing away and proposes it; the link to it."""
    desk.locator("[data-panel=list]").click()
    desk.locator("#panel [data-row^='items/']").first.click()
    desk.locator(".inspector").get_by_role("button", name="Usuń").click()
    expect(desk.locator("#saved")).to_have_attribute("data-state", "saved_now")
    desk.locator("#compare").click()
    expect(desk.locator("#comparison li")).to_have_count(1)
    desk.locator("#propose").click()
    desk.get_by_role("dialog").get_by_role("button", name="Zaproponuj").click()
    link = desk.locator("#proposal-link").input_value()
    return link[link.index("/s/") :]


def _see_in_3d(phone: Page) -> None:
    """One tap from the proposal, what is taken away stands dashed in 3D, and is told."""
    phone.locator("#change-1").get_by_role("link", name="Zobacz w 3D").click()
    expect(phone.locator("#scene canvas")).to_be_visible(timeout=20_000)
    expect(phone.locator("#comparison")).to_contain_text("1 z 1: ")
    expect(phone.locator("#comparison")).to_contain_text("jak było")
    expect(phone.locator("#comparison li")).to_have_count(1)
    assert violations(phone) == []


def _signed_in(visit: Callable[..., Page], site: Site) -> Page:
    """A page of a designer who has signed in."""
    assert isinstance(site.app, Flask)
    cookie = staff(site.app).get_cookie("visit-dom-i-mebel")
    assert cookie is not None
    desk = visit(f"/s/{KRAKOW}/sign-in")
    desk.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site.url}])
    desk.goto(f"{site.url}/s/{KRAKOW}/desk/")
    return desk
