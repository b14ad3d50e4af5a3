"""A walk-in with a paper sketch: a small bathroom with its door, fixtures, paints and PDF, in at most sixty actions."""

from __future__ import annotations

import json
from collections.abc import Callable

from flask import Flask
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from configurator.start.rectangle import draw
from rooms.outline import find_rooms
from rooms.plan import Plan
from tests.browser.conftest import DESKTOP, Site, ready, violations

START = "/s/salon-lazienek/"
MOST = 60
SIDES_MM = (2400, 1800)
# What to type, the name of its card, and where it stands in the room, as shares of its width and length.
FIXTURES = (
    ("prysznic", "kabina prysznicowa", (0.19, 0.25)),
    ("szafka z umywalką", "szafka z umywalką", (0.56, 0.14)),
    ("lustro", "lustro", (0.56, 0.02)),
    ("pralka", "pralka", (0.86, 0.17)),
    ("miska", "miska WC kompaktowa", (0.14, 0.75)),
    ("drabinka", "grzejnik łazienkowy", (0.97, 0.6)),
)
WORDS = {
    "pl": ("prysznic", "miska", "szafka z umywalką", "pralka", "drabinka", "kosz na pranie"),
    "en": ("shower", "toilet", "washbasin cabinet", "washing machine", "towel radiator", "laundry basket"),
}
TYPED = {"pl": ("2,40", "1,80"), "en": ("2.40", "1.80")}

Visit = Callable[..., Page]


class Counter:
    """A person's hands: each click, typed value and key is counted; a double click is two."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, at: Locator | tuple[float, float], times: int = 1) -> None:
        x, y = at if isinstance(at, tuple) else self._middle(at)
        self.page.mouse.click(x, y, click_count=times)
        self.actions += times

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()
        self.actions += 1

    def type(self, value: str) -> None:
        self.page.keyboard.type(value)
        self.actions += 1

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.actions += 1

    def tab_to(self, selector: str) -> None:
        for _ in range(MOST):
            self.press("Tab")
            if self.page.evaluate("selector => document.activeElement?.matches(selector)", selector):
                return
        raise AssertionError(selector)

    def _middle(self, at: Locator) -> tuple[float, float]:
        at.hover()  # waits for what is drawn anew just then
        box = at.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_by_mouse(visit: Visit, site: Site) -> None:
    page = visit(START, device=DESKTOP)
    hand = Counter(page)
    for label, size in zip(("Szerokość", "Długość"), TYPED["pl"], strict=True):
        hand.click(page.get_by_label(label), times=2)
        hand.type(size)
    hand.click(page.get_by_role("button", name="Rysuj ten pokój"))
    ready(page)
    _slide_the_door(hand)
    _put_fixtures(hand)
    for at, swatch in (((-0.01, 0.6), 4), ((1.01, 0.55), 6)):
        hand.click(_place(page, *at))
        hand.click(page.locator(".inspector .swatch").nth(swatch))
    hand.click(page.get_by_role("link", name="Dokumenty"))
    expect(page.get_by_role("button", name="Pobierz PDF")).to_be_enabled()
    assert hand.actions < MOST, hand.actions  # one more for the PDF, which the keyboard's person fetches
    _is_whole(site)


def test_by_keyboard_alone(visit: Visit, site: Site) -> None:
    lang = "pl"
    page = visit(START, device=DESKTOP, lang=lang)
    hand = Counter(page)
    hand.press("Tab", "Enter")
    hand.tab_to("#width")
    hand.type(TYPED[lang][0])
    hand.press("Tab")
    hand.type(TYPED[lang][1])
    hand.press("Enter")
    ready(page)
    hand.press("Alt+5")
    hand.tab_to("[data-row^='openings/']")
    hand.press("Enter", *4 * ["Tab"])
    hand.type("25")
    hand.press("Enter", "Alt+3")
    for place, words in enumerate(WORDS[lang]):
        hand.type(words)
        hand.press("Enter")
        expect(page.locator(".plan [data-path^='items/']")).to_have_count(place + 1)
    expect(page.locator("#find-kind")).to_be_focused()
    found = violations(page)
    hand.press("Alt+5", "Tab", "Enter", "Enter")
    expect(page.locator(".plan .coat")).to_have_count(1)
    hand.press("Alt+5", "Tab", "Tab", "Enter", "Tab", "Enter")
    expect(page.locator(".plan .coat")).to_have_count(2)
    hand.press("Alt+6")
    page.wait_for_selector("form#documents")
    hand.press("Tab", "Enter")
    hand.tab_to("form#documents input")
    with page.expect_download(timeout=60_000) as download:
        hand.press("Enter")
    assert hand.actions <= MOST, hand.actions
    assert found == []
    _is_whole(site)
    assert len(PdfReader(download.value.path()).pages) >= 4


def _slide_the_door(hand: Counter) -> None:
    """A typed room has a door; the sketch has it elsewhere in that wall."""
    door = hand.page.locator(".plan .opening").bounding_box()
    assert door is not None
    x, (_, y) = door["x"] + door["width"] / 2, _place(hand.page, 0.5, 1.02)
    hand.drag((x, y), (x + 20, y))


def _put_fixtures(hand: Counter) -> None:
    page = hand.page
    for place, (words, name, at) in enumerate(FIXTURES):
        hand.click(page.get_by_label("Szukaj"), times=3 if place else 1)
        hand.type(words)
        hand.click(page.locator("#panel .card").filter(has_text=name).first)
        hand.click(_place(page, *at))
        expect(page.locator(".plan [data-path^='items/']")).to_have_count(place + 1)


def _place(page: Page, across: float, down: float) -> tuple[float, float]:
    """Where on the screen a place of the room is, by shares of its inner sides."""
    box = page.locator(".plan .layer-floors > *").first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


def _is_whole(site: Site) -> None:
    """What the person came for is in the project as the server has it."""
    plan = Plan(_head(site))
    (room,) = find_rooms(plan).rooms
    left, top, right, bottom = room.box
    assert (right - left, bottom - top) == SIDES_MM
    (door,) = plan.openings.values()
    assert door.kind == "door"
    assert door.offset != _first_offset()
    assert len(plan.items) == len(FIXTURES)
    assert len({finish.paint for finish in plan.finishes.values()}) == 2


def _first_offset() -> int:
    """Where the door of a typed room is before anyone moves it, mm."""
    return next(int(held["offset"]) for path, held in draw(*SIDES_MM).items() if path.startswith("openings/"))


def _head(site: Site) -> dict[str, object]:
    assert isinstance(site.app, Flask)
    with site.app.extensions["database"].engine.connect() as connection:
        (head,) = connection.exec_driver_sql("SELECT head_plan FROM variant").scalars()
    found: dict[str, object] = json.loads(head)
    return found
