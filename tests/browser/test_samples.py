"""From a colour to a sample ordered, and from its label to the paint, on a phone and by a guest."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from sqlalchemy import select

from configurator.db import now
from configurator.judgements import token
from configurator.orders.models import SampleOrder
from tests.browser.conftest import PHONE, Site, violations
from tests.configurator.judgements.labelled import photo_of
from tests.configurator.orders.ordering import ANNA

MOST_TAPS, MOST_FIELDS = 12, 8


def test_a_guest_orders_in_few_taps_and_takes_the_paint_by_the_label(visit: Callable[..., Page], site: Site) -> None:
    page, taps = visit("/s/farby-kolor/", device=PHONE), 1  # the tap on *Zamów próbkę*, wherever the colour is shown
    page.goto(f"{site.url}/s/farby-kolor/samples/?paints=ZK-0300")
    assert violations(page) == []
    page.get_by_role("combobox").first.select_option("pot")
    expect(page.locator("#summary .sum dd")).to_have_text("27,80\u00a0zł")
    page.locator("#way-courier").tap()
    expect(page.locator("#summary .sum dd")).to_have_text("32,80\u00a0zł")
    taps += 3
    fields = page.locator("#contact input:visible, #contact select:visible").all()
    for field in fields:
        field.tap()
        field.fill(ANNA[field.get_attribute("name") or ""])
        taps += 1
    page.get_by_role("button", name="Zamawiam z obowiązkiem zapłaty").tap()
    taps += 1
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zamówione")
    assert len(fields) <= MOST_FIELDS
    assert taps <= MOST_TAPS

    page.goto(site.url + _label(site))
    for tick in ("rano", "wieczorem", "przy oknie", "w kącie"):
        page.get_by_role("button", name=tick).tap()
        expect(page.get_by_role("button", name=tick)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="To ten").tap()
    page.get_by_label("Powierzchnia ścian w m²").fill("30")
    page.get_by_role("button", name="Oblicz").tap()
    expect(page.get_by_text("Kolor za tester")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name=re.compile("Najtaniej")).tap()
    expect(page.get_by_text("194,90\u00a0zł")).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_two_taps_on_the_photo_tell_how_far_the_sample_is(visit: Callable[..., Page], site: Site) -> None:
    page = visit("/s/farby-kolor/", device=PHONE)
    made = page.request.post(f"{site.url}/s/farby-kolor/projects", form={"width": "4", "length": "3"})
    page.goto(f"{site.url}/s/farby-kolor/samples/?paints=ZK-0300&project={made.url.rsplit('/', 1)[1]}")
    for field in page.locator("#contact input:visible").all():
        field.fill(ANNA[field.get_attribute("name") or ""])
    page.get_by_role("button", name="Zamawiam bezpłatnie").tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zamówione")
    page.goto(site.url + _label(site))
    page.get_by_label("Zdjęcie próbki").set_input_files(
        {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": photo_of("#caddd9").read()}
    )
    page.get_by_role("button", name="Wyślij zdjęcie").tap()
    page.get_by_role("button", name="Dotknij na zdjęciu białej kartki").tap(position={"x": 80, "y": 110})
    page.get_by_role("button", name="Teraz dotknij koloru próbki").tap(position={"x": 225, "y": 112})
    expect(page.get_by_role("status")).to_contain_text("Kolor ze zdjęcia a wzornik")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def _label(site: Site) -> str:
    """The order's only label, its money received."""
    with site.app.extensions["database"].writing() as session:
        order = session.scalars(select(SampleOrder)).one()
        order.paid_at = now()
        return token.path(site.app.extensions["settings"], order.lines[0])
