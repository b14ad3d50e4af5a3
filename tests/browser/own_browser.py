"""A Chromium process of a test's own, with its own profile, so that it can be killed as a crash would."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.browser.conftest import CHROMIUM

SWITCHES = ["--headless=new", "--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PLAN_ONLY = ["--disable-gpu", "--disable-3d-apis", "--lang=pl-PL"]


class OwnBrowser:
    """Started on a profile folder; `kill` takes its processes away at once, and the folder stays as it was then."""

    def __init__(self, playwright: Playwright, profile: Path) -> None:
        port_file = profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [CHROMIUM, *SWITCHES, *PLAN_ONLY, "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.connection: Browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{_port(port_file)}")

    @property
    def context(self) -> BrowserContext:
        return self.connection.contexts[0]

    def kill(self) -> None:
        """SIGKILL to this browser's own processes: a group that only it and its children are in."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _port(file: Path, patience_s: float = 60) -> int:
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        lines = file.read_text().splitlines() if file.exists() else []
        if len(lines) == 2:
            return int(lines[0])
        time.sleep(0.02)
    raise TimeoutError("the browser did not start")
