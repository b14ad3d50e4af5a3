"""A wall of a photo is painted on a phone: chosen, tapped, coloured, compared, undone; a reload keeps it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, violations
from tests.configurator.photos.bringing import wall

CHOOSE = "/s/dom-i-mebel-krakow/photo"
Visit = Callable[..., Page]


def tap(page: Page, x: float, y: float) -> None:
    """A finger on the photo, at shares of its width and height."""
    box = page.locator(".photo-sheet").bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] * x, box["y"] + box["height"] * y)


def painted(page: Page, version: int) -> None:
    expect(page.locator(".photo-after")).to_have_attribute("src", re.compile(rf"v={version}$"), timeout=30_000)


def test_a_starting_photo_is_painted_in_three_taps_and_kept(visit: Visit) -> None:
    page = visit(CHOOSE, device=PHONE)
    found = {"choose": violations(page)}
    page.locator("[value=bedroom]").tap()
    page.wait_for_selector("html[data-ready]", state="attached")
    tap(page, 0.5, 0.2)
    expect(page.locator(".photo-edge")).to_be_visible()
    page.locator(".swatch").nth(4).tap()
    painted(page, 2)
    expect(page.locator(".photo-badge")).to_be_hidden()
    page.locator(".old-told [data-key=change]").tap()
    page.locator("[data-key=light]").tap()
    expect(page.locator(".photo-badge")).to_have_text("kolor przybliżony")
    page.locator("#compare").tap()
    slider = page.get_by_role("slider")
    slider.press("End")
    expect(slider).to_have_attribute("aria-valuenow", "100")
    found["compared"] = violations(page)
    page.locator("#compare").tap()
    painted(page, 3)
    page.locator("#undo").tap()
    page.locator("#undo").tap()
    painted(page, 5)
    expect(page.locator(".photo-badge")).to_be_hidden()
    page.locator("#redo").tap()
    painted(page, 6)
    page.get_by_text("Zestawy kolorów na zdjęciu").tap()
    page.locator(".scheme-card").nth(1).tap()
    painted(page, 7)
    message, tools = (page.locator(name).bounding_box() for name in (".toast", "#tools"))
    assert message
    assert tools
    assert message["y"] + message["height"] <= tools["y"]
    found["schemes"] = violations(page)
    page.locator("#undo").tap()
    painted(page, 8)
    page.reload()
    painted(page, 8)
    expect(page.locator(".old-told")).to_contain_text("znamy go")
    expect(page.locator(".mark-wall")).to_have_count(1)
    page.get_by_label("Następna ściana").tap()
    on_ceiling, on_wall = (0.5, 0.03), (0.65, 0.45)
    tap(page, *on_ceiling)
    expect(page.locator(".toast button")).to_have_text(["To jest ściana", "Cofnij"])
    tap(page, *on_wall)
    expect(page.locator(".toast")).to_have_count(0)
    expect(page.locator(".mark-wall")).to_have_count(1)
    expect(page.locator(".wall-tab")).to_have_count(2)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_ones_own_photo_goes_out_over_a_broken_line_and_is_marked_by_keys(visit: Visit, tmp_path: Path) -> None:
    file, text = tmp_path / "pokoj.png", tmp_path / "pokoj.jpg"
    file.write_bytes(wall((400, 320)))
    text.write_bytes(b"no picture at all")
    page = visit(CHOOSE, device=DESKTOP)
    page.locator("#photo-file").set_input_files(text)
    expect(page.locator(".upload [role=status]")).to_contain_text("JPEG, PNG, HEIC")
    page.route("**/photo", lambda route: route.abort("internetdisconnected"), times=1)
    page.locator("#photo-file").set_input_files(file)
    page.wait_for_selector("html[data-ready]", state="attached")
    frame = page.locator(".photo-frame")
    frame.press("ArrowLeft")
    frame.press("Enter")
    expect(page.locator(".mark-wall")).to_have_count(1)
    page.locator(".swatch").nth(4).press("Enter")
    painted(page, 2)
    page.locator("[data-tool=line]").last.press("Enter")
    for key in ("Shift+ArrowUp", "Enter", "Shift+ArrowRight", "Enter"):
        frame.press(key)
    painted(page, 3)
    expect(page.locator(".mark-line")).to_have_count(1)
    assert violations(page) == []
