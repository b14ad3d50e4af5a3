"""Without a network: the studio stands up from what this device keeps, and what it keeps goes when the right goes."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import update

from configurator.db import now
from configurator.projects.models import Grant
from tests.browser.conftest import DESKTOP, PHONE, Site, ready, violations
from tests.browser.test_start import tap_wall
from tests.configurator.people import KRAKOW, staff

START = f"/s/{KRAKOW}/"
KEPT = "caches.open('pages').then(cache => cache.keys()).then(keys => keys.length)"

Visit = Callable[..., Page]


def kept(page: Page, *, many: int = 1) -> None:
    """Wait until the device keeps so many pages."""
    end = time.monotonic() + 30
    while page.evaluate(KEPT) != many:
        assert time.monotonic() < end, f"not {many} pages"
        page.wait_for_timeout(50)


def begun(visit: Visit, **how: object) -> Page:
    """A room in the studio, kept on this device."""
    page = visit(START, offline=True, **how)
    page.locator("button.room").first.click()
    ready(page)
    kept(page)
    return page


def paint(page: Page, swatch: int) -> None:
    tap_wall(page)
    page.locator(".swatch").locator("visible=true").nth(swatch).click()


@pytest.mark.parametrize(("device", "lang"), [(PHONE, "pl"), (DESKTOP, "en")], ids=["phone-pl", "desktop-en"])
def test_a_project_opens_without_a_network_and_its_edits_reach_the_store_later(
    visit: Visit, device: dict[str, object], lang: str
) -> None:
    page = begun(visit, device=device, lang=lang)
    page.context.set_offline(True)
    paint(page, 3)
    expect(page.locator("#saved")).to_contain_text({"pl": "1 zmiana zachowana tutaj", "en": "1 edit kept here"}[lang])
    page.reload()
    ready(page)
    expect(page.locator(".plan .coat")).to_have_count(1)
    page.goto(page.url.rsplit("/p/", 1)[0] + "/")
    expect(page.get_by_role("heading", level=1)).to_have_text({"pl": "Nie ma internetu", "en": "No network"}[lang])
    expect(page.locator("#kept a")).to_contain_text({"pl": "1 zmiana czeka", "en": "1 edit waits"}[lang])
    assert violations(page) == []
    page.locator("#kept a").click()
    ready(page)
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_contain_text({"pl": "Zapisano", "en": "Saved"}[lang])


def test_a_server_that_hangs_shows_the_page_from_this_device(visit: Visit, site: Site) -> None:
    page = begun(visit)
    site.hang()
    page.reload()
    ready(page)
    expect(page.locator(".plan .wall").first).to_be_attached()
    site.go_on()


def test_a_page_goes_from_the_device_when_its_right_is_withdrawn(visit: Visit, site: Site) -> None:
    page = begun(visit)
    assert isinstance(site.app, Flask)
    with site.app.extensions["database"].writing() as session:
        session.execute(update(Grant).values(revoked_at=now()))
    page.reload()
    ready(page)
    kept(page, many=0)


def test_a_guest_whose_cookie_is_lost_is_known_by_what_the_device_keeps(visit: Visit) -> None:
    page = begun(visit)
    page.context.clear_cookies()
    page.reload()
    page.wait_for_selector('html[data-ready] #studio[data-right="owner"]', state="attached")


def test_staff_leave_no_page_on_a_device(visit: Visit, site: Site) -> None:
    page = begun(visit)
    assert isinstance(site.app, Flask)
    cookie = staff(site.app).get_cookie("visit-dom-i-mebel")
    assert cookie is not None
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site.url}])
    page.reload()
    ready(page)
    kept(page, many=0)
