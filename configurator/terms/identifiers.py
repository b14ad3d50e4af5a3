"""Names for what a manager has made: from its title, once, so that nobody types one and later versions keep it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from configurator.terms.passing import is_passing
from configurator.terms.titled import titles_in
from incentives.registry import STANDARD

MOST_LETTERS = 40
NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def settled(data: dict[str, Any]) -> dict[str, Any]:
    """The same terms with a name of its own for each thing in them that had only a passing one."""
    names: dict[str, str] = {}
    taken = {name for name, _, _ in named(data) if not is_passing(name)}
    for name, title, kind in named(data):
        if is_passing(name):
            names[name] = _free(_name_from(title, kind), taken | STANDARD.facts.keys() if kind == "fact" else taken)
            taken.add(names[name])
            names |= _family(name, names[name], kind)
    found: dict[str, Any] = _renamed(data, names)
    return found


def named(data: Mapping[str, Any]) -> Iterator[tuple[str, Any, str]]:
    """Every name with its title and what it names."""
    yield from ((name, title, "category") for name, title in data.get("categories", {}).items())
    yield from ((name, title, "brand") for name, title in data.get("brands", {}).items())
    for name, fact in data.get("facts", {}).items():
        yield name, fact.get("label"), "fact"
        yield from ((choice, title, "choice") for choice, title in fact.get("choices", {}).items())
    for part, kind in (("lanes", "lane"), ("groups", "group")):
        yield from ((name, title, kind) for name, title in titles_in(data.get(part)).items())
    for name, service in data.get("services", {}).items():
        yield name, service.get("title"), "service"
        yield from _parts(service.get("fee"))
    yield from ((rule["id"], rule.get("title"), "rule") for rule in data.get("rules", []))
    for override in data.get("overrides", []):
        yield override["id"], override.get("title"), "terms"
        for fee in override.get("fees", {}).values():
            yield from _parts(fee)
        yield from ((rule["id"], rule.get("title"), "rule") for rule in override.get("rules", []))


def _parts(fee: Any) -> Iterator[tuple[str, Any, str]]:
    """The parts of a fee, and of every fee inside it."""
    if not isinstance(fee, dict):
        return
    titles = fee.get("titles", {})
    for name, inner in fee.get("parts", {}).items():
        yield name, titles.get(name), "part"
        yield from _parts(inner)
    for inner in (*fee.get("fees", {}).values(), fee.get("otherwise")):
        yield from _parts(inner)


def _family(old: str, new: str, kind: str) -> dict[str, str]:
    """The facts that there are for each category and brand, under their names."""
    patterns = [pattern for pattern, node in STANDARD.families.items() if node.data["of"] == kind]
    return {pattern.replace("*", old): pattern.replace("*", new) for pattern in patterns}


def _name_from(title: Any, kind: str) -> str:
    """A fact's name begins with a letter."""
    plain = _plain(title, "-" if kind in ("rule", "terms", "lane", "group") else "_") or kind
    return plain if plain[0].isalpha() else f"{kind}_{plain}"


def _plain(title: Any, joint: str) -> str:
    """ "Zwrot kaucji za łazienkę" as zwrot-kaucji-za-lazienke; the English title is taken first."""
    words = (title.get("en") or title.get("pl") or "") if isinstance(title, dict) else ""
    letters = unicodedata.normalize("NFKD", words.lower().replace("ł", "l"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return NOT_PLAIN.sub(joint, bare.replace("'", "").replace("’", "")).strip(joint)[:MOST_LETTERS].strip(joint)


def _free(name: str, taken: set[str]) -> str:
    joint = "-" if "-" in name else "_"
    number = 2
    found = name
    while found in taken:
        found, number = f"{name}{joint}{number}", number + 1
    return found


def _renamed(data: Any, names: dict[str, str]) -> Any:
    """Every passing name replaced, wherever it stands; nothing else begins as they do."""
    text = json.dumps(data, ensure_ascii=False)
    for old, new in names.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    return json.loads(text)
