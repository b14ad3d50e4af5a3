"""A manager at work in tests, in a browser without scripts: reads a page's forms, fills fields by label, presses."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


@dataclass
class Form:
    """A form of a page: where it goes, what stands in it, and the labels of its fields in their order."""

    action: str
    method: str
    values: list[tuple[str, str]] = field(default_factory=list)
    labels: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    options: dict[str, dict[str, str]] = field(default_factory=dict)
    ticks: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass
class Manager:
    """One manager's browser, on the page that it last opened."""

    client: FlaskClient
    url: str = ""
    text: str = ""
    status: int = 0
    forms: list[Form] = field(default_factory=list)

    def open(self, url: str) -> Manager:
        return self._landed(self.client.get(url, follow_redirects=True))

    def fill(self, label: str, value: str, number: int = 0) -> Manager:
        """Type into the field of this label, or choose the option of this text; `number` when several are called so."""
        form, name = self._field(label, number)
        options = form.options.get(name)
        form.values = [(key, held) for key, held in form.values if key != name]
        form.values.append((name, options[value] if options else value))
        return self

    def tick(self, label: str) -> Manager:
        form = next(form for form in self.forms if label in form.ticks)
        form.values.append(form.ticks[label])
        return self

    def press(self, words: str, number: int = 0) -> Manager:
        """The button of these words."""
        found = [(form, button) for form in self.forms for button in form.buttons if button[0] == words]
        form, (_, name, value) = found[number]
        sent: dict[str, list[str]] = {}
        for key, held in [*form.values, *([(name, value)] if name else [])]:
            sent.setdefault(key, []).append(held)
        if form.method == "get":
            return self._landed(self.client.get(form.action, query_string=sent, follow_redirects=True))
        return self._landed(self.client.post(form.action, data=sent, follow_redirects=True))

    def _field(self, label: str, number: int) -> tuple[Form, str]:
        found = [(form, name) for form in self.forms for said, name in form.labels if said == label]
        assert len(found) > number, f"no {label!r} among {[said for form in self.forms for said, _ in form.labels]}"
        return found[number]

    def _landed(self, answer: TestResponse) -> Manager:
        self.url, self.text, self.status = answer.request.path, answer.text, answer.status_code
        reader = _Reader(self.url)
        reader.feed(self.text)
        self.forms = reader.forms
        return self


class _Reader(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._url = url
        self._open: Form | None = None
        self._ids: dict[str, str] = {}
        self._for = ""
        self._words: list[str] | None = None
        self._button: tuple[str, str, str] | None = None
        self._select = ""
        self._option: tuple[str, bool] | None = None
        self._tick: tuple[str, str, bool] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(found.get("action", self._url).partition("#")[0], found.get("method", "get"))
            self.forms.append(self._open)
        if self._open is None:
            return
        if tag == "label":
            self._for, self._words = found.get("for", ""), []
        elif tag == "input":
            self._input(found)
        elif tag == "select":
            self._select = found["name"]
            self._open.labels += [(label, self._select) for label in [self._ids.get(found.get("id", ""))] if label]
            self._open.options[self._select] = {}
            self._open.values.append((self._select, ""))
        elif tag == "option":
            self._option, self._words = (found.get("value", ""), "selected" in found), []
        elif tag == "button" and found.get("type") != "button":
            self._button, self._words = (found.get("aria-label", ""), found.get("name", ""), found.get("value", "")), []

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open is None or tag not in ("form", "label", "option", "button"):
            return
        words = " ".join("".join(self._words or []).split())
        if tag == "label" and self._tick:
            name, value, _ = self._tick
            self._open.ticks[words], self._tick = (name, value), None
        elif tag == "label":
            self._ids[self._for] = words.partition(" (jeśli")[0]
        elif tag == "option" and self._option and self._select:
            value, chosen = self._option
            self._open.options[self._select][words] = value
            if chosen:
                self._open.values = [(key, held) for key, held in self._open.values if key != self._select]
                self._open.values.append((self._select, value))
        elif tag == "button" and self._button:
            self._open.buttons.append((self._button[0] or words, *self._button[1:]))
        self._words = None
        if tag == "form":
            self._open = None

    def _input(self, found: dict[str, str]) -> None:
        assert self._open is not None
        if found.get("type") == "checkbox":
            self._tick = (found["name"], found["value"], "checked" in found)
            if "checked" in found:
                self._open.values.append((found["name"], found["value"]))
            return
        self._open.values.append((found["name"], found.get("value", "")))
        if label := self._ids.get(found.get("id", "")):
            self._open.labels.append((label, found["name"]))
