"""What the forms of a draft may name: its facts, services, parts of fees, pools and groups, and the stores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from configurator.terms.controls import Setting
from configurator.terms.identifiers import named
from configurator.terms.passing import is_passing
from configurator.terms.pieces import UNNAMED
from configurator.terms.titled import titles_in
from incentives.fault import Fault
from incentives.reading import Node
from incentives.registry import STANDARD, Registry
from incentives.telling import Titles
from incentives.terms import read_registry
from incentives.wording import Words


def setting_of(terms: Mapping[str, Any], stores: Titles, language: str) -> Setting:
    """What the fields of these terms may name; `stores` are the retailer's, by the names that facts know them by."""
    services: dict[str, Words] = {}
    parts: dict[str, Words] = {}
    for name, title, kind in named(terms):
        if kind in ("service", "part"):
            (services if kind == "service" else parts)[name] = _words(title, name)
    names: dict[str, Titles] = {"services": services, "service": services, "default_service": services}
    together = {part: _together(terms, f"{part}s", part) for part in ("lane", "group")}
    return Setting(_registry(terms), language, names | together | {"parts": parts, "store": stores})


def _together(terms: Mapping[str, Any], listed: str, part: str) -> Titles:
    """The pools or groups that are listed, and those that rules name unlisted."""
    found = {name: _words(title, name) for name, title in titles_in(terms.get(listed)).items()}
    used = (rule.get(part) for rule in _rules(terms))
    return found | {name: _words(None, name) for name in used if isinstance(name, str) and name not in found}


def _rules(terms: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from terms.get("rules", [])
    for override in terms.get("overrides", []):
        yield from override.get("rules", [])


def _registry(terms: Mapping[str, Any]) -> Registry:
    """All that can be read of the terms' own facts; what has no name yet is called by what it has."""
    registry = STANDARD
    for part in ("categories", "brands", "facts"):
        for name, data in terms.get(part, {}).items():
            try:
                registry = read_registry({part: Node({name: _sound(part, name, data)}, part)}, registry)
            except Fault:
                continue
    return registry


def _sound(part: str, name: str, data: Any) -> Any:
    if part != "facts":
        return _words(data, name).as_data()
    sound = {key: value for key, value in data.items() if key not in ("choices", "counted_in") or value}
    if "choices" in sound:
        sound["choices"] = {key: _words(title, key).as_data() for key, title in sound["choices"].items()}
    if "counted_in" in sound:
        sound["counted_in"] = _words(sound["counted_in"], "").as_data()
    return {"changer": "store", **sound, "label": _words(data.get("label"), name).as_data()}


def _words(title: Any, name: str) -> Words:
    texts = title if isinstance(title, dict) else {}
    found = [text for language in ("pl", "en") if isinstance(text := texts.get(language), str) and text]
    if not found and is_passing(name):
        return UNNAMED
    usual = found[0] if found else name.replace("_", " ")
    return Words(str(texts.get("pl") or usual), str(texts.get("en") or usual))
