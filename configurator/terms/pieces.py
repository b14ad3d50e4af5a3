"""A piece of a draft, edited on a page of its own: a service, a rule, a fact, a phrase, what all the terms say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from configurator.errors import NotFound
from configurator.terms.asked import ASKED, WHOLE
from configurator.terms.box import ABSENT, Box
from configurator.terms.controls import Control, Setting
from configurator.terms.forms import Record
from configurator.terms.phrase_form import Phrasing
from configurator.terms.typed import Typed
from incentives.fact import Fact
from incentives.fault import Fault
from incentives.own_fact import own_fact_said
from incentives.phrases import USUAL, State, read_phrase
from incentives.phrasing import CALLED, phrase_example
from incentives.reading import Node
from incentives.rule import Rule
from incentives.tariff import Override, Service
from incentives.telling import Said, Titles, override_said, rule_said, service_said
from incentives.wording import Words

UNNAMED = Words("Bez nazwy", "Without a name")
DESIGN = Words("Pomoc projektanta", "Designer's help")
"""What an example is about while the terms have no service yet."""


@dataclass(frozen=True)
class Piece:
    """A service, rule, fact or phrase, or one of WHOLE: `path` is its place in the terms, `data` what stands there."""

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
        box = self._control().show(self.data, self.part, self.path)
        return replace(box, path=self.path) if self.path else _without_slash(box)

    def typed(self, form: Typed) -> Piece:
        """The piece as the form now says; what the form does not ask for stays."""
        found = self._control().read(form, self.part)
        names = {asks.name for asks in ASKED[self.part]}
        kept = {name: value for name, value in self.data.items() if name not in names}
        return replace(self, data=kept | ({} if found is ABSENT else found))

    def put_into(self, terms: Mapping[str, Any]) -> dict[str, Any]:
        """The terms with this piece in its place."""
        if not self.path:
            return dict(self.data)
        found, around = _copied(terms, self.path)
        around[_last(self.path, around)] = self.data
        return _without_empty(found)

    def taken_from(self, terms: Mapping[str, Any]) -> dict[str, Any]:
        """The terms without it."""
        if not self.path:
            raise NotFound("no_piece")
        found, around = _copied(terms, self.path)
        if self.part == "phrases":
            around[self.key] = {}
        else:
            del around[_last(self.path, around)]
        if self.part == "services" and found.get("default_service") == self.key:
            del found["default_service"]
        return _without_empty(found)

    @property
    def title(self) -> Words:
        if self.part == "phrases":
            return CALLED[State(self.key)]
        title = self.data.get("label" if self.part == "facts" else "title") if isinstance(self.data, dict) else None
        texts = title if isinstance(title, dict) else {}
        pl, en = (str(texts.get(language) or "") for language in ("pl", "en"))
        return Words(pl or en or UNNAMED.pl, en or pl or UNNAMED.en)

    def said(self) -> Said | None:
        """The sentences of it, without those of rules that are pieces of their own; None while it cannot be read."""
        if not self.path:
            return None
        try:
            if self.part == "facts":
                return own_fact_said(Fact.read(self.key, Node(self.data)))
            if self.part == "phrases":
                return self._phrase_said()
            if self.part == "services":
                return service_said(Service.read(self.key, Node(self.data), self.setting.registry))
            if self.part == "overrides":
                alone = {**self.data, "rules": []}
                return override_said(Override.read(Node(alone), self.setting.registry), self._titles())
            return rule_said(Rule.read(Node(self.data), self.setting.registry), self._titles())
        except Fault:
            return None

    def _control(self) -> Control:
        return Phrasing() if self.part == "phrases" else Record(ASKED[self.part], self.setting)

    def _phrase_said(self) -> Said:
        """How it reads for one customer: in the store's own words, or in the usual ones."""
        state = State(self.key)
        phrase = read_phrase(state, Node(self.data)) if self.data else USUAL[state]
        return phrase_example(state, phrase, next(iter(self.setting.names["services"].values()), DESIGN))

    def _titles(self) -> Titles:
        names = self.setting.names
        together = {f"{kind}/{name}": words for kind in ("lane", "group") for name, words in names[kind].items()}
        return {**names["parts"], **names["services"], **together}


def pieces(terms: Mapping[str, Any], part: str, setting: Setting) -> Sequence[Piece]:
    """All services, facts, phrases, individual terms or rules (those of individual terms last), in their order."""
    if part in ("services", "facts"):
        return [Piece(part, key, f"{part}/{key}", data, setting) for key, data in terms.get(part, {}).items()]
    if part == "phrases":
        own = terms.get("phrases", {})
        return [Piece(part, state, f"phrases/{state}", own.get(state, {}), setting) for state in State]
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
    if part in WHOLE:
        return Piece(part, key, "", dict(terms), setting)
    found = [piece for piece in pieces(terms, part, setting) if piece.key == key] if part in ASKED else []
    if not found:
        raise NotFound("no_piece")
    return found[0]


def _copied(terms: Mapping[str, Any], path: str) -> tuple[dict[str, Any], Any]:
    """A copy of the terms, and in it the list or object around the place."""
    found = around = json.loads(json.dumps(terms))
    for name in path.split("/")[:-1]:
        around = around[int(name)] if isinstance(around, list) else around.setdefault(name, {})
    return found, around


def _without_empty(terms: dict[str, Any]) -> dict[str, Any]:
    """Without phrases that say nothing, and without what is left empty by that or by a fact taken away."""
    phrases = {state: phrase for state, phrase in terms.get("phrases", {}).items() if phrase}
    found = {**terms, "phrases": phrases}
    return {name: value for name, value in found.items() if value or name not in ("phrases", "facts")}


def _last(path: str, around: Any) -> int | str:
    name = path.rsplit("/", 1)[-1]
    return int(name) if isinstance(around, list) else name


def _without_slash(box: Box) -> Box:
    """At the root of the terms a place has no part before it."""
    return replace(box, path=box.path.removeprefix("/"), boxes=tuple(_without_slash(inner) for inner in box.boxes))
