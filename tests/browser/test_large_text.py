"""The journey with letters twice as large, from the first room to the designer's card.

A person sets the size of letters in the browser. Chromium keeps it as Blink's `defaultFontSize`, 16 px when
untouched; `--blink-settings` sets it at launch: a rem, and an em of a media query, is then 32 px.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Playwright, expect
from pyotp import TOTP, random_base32
from sqlalchemy import select

from configurator.accounts import service as accounts
from configurator.db import Database
from configurator.stores.models import Store
from tests.browser.conftest import CHROMIUM, PHONE, SWITCHES, Site, ready, violations
from tests.configurator.people import KRAKOW
from tests.conftest import EVERY_CASE

TWICE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
SCROLLED_SIDEWAYS = """
() => [document.scrollingElement, ...document.querySelectorAll("dialog, .dialog-body, .panel-body, .inspector")]
  .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1)
  .map((one) => `${one.tagName}.${one.className} ${one.scrollWidth} > ${one.clientWidth}`)"""
EMAIL, PASSWORD = "ewa@dom-i-mebel.example", "dwanaście-liter"

READERS = [pytest.param(PHONE, "pl", id="phone-pl")]
if EVERY_CASE:
    READERS.append(pytest.param(LAPTOP, "en", id="laptop-en"))

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*SWITCHES, TWICE])
    yield browser
    browser.close()


class Reader:
    """What is wrong with each screen that the journey passes; what is pressed must be in reach and uncovered."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: dict[str, list[str]] = {}

    def looks(self, screen: str) -> None:
        if found := self.page.evaluate(SCROLLED_SIDEWAYS) + violations(self.page):
            self.wrong[screen] = found

    def press(self, selector: str) -> None:
        self.page.locator(selector).locator("visible=true").first.click(timeout=5000)


@pytest.mark.parametrize(("device", "lang"), READERS)
def test_the_journey_holds_with_letters_twice_as_large(
    visit: Visit, site: Site, device: dict[str, object], lang: str
) -> None:
    reader = Reader(visit(f"/s/{KRAKOW}/", device=device, lang=lang))
    page = reader.page
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    reader.looks("start")
    reader.press("button.room")
    ready(page)
    reader.looks("studio")
    _paint(reader)
    _open_the_fee(reader)
    _hand_over(reader)
    _sign_in(reader, site)
    reader.looks("worklist")
    reader.press("main a.button[href*='/desk/p/']")
    expect(page.get_by_text("anna@poczta.example").first).to_be_visible()
    reader.looks("card")
    reader.press("form[action$='/service'] button")
    ready(page)
    assert reader.wrong == {}


def _paint(reader: Reader) -> None:
    page = reader.page
    reader.press("[data-panel=colours]")
    reader.looks("colours")
    reader.press("#panel .swatch")
    reader.looks("painting")
    floor = page.locator(".plan .floor").first
    floor.scroll_into_view_if_needed()
    box = floor.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] - 4)
    expect(page.locator(".plan .coat")).to_have_count(1)
    reader.press(".paint-bar .button-solid")


def _open_the_fee(reader: Reader) -> None:
    reader.press("#chip")
    reader.looks("fee")
    reader.press("dialog .dialog-close")


def _hand_over(reader: Reader) -> None:
    reader.press("#hand-over")
    reader.page.locator("#ask-email").fill("anna@poczta.example")
    reader.looks("hand over")
    reader.press("dialog form .button-solid")
    reader.page.locator("dialog a.button").first.wait_for()
    reader.looks("handed over")
    reader.press("dialog .dialog-close")


def _sign_in(reader: Reader, site: Site) -> None:
    """The designer at the desk, with a password and the app's code."""
    page, secret = reader.page, random_base32()
    assert isinstance(site.app, Flask)
    database: Database = site.app.extensions["database"]
    with database.writing() as session:
        store = session.scalars(select(Store).where(Store.slug == KRAKOW)).one()
        who = {"email": EMAIL, "name": "Ewa", "role": "designer", "password": PASSWORD, "secret": secret}
        accounts.add_staff(session, store.tenant, store, **who)
    page.goto(f"{site.url}/s/{KRAKOW}/sign-in")
    reader.looks("sign-in")
    page.locator("#email").fill(EMAIL)
    page.locator("#password").fill(PASSWORD)
    page.locator("#one-time-code").fill(TOTP(secret).now())
    reader.press(".sign-in .button-solid")
    page.wait_for_url("**/desk/")
