"""The same rules for every engine measured: a fee lowered in a store, for a purpose, by drawing or by buying."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

Charge = Callable[[Mapping[str, Any], datetime], int]

FEE_GR = 30_000
PURPOSES = ("bathroom", "kitchen")
WORDS = {"pl": "Reguła", "en": "Rule"}
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
WARSAW = ZoneInfo("Europe/Warsaw")


@dataclass(frozen=True)
class Line:
    """One rule: where it holds, what it asks for and what it takes off."""

    store: str
    elements: int
    bought_gr: int
    days: int
    off_gr: int


def lines(count: int) -> tuple[Line, ...]:
    """So many rules, about four for each store."""
    stores = max(1, count // 4)
    return tuple(
        Line(f"s{n % stores}", 3 + n % 5, 100_000 + 1_000 * n, 30, 1_000 + 20_000 * n // count) for n in range(count)
    )


def situations(count: int, times: int) -> list[dict[str, Any]]:
    """Facts as they come, some of which meet a rule and some none."""
    chance, stores = Random(count), max(1, count // 4)  # noqa: S311 - seeded, to measure the same twice
    return [
        {
            "service": "help",
            "store": f"s{chance.randrange(stores)}",
            "purpose": chance.choice([*PURPOSES, "hall"]),
            "own_elements": chance.randrange(8),
            "project_purchases_kept_gross_gr": chance.randrange(400_000),
            "days_since_proposal": chance.randrange(40),
            "designer_began": False,
        }
        for _ in range(times)
    ]


def as_terms(rules: tuple[Line, ...]) -> dict[str, Any]:
    service = {"title": WORDS, "fee": {"kind": "fixed", "amount_gr": FEE_GR}}
    return {
        "id": "bench",
        "version": 1,
        "services": {"help": service},
        "rules": [_as_rule(n, r) for n, r in enumerate(rules)],
    }


def _as_rule(number: int, rule: Line) -> dict[str, Any]:
    drawn = {"fact": "own_elements", "is": "at_least", "value": rule.elements}
    bought = {"fact": "project_purchases_kept_gross_gr", "is": "at_least", "value": rule.bought_gr}
    asked = [
        {"fact": "store", "is": "equal", "value": rule.store},
        {"fact": "purpose", "is": "one_of", "value": list(PURPOSES)},
        {"any": [drawn, bought]},
        {"fact": "days_since_proposal", "is": "at_most", "value": rule.days},
    ]
    valid = {"from": FIRST.isoformat(), "to": LAST.isoformat()}
    then = {"kind": "reduce", "amount_gr": rule.off_gr}
    return {
        "id": f"r{number:04}",
        "title": WORDS,
        "services": ["help"],
        "valid": valid,
        "when": {"all": asked},
        "then": then,
    }


def by_hand(rules: tuple[Line, ...]) -> Charge:
    """What a person would write for exactly these rules, with an index: the limit. What is unknown lowers nothing."""
    by_store: dict[Any, list[tuple[int, int, int, int]]] = {}
    for rule in rules:
        by_store.setdefault(rule.store, []).append((rule.elements, rule.bought_gr, rule.days, rule.off_gr))

    def charge(facts: Mapping[str, Any], at: datetime) -> int:
        best, day = 0, at.astimezone(WARSAW).date()
        drawn, bought = facts.get("own_elements"), facts.get("project_purchases_kept_gross_gr")
        days = facts.get("days_since_proposal")
        if days is None or facts.get("purpose") not in PURPOSES or not FIRST <= day <= LAST:
            return FEE_GR
        for elements, bought_gr, most_days, off_gr in by_store.get(facts.get("store"), ()):
            enough = (drawn is not None and drawn >= elements) or (bought is not None and bought >= bought_gr)
            if enough and days <= most_days and off_gr > best:
                best = off_gr
        return max(0, FEE_GR - best)

    return charge


def peers(rules: tuple[Line, ...]) -> Iterator[tuple[str, Charge | None]]:
    """Every other engine with these rules, each compiled where it can be; None for one that is not installed."""
    for name, make in PEERS.items():
        try:
            yield name, make(rules)
        except ImportError:
            yield name, None


def _by_datalogic(rules: tuple[Line, ...]) -> Charge:
    rule = import_module("datalogic_py").Engine().compile(json.dumps(_as_json_logic(rules)))
    return lambda facts, _: FEE_GR - int(rule.evaluate(facts))


def _by_json_logic(rules: tuple[Line, ...]) -> Charge:
    logic, apply = _as_json_logic(rules), import_module("jsonlogic_rs").apply
    return lambda facts, _: FEE_GR - int(apply(logic, facts))


def _as_json_logic(rules: tuple[Line, ...]) -> dict[str, Any]:
    def met(rule: Line) -> dict[str, Any]:
        drawn = {">=": [{"var": "own_elements"}, rule.elements]}
        bought = {">=": [{"var": "project_purchases_kept_gross_gr"}, rule.bought_gr]}
        store, purpose = {"==": [{"var": "store"}, rule.store]}, {"in": [{"var": "purpose"}, list(PURPOSES)]}
        return {"and": [store, purpose, {"or": [drawn, bought]}, {"<=": [{"var": "days_since_proposal"}, rule.days]}]}

    return {"max": [{"if": [met(rule), rule.off_gr, 0]} for rule in rules]}


def _by_cel(rules: tuple[Line, ...]) -> Charge:
    program = import_module("cel").compile(f"[{', '.join(_as_expression(rule, '||', '&&') for rule in rules)}]")
    return lambda facts, _: FEE_GR - int(max(program.execute(facts)))


def _by_zen(rules: tuple[Line, ...]) -> Charge:
    listed = ", ".join(_as_expression(rule, "or", "and") for rule in rules)
    expression = import_module("zen").compile_expression(f"max([{listed}])")
    return lambda facts, _: FEE_GR - int(expression.evaluate(facts))


def _as_expression(rule: Line, or_: str, and_: str) -> str:
    enough = f"(own_elements >= {rule.elements} {or_} project_purchases_kept_gross_gr >= {rule.bought_gr})"
    asked = (
        f'store == "{rule.store}"',
        'purpose in ["bathroom", "kitchen"]',
        enough,
        f"days_since_proposal <= {rule.days}",
    )
    return f"({f' {and_} '.join(asked)} ? {rule.off_gr} : 0)"


PEERS: dict[str, Callable[[tuple[Line, ...]], Charge]] = {
    "zen-engine": _by_zen,
    "datalogic-py": _by_datalogic,
    "cel-rust": _by_cel,
    "json-logic": _by_json_logic,
}
