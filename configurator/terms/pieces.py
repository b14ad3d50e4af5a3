"""A piece of a draft, edited on a page of its own: a service, a rule, or what the terms say of themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from configurator.errors import NotFound
from configurator.terms.box import ABSENT, Box
from configurator.terms.controls import Setting
from configurator.terms.forms import Record
from configurator.terms.identifiers import named
from configurator.terms.typed import Typed
from incentives.asking import Question, asked, question, questions
from incentives.fault import Fault
from incentives.reading import Node
from incentives.registry import STANDARD, Registry
from incentives.rule import Rule
from incentives.tariff import Override, Service
from incentives.telling import Said, Titles, override_said, rule_said, service_said
from incentives.terms import read_registry
from incentives.wording import Words

ABOUT = "about"
ASKED: Mapping[str, tuple[Question, ...]] = {
    "services": tuple(questions(Service)),
    "rules": tuple(questions(Rule)),
    "overrides": tuple(questions(Override)),
    ABOUT: (
        question("title", Words, asked("Nazwa warunków", "Name of the terms", optional=True)),
        question(
            "quote_days",
            int,
            asked(
                "Przez ile dni dotrzymujemy klientowi pokazanej opłaty",
                "For how many days a fee once shown is kept",
                optional=True,
            ),
        ),
        question(
            "default_service",
            str,
            asked(
                "Usługa, którą otwiera „Zaczynam projekt”", "The service that “I begin the design” opens", optional=True
            ),
        ),
    ),
}
UNNAMED = Words("Bez nazwy", "Without a name")


@dataclass(frozen=True)
class Piece:
    """One service, one rule, or `about`; `path` is its place in the terms, `data` what stands there."""

    part: str
    key: str
    path: str
    data: Any
    setting: Setting

    @property
    def of_override(self) -> bool:
        """Whether it is a rule of individual terms."""
        return self.part == "rules" and self.path.startswith("overrides/")

    def box(self) -> Box:
        """The form, filled in."""
        record = Record(ASKED[self.part], self.setting)
        box = record.show(self.data, self.part, self.path)
        return replace(box, path=self.path) if self.path else _without_slash(box)

    def typed(self, form: Typed) -> Piece:
        """The piece as the form now says; what the form does not ask for stays."""
        found = Record(ASKED[self.part], self.setting).read(form, self.part)
        names = {asks.name for asks in ASKED[self.part]}
        kept = {name: value for name, value in self.data.items() if name not in names}
        return replace(self, data=kept | ({} if found is ABSENT else found))

    def put_into(self, terms: Mapping[str, Any]) -> dict[str, Any]:
        """The terms with this piece in its place."""
        if not self.path:
            return dict(self.data)
        found, around = _copied(terms, self.path)
        around[_last(self.path, around)] = self.data
        return found

    def taken_from(self, terms: Mapping[str, Any]) -> dict[str, Any]:
        """The terms without it."""
        found, around = _copied(terms, self.path)
        del around[_last(self.path, around)]
        if self.part == "services" and found.get("default_service") == self.key:
            del found["default_service"]
        return found

    @property
    def title(self) -> Words:
        title = self.data.get("title") if isinstance(self.data, dict) else None
        texts = title if isinstance(title, dict) else {}
        pl, en = (str(texts.get(language) or "") for language in ("pl", "en"))
        return Words(pl or en or UNNAMED.pl, en or pl or UNNAMED.en)

    def said(self) -> Said | None:
        """The sentences of it, without those of rules that are pieces of their own; None while it cannot be read."""
        try:
            if self.part == "services":
                return service_said(Service.read(self.key, Node(self.data), self.setting.registry))
            if self.part == "overrides":
                alone = {**self.data, "rules": []}
                return override_said(Override.read(Node(alone), self.setting.registry), self._titles())
            return rule_said(Rule.read(Node(self.data), self.setting.registry), self._titles())
        except Fault:
            return None

    def _titles(self) -> Titles:
        return {**self.setting.names["parts"], **self.setting.names["services"]}


def pieces(terms: Mapping[str, Any], part: str, setting: Setting) -> Sequence[Piece]:
    """All services, all individual terms, or all rules, those of individual terms last; in their order."""
    if part == "services":
        return [Piece(part, key, f"services/{key}", data, setting) for key, data in terms["services"].items()]
    overrides = list(enumerate(terms.get("overrides", [])))
    if part == "overrides":
        return [Piece(part, found["id"], f"overrides/{place}", found, setting) for place, found in overrides]
    inner = ((f"overrides/{place}/rules", found.get("rules", [])) for place, found in overrides)
    return [
        Piece("rules", rule["id"], f"{path}/{place}", rule, setting)
        for path, rules in (("rules", terms.get("rules", [])), *inner)
        for place, rule in enumerate(rules)
    ]


def find(terms: Mapping[str, Any], part: str, key: str, setting: Setting) -> Piece:
    """The piece of this name."""
    if part == ABOUT:
        return Piece(ABOUT, key, "", dict(terms), setting)
    found = [piece for piece in pieces(terms, part, setting) if piece.key == key] if part in ASKED else []
    if not found:
        raise NotFound("no_piece")
    return found[0]


def setting_of(terms: Mapping[str, Any], stores: Titles, language: str) -> Setting:
    """What the fields of these terms may name."""
    services: dict[str, Words] = {}
    parts: dict[str, Words] = {}
    for name, title, kind in named(terms):
        if kind in ("service", "part"):
            (services if kind == "service" else parts)[name] = _words(title, name)
    names = {"services": services, "service": services, "default_service": services, "parts": parts, "store": stores}
    return Setting(_registry(terms), language, names)


def _registry(terms: Mapping[str, Any]) -> Registry:
    try:
        return read_registry(Node(terms).entries())
    except Fault:
        return STANDARD


def _words(title: Any, name: str) -> Words:
    texts = title if isinstance(title, dict) else {}
    found = [text for language in ("pl", "en") if isinstance(text := texts.get(language), str) and text]
    usual = found[0] if found else name.replace("_", " ")
    return Words(str(texts.get("pl") or usual), str(texts.get("en") or usual))


def _copied(terms: Mapping[str, Any], path: str) -> tuple[dict[str, Any], Any]:
    """A copy of the terms, and in it the list or object around the place."""
    found = around = json.loads(json.dumps(terms))
    for name in path.split("/")[:-1]:
        around = around[int(name)] if isinstance(around, list) else around[name]
    return found, around


def _last(path: str, around: Any) -> int | str:
    name = path.rsplit("/", 1)[-1]
    return int(name) if isinstance(around, list) else name


def _without_slash(box: Box) -> Box:
    """At the root of the terms a place has no part before it."""
    return replace(box, path=box.path.removeprefix("/"), boxes=tuple(_without_slash(inner) for inner in box.boxes))
