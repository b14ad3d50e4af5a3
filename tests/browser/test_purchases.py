"""Purchases from the project, typed in at the showroom's desk, in a browser."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Site, violations
from tests.configurator.people import BATHROOMS
from tests.configurator.purchases.shopping import Shop


def test_purchases_waive_the_fee_and_a_return_after_the_closing_asks_for_it(
    visit: Callable[..., Page], site: Site
) -> None:
    assert isinstance(site.app, Flask)
    shop = Shop.open(site.app)
    shop.buy(1_800_00)
    desk = card_of(visit, site, shop, DESKTOP)
    expect(desk.locator("#purchases")).to_contain_text("Dokup produkty z projektu za co najmniej 700 zł")

    add(desk, "purchase", receipt="par 01", amount_gr="700")
    expect(desk.get_by_role("alert")).to_have_text(
        "Ten paragon już się liczy w tym projekcie. Nic nie zostało dopisane."
    )
    expect(desk.locator("#purchase-amount_gr")).to_have_value("700")
    assert violations(desk) == []
    desk.locator("#purchase-receipt").fill("PAR/2")
    desk.get_by_role("button", name="Zapisz zakup").click()
    expect(desk.get_by_text("Pomoc projektanta: 0 zł, bo").first).to_be_visible()

    shop.close()
    phone = card_of(visit, site, shop, PHONE)
    add(phone, "return", amount_gr="0,01")
    expect(phone.locator(".changes")).to_contain_text("więc opłata za pomoc projektanta rośnie z 0")
    assert violations(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]  # type: ignore[index]
    phone.locator(".close-service, a[href$=slip]").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Kwit do kasy")
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]  # type: ignore[index]


def add(page: Page, form: str, **fields: str) -> None:
    """Open one of the two forms, fill it in, and send it."""
    page.get_by_text("Dopisz zakup" if form == "purchase" else "Dopisz zwrot").click()
    for name, value in fields.items():
        page.locator(f"#{form}-{name}").fill(value)
    page.get_by_role("button", name="Zapisz zakup" if form == "purchase" else "Zapisz zwrot").click()


def card_of(visit: Callable[..., Page], site: Site, shop: Shop, device: dict[str, object]) -> Page:
    cookie = shop.desk.get_cookie(f"visit-{BATHROOMS}")
    assert cookie is not None
    page = visit(f"/s/{BATHROOMS}/sign-in", device=device)
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site.url}])
    page.goto(f"{site.url}/s/{BATHROOMS}/desk/p/{shop.customer.code}")
    return page
