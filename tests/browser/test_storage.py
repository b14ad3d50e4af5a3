"""A browser that keeps nothing, or runs full: said before an edit is at risk; edits go straight to the store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations
from tests.browser.test_offline import paint
from tests.configurator.people import KRAKOW

THROWS = """Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("", "SecurityError") } })"""
HANGS = """IDBFactory.prototype.open = () => new EventTarget()"""
FILLS = """
const put = IDBObjectStore.prototype.put
IDBObjectStore.prototype.put = function (...kept) {
  if (window.isFull) throw new DOMException("", "QuotaExceededError")
  return put.apply(this, kept)
}"""

Visit = Callable[..., Page]


def begun(visit: Visit, *, init: str, **how: object) -> Page:
    page = visit(f"/s/{KRAKOW}/", init=init, **how)
    page.locator("button.room").first.click()
    return ready(page)


@pytest.mark.parametrize("init", [THROWS, HANGS], ids=["throws", "hangs"])
def test_storage_that_is_forbidden_is_said_first_and_edits_reach_the_store(visit: Visit, init: str) -> None:
    page = begun(visit, init=init, device=PHONE)
    expect(page.locator("#saved")).to_have_text("Ta przeglądarka nic nie zachowuje. Zmiany trafiają od razu do sklepu.")
    expect(page.locator("#saved")).to_be_in_viewport(ratio=1)
    expect(page.locator(".toast")).to_contain_text("otwórz projekt w zwykłym oknie")
    assert violations(page) == []
    page.locator(".toast button").click()
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.url.endswith("/edits")):
        paint(page, 3)
    ready_again(page)
    expect(page.locator(".plan .coat")).to_have_count(1)


def test_a_full_disk_is_said_before_the_first_edit(visit: Visit) -> None:
    page = visit(f"/s/{KRAKOW}/", device=PHONE)
    origin = page.url.split("/s/")[0]
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    page.locator("button.room").first.click()
    ready(page)
    expect(page.locator(".toast")).to_contain_text("zwolnij trochę miejsca")


def test_storage_that_fills_up_is_said_at_once_and_the_edit_is_not_lost(visit: Visit) -> None:
    page = begun(visit, init=FILLS, device=PHONE)
    expect(page.locator(".toast")).to_have_count(0)
    page.evaluate("window.isFull = true")
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.url.endswith("/edits")):
        paint(page, 3)
    expect(page.locator("#saved")).to_contain_text("Zmiany trafiają od razu do sklepu")
    expect(page.locator(".toast")).to_contain_text("zwolnij trochę miejsca")
    ready_again(page)
    expect(page.locator(".plan .coat")).to_have_count(1)


def ready_again(page: Page) -> None:
    page.reload()
    ready(page)
