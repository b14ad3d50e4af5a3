"""The 3D view without light, in the sun of an hour and by evening lamps; a view of it is saved and gone back to."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from PIL import Image
from playwright.sync_api import Page, expect

from samples.colour.cie import linear_to_lab
from samples.colour.difference import delta_e
from samples.colour.srgb import to_linear
from samples.demo import demo_deck
from tests.browser.conftest import ready, violations
from tests.browser.test_start import START, tap_wall

WALL_PIXELS = 2000


def test_a_view_is_saved_with_its_light(visit: Callable[..., Page]) -> None:
    page = visit(START, scene=True)
    page.get_by_label("Szerokość").fill("4")
    page.get_by_label("Długość").fill("3")
    page.keyboard.press("Enter")
    ready(page)
    paints = [_painted(page, wall) for wall in range(4)]
    page.locator(".scene-bar .light").click()
    page.get_by_label("Jak na próbniku").check()
    expect(page.locator(".scene-light")).to_have_text("Jak na próbniku")
    assert sum(_pixels_of(page, paint) > WALL_PIXELS for paint in paints) >= 2
    page.get_by_label("Wieczór").check()
    expect(page.locator(".light-panel")).to_contain_text("W tym pokoju nie ma jeszcze lampy.")
    page.get_by_label("Słońce o godzinie").check()
    page.get_by_role("button", name="Lato").click()
    _turn_north(page)
    assert violations(page) == []
    page.locator(".scene-bar .keeping-views").click()
    page.get_by_role("button", name="Zapisz ten widok").click()
    page.locator(".scene-bar .light").click()
    page.get_by_label("Światło dzienne").check()
    page.locator(".scene-bar .keeping-views").click()
    page.get_by_role("button", name="Widok 1 z zewnątrz, lato 12:00").click()
    page.locator(".scene-bar .light").click()
    expect(page.get_by_label("Słońce o godzinie")).to_be_checked()


def _turn_north(page: Page) -> None:
    expect(page.locator("#light-north-how")).to_contain_text("Nie wiemy jeszcze, gdzie jest północ")
    page.get_by_label("Północ na planie").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#light-north-how")).to_have_text("5° w prawo od góry planu")


def _painted(page: Page, wall: int) -> str:
    """The code of the paint that a wall has been given."""
    tap_wall(page, wall, 0.3)
    swatch = page.locator(".inspector .swatch").nth(3 + 2 * wall)
    code = (swatch.get_attribute("aria-label") or "").rsplit(", ", 1)[1]
    swatch.click()
    return code


def _pixels_of(page: Page, code: str) -> int:
    """How many pixels of the 3D view are within ΔE00 1.0 of the paint's Lab."""
    seen = np.asarray(Image.open(io.BytesIO(page.locator("#scene canvas").screenshot())).convert("RGB"))
    colours, counts = np.unique(seen.reshape(-1, 3), axis=0, return_counts=True)
    near = delta_e(linear_to_lab(to_linear(colours / 255)), np.array(demo_deck()[code].lab)) <= 1.0
    return int(counts[near].sum())
