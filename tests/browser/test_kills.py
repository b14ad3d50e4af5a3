"""A browser killed at a random moment while somebody draws: what was on the screen a second before is there again."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Error, Page, Playwright
from sqlalchemy import select

from configurator.projects.models import LoggedEdit, Project
from tests import proofs
from tests.browser.conftest import Site
from tests.browser.hand import Hand
from tests.browser.own_browser import OwnBrowser
from tests.configurator.people import KRAKOW

PROOF = "browser_kills"
RUNS = int(os.environ.get("KILL_BROWSER_RUNS", "2"))
A_SITTING = 10
NOTES = Path(__file__).with_name("notes.js").read_text("utf-8")
MINE = 'html[data-ready] #studio[data-may-edit="true"]'
LONGEST_S = 5.0
BEFORE_MS = 1000
PATIENCE_MS = 180_000

Document = dict[str, Any]


@pytest.mark.parametrize("seed", range(-(-RUNS // A_SITTING)))
def test_what_was_seen_a_second_before_the_kill_is_there_again(
    seed: int, playwright: Playwright, site: Site, tmp_path: Path
) -> None:
    """One sitting: a new project, drawn in until the browser is killed, opened again, drawn in again."""
    runs = min(A_SITTING, RUNS - seed * A_SITTING)
    if RUNS > A_SITTING and (done := proofs.part_of(PROOF, seed)).exists():
        assert json.loads(done.read_text())["failures"] == []
        return
    sitting = Sitting(playwright, site, tmp_path / "profile", Random(seed))  # noqa: S311 - to be repeated, not to be secret
    try:
        sitting.begin()
        for run in range(runs):
            sitting.run(isolated=(seed + run) % 2 == 1)
    finally:
        sitting.browser.kill()
    if RUNS > A_SITTING:
        proofs.note_part(
            PROOF, seed, runs=runs, offline=sitting.offline, edits=sitting.edits, failures=sitting.failures
        )
    assert sitting.failures == []


@dataclass
class Sitting:
    """One profile, one project, and the plans that its screen has shown."""

    playwright: Playwright
    site: Site
    profile: Path
    random: Random
    notes: list[tuple[int, Document]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    offline: int = 0
    edits: int = 0

    def begin(self) -> None:
        self.profile.mkdir()
        page = self._start()
        page.goto(f"{self.site.url}/s/{KRAKOW}/?lang=pl")
        rooms = page.locator("button.room")
        rooms.nth(self.random.randrange(rooms.count())).click()
        page.wait_for_selector(MINE, state="attached")
        self.address = page.url
        self.page = page

    def run(self, *, isolated: bool) -> None:
        """Draw until the kill, open again, and compare; `isolated`: all of that without a network."""
        self.offline += isolated
        if isolated:
            self._wait_for_shell()
        with self._line(self.random.choice(("line", "server")) if isolated else "up") as line:
            line.cut(self.page)
            killed_at = self._draw_until_killed()
            self.page = self._start()
            line.cut(self.page)
            self.page.goto(self.address, wait_until="commit")
            self.page.wait_for_selector(MINE, state="attached")
            reopened = self._shown()
        self._wait_until_sent()
        self._compare(killed_at, reopened)

    def _start(self) -> Page:
        self.browser = OwnBrowser(self.playwright, self.profile)
        context = self.browser.context
        context.add_init_script(NOTES)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.set_viewport_size({"width": 1200, "height": 800})
        page.expose_function("note", lambda at, text: self.notes.append((at, json.loads(text))))
        return page

    def _draw_until_killed(self) -> float:
        """When it was killed, in ms since 1970."""
        moment: list[float] = []
        self.notes = [(0, self._shown())]

        def kill() -> None:
            moment.append(time.time() * 1000)
            self.browser.kill()

        timer = threading.Timer(self.random.uniform(1, LONGEST_S), kill)
        timer.start()
        hand = Hand(self.page, self.random)
        while timer.is_alive():
            try:
                hand.stroke()
            except Error:
                continue  # the stroke met the kill, or something moved away under the hand
        timer.join()
        return moment[0]

    def _compare(self, killed_at: float, reopened: Document) -> None:
        """Nothing seen a second before the kill is missing, here and on the server; only later edits may change it."""
        before = [note for note in self.notes if note[0] <= killed_at - BEFORE_MS]
        seen_at, seen = before[-1]
        self.edits += len(before) - 1
        head, log = self._server()
        later = {path for at, paths in log if at > seen_at for path in paths}
        run = f"{self.address} at {killed_at:.0f}"
        for where, found in (("reopened", reopened), ("server", head)):
            if lost := {path for path in _different(seen, found) if path not in later}:
                self.failures.append(f"{run}: {where} lost {sorted(lost)}")
        if _different(self._shown(), head):
            self.failures.append(f"{run}: screen and server differ")

    def _shown(self) -> Document:
        shown: Document = self.page.evaluate("window.shown()")
        return shown

    def _wait_for_shell(self) -> None:
        """A page works without a network once this device has kept it."""
        self.page.evaluate("""async () => {
            while (!await caches.match(location.href.split("?")[0])) await new Promise(requestAnimationFrame)
        }""")

    def _wait_until_sent(self) -> None:
        self.page.wait_for_selector('#saved[data-state^="saved"]')

    def _server(self) -> tuple[Document, list[tuple[float, set[str]]]]:
        """The plan as the server has it, and each edit's time and what it touches."""
        app = self.site.app
        assert isinstance(app, Flask)
        with app.extensions["database"].reading() as session:
            code = self.address.split("?")[0].rsplit("/", 1)[1]
            project = session.scalars(select(Project).where(Project.code == code)).one()
            bodies = session.scalars(select(LoggedEdit.body).where(LoggedEdit.project_id == project.id)).all()
            return json.loads(project.variants[0].head_plan), [_touched(json.loads(body)) for body in bodies]

    @contextmanager
    def _line(self, how: str) -> Iterator[Line]:
        line = Line(how, self.site)
        yield line
        line.mend(self.page)


@dataclass
class Line:
    """The way to the server: up, cut at the browser, or the server is gone."""

    how: str
    site: Site
    is_stopped: bool = False

    def cut(self, page: Page) -> None:
        if self.how == "line":
            page.context.set_offline(True)
        if self.how == "server" and not self.is_stopped:
            self.site.stop()
            self.is_stopped = True

    def mend(self, page: Page) -> None:
        if self.how == "line":
            page.context.set_offline(False)
        if self.is_stopped:
            self.site.restart()


def _touched(edit: dict[str, Any]) -> tuple[float, set[str]]:
    return datetime.fromisoformat(edit["at"]).timestamp() * 1000, {*edit["set"], *edit["remove"]}


def _different(one: Document, other: Document) -> set[str]:
    """The entities that differ, by their paths."""
    here, there = _entities(one), _entities(other)
    return {path for path in here.keys() | there.keys() if here.get(path) != there.get(path)}


def _entities(plan: Document) -> dict[str, object]:
    collections = {name: held for name, held in plan.items() if name not in ("plan", "version")}
    return {f"{name}/{id_}": held[id_] for name, held in collections.items() for id_ in held} | {"plan": plan["plan"]}
