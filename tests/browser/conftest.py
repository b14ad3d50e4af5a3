"""A real browser against the real application, served on loopback."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from configurator.app import create_app
from configurator.db import Database
from tests.conftest import settings_for

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-gpu-compositing",  # pages are drawn by the processor itself, not by a card that it imitates
    "--disable-gpu-rasterization",  # which Debian's launcher asks for
]
PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}
LONGEST_S = 180
LOCALES = {"pl": "pl-PL", "en": "en-GB"}
# A browser without 3D: where the picture is beside the point, as drawing it without a graphics card takes seconds.
NO_3D = """{
const { getContext } = HTMLCanvasElement.prototype
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...more)
}}"""


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - the parent's name
        pass


@dataclass
class Site:
    """The running application: its address, itself, and whether it answers."""

    url: str
    app: Flask
    answers: threading.Event = field(default_factory=threading.Event)
    server: BaseWSGIServer | None = None
    at_work: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterator[bytes]:
        """The application, counting the requests that it works on."""
        with self._counted(), closing(self.app(environ, start_response)) as body:  # type: ignore[type-var] # it has close
            yield from body

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self.changed:
            self.at_work += 1
        try:
            yield
        finally:
            with self.changed:
                self.at_work -= 1
                self.changed.notify_all()

    def hang(self) -> None:
        """Take requests and leave them without an answer."""
        self.answers.clear()

    def go_on(self) -> None:
        self.answers.set()

    def wait(self) -> None:
        self.answers.wait()

    def start(self, port: int = 0) -> None:
        self.server = make_server("127.0.0.1", port, self, threaded=True, request_handler=Quiet)
        self.url = f"http://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Close the socket: who calls is refused. What was taken is finished first, or it would meet the next test."""
        assert self.server is not None
        self.server.shutdown()
        self.server.server_close()
        with self.changed:
            assert self.changed.wait_for(lambda: not self.at_work, LONGEST_S), "a request never ended"

    def restart(self) -> None:
        """At the same address."""
        assert self.server is not None
        self.start(self.server.server_port)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
    yield browser
    browser.close()


@pytest.fixture
def site(sqlite_url: str, tmp_path: Path, database_at: Callable[[str], Database]) -> Iterator[Site]:
    """The application on a fresh database, at an address of its own."""
    app = create_app(settings_for(sqlite_url, tmp_path), database_at(sqlite_url))
    running = Site("", app)
    running.go_on()
    app.before_request(running.wait)
    running.start()
    yield running
    running.go_on()
    running.stop()
    app.extensions["database"].engine.dispose()


@pytest.fixture
def visit(chromium: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Opens pages as a person would; what the page complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        path: str,
        *,
        device: dict[str, object] = DESKTOP,
        lang: str = "pl",
        scene: bool = False,
        offline: bool = False,
        init: str = "",
    ) -> Page:
        """`scene`: with 3D; `offline`: the network may go, a service worker holds the page; `init` runs first."""
        workers = "allow" if offline else "block"
        context = chromium.new_context(**device, locale=LOCALES[lang], bypass_csp=False, service_workers=workers)  # type: ignore[arg-type]
        contexts.append(context)
        if not scene:
            context.add_init_script(NO_3D)
        if init:
            context.add_init_script(init)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on(
            "console",
            lambda said: (
                complaints.append(said.text)
                if said.type == "error" and not _is_refusal(said.text) and not (offline and _is_down(said.text))
                else None
            ),
        )
        page.goto(site.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _is_refusal(text: str) -> bool:
    """A request refused in words, or cut off by the test itself: the browser notes it, the page has told it."""
    expected = ("400", "409", "ERR_INTERNET_DISCONNECTED")
    return text.startswith("Failed to load resource") and any(one in text for one in expected)


def _is_down(text: str) -> bool:
    """A request that met no server, or a closed door."""
    return text.startswith("Failed to load resource: net::ERR_") or "status of 404" in text


def ready(page: Page) -> Page:
    """Wait until the studio stands."""
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def violations(page: Page) -> list[str]:
    """What axe finds wrong on the page as it is now."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary'].splitlines()[1].strip()}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
