"""The pages as a browser meets them: what comes before the first plan and with 3D, draw calls, frames, the start page.

Needs what `make test` installs (Chromium and its driver).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from configurator.bench.server import served
from configurator.config import VAR

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
SWITCHES = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
SETTLE_S = 12
REST_S = 2
COUNTED = """
(() => {
  window.drawn = { calls: 0, most: 0, frames: 0 };
  let fresh = true;
  for (const name of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced"]) {
    const before = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      if (fresh) {
        Object.assign(window.drawn, { calls: 0, frames: window.drawn.frames + 1 });
        fresh = false;
        requestAnimationFrame(() => (fresh = true));
      }
      window.drawn.calls++;
      window.drawn.most = Math.max(window.drawn.most, window.drawn.calls);
      return before.apply(this, given);
    };
  }
})();
"""
SCRIPTS = """
performance.getEntriesByType("resource").filter(({ name }) => name.split("?")[0].endsWith(".js"))
  .map(({ name, encodedBodySize, startTime }) => ({ name, bytes: encodedBodySize, at: startTime }))
"""
DATA = """
[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .filter(({ name, initiatorType }) => ["navigation", "fetch"].includes(initiatorType) || name.includes("/catalogue/"))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
"""
PAINTED = """
new Promise((told) => new PerformanceObserver((list) => told(list.getEntries().at(-1).startTime))
  .observe({ type: "largest-contentful-paint", buffered: true }))
"""


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """A starting room, and the plan that `--plan` names, read as a customer's file is."""
    from playwright.sync_api import sync_playwright

    with served(f"sqlite:///{VAR}/bench-browser.sqlite") as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        for device, shape in (("phone", PHONE), ("desktop", DESKTOP)):
            page = _start_page(browser, url, shape)
            painted = round(page.evaluate(PAINTED))
            yield {"bench": "browser", "page": "start", "device": device, "largest_paint_ms": painted}
            page.locator("button.room").first.click()
            yield {"bench": "browser", "page": "studio", "device": device} | _studio(page)
            if options.plan:
                page = _start_page(browser, url, shape)
                page.locator("form[action$='/plans'] input").set_input_files(options.plan)
                page.locator("form[action$='/plans'] button").click()
                page.locator("a.button-solid").click()
                yield {"bench": "browser", "page": options.plan.name, "device": device} | _studio(page)
            page.context.close()
        browser.close()


def _start_page(browser: Browser, url: str, shape: dict[str, Any]) -> Page:
    # What the service worker hands over is counted unpacked: it is kept out, as at a first visit over the wire.
    page = browser.new_context(**shape, service_workers="block").new_page()
    page.add_init_script(COUNTED)
    page.goto(f"{url}/s/dom-i-mebel-krakow/")
    return page


def _studio(page: Page) -> dict[str, Any]:
    """What the studio takes once its plan and its 3D stand still."""
    page.wait_for_selector("html[data-ready]", state="attached")
    before = [script for script in page.evaluate(SCRIPTS) if "scene_view" not in script["name"]]
    if page.viewport_size == PHONE["viewport"]:
        page.locator("button[data-view=scene]").click()
    page.wait_for_selector(".view-scene canvas")
    page.wait_for_timeout(SETTLE_S * 1000)
    frames = page.evaluate("window.drawn.frames")
    page.wait_for_timeout(REST_S * 1000)
    drawn = page.evaluate("window.drawn")
    return {
        "script_before_plan_kb": round(sum(script["bytes"] for script in before) / 1000, 1),
        "aim_kb": 200,
        "script_kb": round(sum(script["bytes"] for script in page.evaluate(SCRIPTS)) / 1000, 1),
        "page_and_data_kb": round(page.evaluate(DATA) / 1000, 1),
        "draw_calls": drawn["calls"],
        "draw_calls_with_shadows": drawn["most"],
        "aim_calls": 150,
        "frames_at_rest": drawn["frames"] - frames,
    }
