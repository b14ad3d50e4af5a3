"""Nothing begun is lost: kept by a letter, opened on other devices, taken back from a link, back out of the bin."""

from __future__ import annotations

import re
from collections.abc import Callable
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

from flask import Flask
from playwright.sync_api import Page, expect

from configurator.jobs.kind import Tools
from configurator.jobs.kinds import kinds
from configurator.jobs.worker import Worker
from tests.browser.conftest import DESKTOP, PHONE, Site, ready, violations
from tests.configurator.people import KRAKOW

START = f"/s/{KRAKOW}/"


def test_a_room_begun_as_a_guest_is_kept_by_a_letter(visit: Callable[..., Page], site: Site) -> None:
    page = begun(visit, PHONE, "pl")
    page.goto(site.url + START)
    wrong = {"start": violations(page)}
    page.get_by_label("E-mail").fill("anna@poczta.example")
    page.get_by_role("button", name="Zachowaj moje projekty").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sprawdź pocztę")
    wrong["sent"] = violations(page)

    tablet = visit(f"{START}account", device=DESKTOP, lang="en")
    wrong["guest"] = violations(tablet)
    tablet.goto(link_of_the_letter(site))
    wrong["door"] = violations(tablet)
    tablet.get_by_role("button", name="Sign in").click()
    expect(tablet.get_by_role("heading", level=1)).to_have_text("Your projects")
    tablet.locator("summary", has_text="Delete the account").click()
    wrong["account"] = violations(tablet)
    tablet.locator(".project-rows a").first.click()
    expect(ready(tablet).locator("#project-name")).to_have_text("Salon")
    assert {state: found for state, found in wrong.items() if found} == {}


def test_a_number_opens_the_room_on_another_device_and_a_link_is_taken_back(
    visit: Callable[..., Page], site: Site
) -> None:
    page = begun(visit, DESKTOP, "pl")
    page.locator("#share").click()
    link = page.get_by_label("Link", exact=True).input_value()
    page.locator("summary", has_text="Kto ma dostęp").click()
    expect(page.locator(".access-list li")).to_have_count(1)
    wrong = {"access": violations(page)}
    page.get_by_role("button", name=re.compile("^Wycofaj: Link dla rodziny")).click()
    expect(page.locator(".access-list")).to_contain_text("Wycofane")
    wrong["withdrawn"] = violations(page)
    token = link.partition("#")[2]
    assert page.request.post(f"{site.url}{START}l", form={"token": token}).status == 404

    page.locator("summary", has_text="Na moim drugim urządzeniu").click()
    page.get_by_role("button", name="Otwórz na innym urządzeniu").click()
    digits = page.locator(".pairing-number").inner_text()
    wrong["pairing"] = violations(page)
    phone = visit(START, device=PHONE)
    phone.get_by_label("Kod projektu").fill(digits)
    phone.get_by_role("button", name="Znajdź projekt").click()
    expect(ready(phone).locator("#studio")).to_have_attribute("data-right", "owner")
    assert {state: found for state, found in wrong.items() if found} == {}


def test_a_binned_room_comes_back(visit: Callable[..., Page], site: Site) -> None:
    page = begun(visit, PHONE, "en")
    page.goto(site.url + START)
    page.locator("summary", has_text="More: Living room").click()
    page.get_by_role("button", name="Bin it: Living room").click()
    expect(page.get_by_role("status")).to_have_text("“Living room” is in the bin.")
    wrong = {"undo": violations(page)}
    page.get_by_role("link", name="Bin: 1 project").click()
    page.locator("summary", has_text="Delete for ever").click()
    wrong["bin"] = violations(page)
    page.get_by_role("button", name="Restore: Living room").click()
    expect(page.locator(".project-rows a")).to_have_count(1)
    assert {state: found for state, found in wrong.items() if found} == {}


def begun(visit: Callable[..., Page], device: dict[str, object], lang: str) -> Page:
    """A guest's studio with the first of the starting rooms."""
    page = visit(START, device=device, lang=lang)
    page.locator("button.room").first.click()
    return ready(page)


def link_of_the_letter(site: Site) -> str:
    """The link in the one letter of the mail's folder, at the address that the test serves."""
    assert isinstance(site.app, Flask)
    settings = site.app.extensions["settings"]
    Worker(Tools(site.app.extensions["database"], settings), kinds()).work_once()
    (file,) = Path(settings.mail_url.removeprefix("file://")).glob("*.eml")
    body = message_from_bytes(file.read_bytes(), policy=SMTP).get_body(("plain",))
    assert body is not None
    found = re.search(r"http://localhost(/\S+#\S+)", body.get_content())
    assert found is not None
    return site.url + found[1]
