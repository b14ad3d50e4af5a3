"""Small terms for tests, said in a line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from incentives.decision import Decision, decide
from incentives.facts import Facts
from incentives.terms import Terms

Json = dict[str, Any]

AT = datetime(2026, 5, 4, 10, tzinfo=UTC)
WORDS = {"pl": "tekst", "en": "text"}
HELP = {"pl": "Pomoc projektanta", "en": "Designer's help"}


def at_least(fact: str, value: Any) -> Json:
    return {"fact": fact, "is": "at_least", "value": value}


def at_most(fact: str, value: Any) -> Json:
    return {"fact": fact, "is": "at_most", "value": value}


def equal(fact: str, value: Any) -> Json:
    return {"fact": fact, "is": "equal", "value": value}


def rule(name: str, when: Json | None = None, then: Json | None = None, **more: Any) -> Json:
    found = {"id": name, "title": WORDS, "then": then or {"kind": "waive"}, **more}
    return found if when is None else {**found, "when": when}


def terms_data(*rules: Json, fee: Json | None = None, **more: Any) -> Json:
    """Terms with one service, `help`, for 300 zł unless another fee is given."""
    service = {"title": HELP, "fee": fee or {"kind": "fixed", "amount_gr": 30_000}}
    return {"id": "shop", "version": 1, "services": {"help": service}, "rules": list(rules), **more}


def decided(data: Json, facts: Json, at: datetime = AT) -> Decision:
    terms = Terms.read(data)
    return decide(terms, Facts.read(facts, terms.registry), at)
