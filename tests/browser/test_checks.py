"""What stands in the way: said in the panel, marked on the plan, mended by one press and taken back by one more."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, ready, violations

BLOCKED = """async () => {
  const { project } = JSON.parse(document.getElementById("boot").textContent);
  const [level] = Object.keys(project.document.levels);
  const set = {
    "items/i0000000001": { level, kind: "washbasin", at: [1000, 300], size: [600, 480, 180], elevation: 670 },
    "items/i0000000002": { level, kind: "chest_of_drawers", at: [1000, 1200], size: [900, 450, 900] },
  };
  const how = { v: 1, variant: project.variant, action: "add_item", input: "picked", at: new Date().toISOString() };
  const edits = [{ id: crypto.randomUUID(), ...how, set }];
  const headers = { "Content-Type": "application/json" };
  await fetch(`${project.url}/edits`, { method: "POST", headers, body: JSON.stringify({ base: project.seq, edits }) });
}"""


def test_a_washbasin_without_room_before_it_is_marked_and_mended(visit: Callable[..., Page]) -> None:
    page = _bathroom(visit)
    tool = page.get_by_role("button", name="Uwagi")
    card = page.locator(".finding-card").filter(has_text="Umywalka").filter(has_text="43,5 cm")
    mark = page.locator("#plan [data-finding]").and_(page.get_by_role("button", name="Uwaga: Umywalka"))
    expect(mark).to_have_count(1)
    mark.click()
    expect(card).to_be_focused()
    expect(card).to_contain_text("co najmniej 55 cm")
    expect(card).to_contain_text("VDI 6000-1")
    expect(card).to_contain_text("Tyle miejsca potrzeba, żeby z tej rzeczy wygodnie skorzystać")
    expect(page.locator("#plan .finding.is-chosen")).to_have_count(1)
    inspector = page.get_by_role("complementary", name="Zaznaczony element")
    expect(inspector.get_by_role("heading", name="Umywalka")).to_be_visible()
    expect(inspector.get_by_role("list", name="Uwagi do tego elementu")).to_be_visible()
    assert violations(page) == []
    card.locator(".finding-acts .button").last.click()
    expect(page.locator(".toast")).to_contain_text("mniej")
    expect(card).to_have_count(0)
    expect(mark).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(card).to_have_count(1)
    page.set_viewport_size(PHONE["viewport"])  # type: ignore[arg-type]
    page.reload()
    ready(page)
    tool.click()
    page.get_by_role("button", name="Pokaż: Umywalka").first.click()
    expect(card).to_be_focused()
    expect(mark).to_be_in_viewport()
    assert violations(page) == []
    page.get_by_role("button", name="Wszystkie uwagi").click()
    page.get_by_label("Dla osoby na wózku").check()
    expect(page.get_by_text("Trwa ponowne sprawdzanie.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]  # type: ignore[index]


def _bathroom(visit: Callable[..., Page]) -> Page:
    page = visit("/s/salon-lazienek/")
    for label in ("Szerokość", "Długość"):
        page.get_by_label(label).fill("4")
    page.keyboard.press("Enter")
    ready(page).evaluate(BLOCKED)
    page.reload()
    return ready(page)
