"""Two versions of the terms beside each other: service by service and rule by rule, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from incentives import wording
from incentives.own_fact import own_fact_said
from incentives.phrases import State
from incentives.phrasing import phrase_said
from incentives.telling import Said, override_said, rule_said, service_said, titles_of
from incentives.terms import Terms
from incentives.wording import Words

KEPT_DAYS = Words("Pokazanej opłaty dotrzymujemy {days}", "A fee once shown is kept for {days}")

OPENED = Words("„Zaczynam projekt” otwiera usługę: {service}", "“I begin the design” opens: {service}")
LANES = Words("Pule korzyści, które się dodają", "Pools of benefits, which add up")
GROUPS = Words("Grupy, z których działa jedna reguła", "Groups of which one rule holds")
CATEGORIES = Words("Kategorie produktów", "Categories of products")
BRANDS = Words("Marki", "Brands")


@dataclass(frozen=True)
class Change:
    """What became of one service or rule: `added`, `removed`, `changed` or `same`; its sentences before and after."""

    kind: str
    title: Words
    before: tuple[tuple[int, Words], ...]
    after: tuple[tuple[int, Words], ...]


def compare(old: Terms | None, new: Terms) -> Sequence[Change]:
    """Every service, rule and individual term of either, those that differ first."""
    before, after = _said(old) if old else {}, _said(new)
    found = [_change(before.get(name), after.get(name)) for name in dict.fromkeys((*after, *before))]
    return sorted(found, key=lambda change: change.kind == "same")


def about_said(terms: Terms) -> Said:
    """What the terms say of themselves."""
    days = wording.days(terms.quote_days)
    found = [Said(KEPT_DAYS.filled({"days": days}))]
    if len(terms.services) > 1 and terms.default_service:
        found.append(Said(OPENED.filled({"service": terms.services[terms.default_service].title})))
    return Said(terms.title or wording.plain(terms.id), tuple(found))


def _said(terms: Terms) -> Mapping[str, Said]:
    return dict(_all(terms))


def _all(terms: Terms) -> Iterator[tuple[str, Said]]:
    titles = titles_of(terms)
    yield "about", about_said(terms)
    yield from ((f"services/{name}", service_said(service)) for name, service in terms.services.items())
    yield from ((f"rules/{rule.id}", rule_said(rule, titles)) for rule in terms.rules)
    yield from ((f"overrides/{override.id}", override_said(override, titles)) for override in terms.overrides)
    yield from besides_said(terms)


def besides_said(terms: Terms) -> Iterator[tuple[str, Said]]:
    """What else the terms say, each by its place: how rules go together, what they may name, in what words."""
    data = terms.as_data()
    for name, heading, titles in (
        ("lanes", LANES, terms.lanes),
        ("groups", GROUPS, terms.groups),
        ("categories", CATEGORIES, _titles(data, "categories")),
        ("brands", BRANDS, _titles(data, "brands")),
    ):
        if titles:
            yield name, Said(heading, tuple(Said(title) for title in titles.values()))
    yield from ((f"facts/{name}", own_fact_said(terms.registry.facts[name])) for name in data.get("facts", {}))
    for name in data.get("phrases", {}):
        yield f"phrases/{name}", phrase_said(State(name), terms.phrases.by_state[State(name)])


def _titles(data: Mapping[str, Any], part: str) -> Mapping[str, Words]:
    return {name: Words(title["pl"], title["en"]) for name, title in data.get(part, {}).items()}


def _change(before: Said | None, after: Said | None) -> Change:
    kind = "added" if before is None else "removed" if after is None else "same" if before == after else "changed"
    [title, *_] = [said.text for said in (after, before) if said]
    lines = [tuple(said.lines())[1:] if said else () for said in (before, after)]
    return Change(kind, title, lines[0], lines[1])
