"""A second, naive evaluator of terms and facts as JSON: every combination tried, nothing shared with the engine."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

Json = dict[str, Any]


def charged_and_applied(terms: Json, facts: Json, day: date) -> tuple[int, list[str]]:
    """The amount and the rules applied, for terms with one service and fixed, total and beyond fees."""
    fee = next(iter(terms["services"].values()))["fee"]
    listed = lines_of(fee, facts)
    best = min(
        (state for state in _states(terms, listed, facts, day)),
        key=lambda state: (
            sum(state[0].values()),
            len(state[1]),
            [-_priority(r) for r in state[1]],
            [r["id"] for r in state[1]],
        ),
    )
    lines, rules, _ = best
    for rule in sorted(
        (r for r in terms["rules"] if r["then"]["kind"] == "defer"), key=lambda r: (-_priority(r), r["id"])
    ):
        if sum(lines.values()) and _valid(rule, day) and _met(rule, facts):
            return 0, [r["id"] for r in rules] + [rule["id"]]
    return sum(lines.values()), [r["id"] for r in rules]


def lines_of(fee: Json, facts: Json) -> dict[str, int]:
    if fee["kind"] == "total":
        return {name: _amount(part, facts) for name, part in sorted(fee["parts"].items())}
    return {"fee": _amount(fee, facts)}


def truth(node: Json, facts: Json) -> bool | None:
    if "fact" in node:
        actual = facts.get(node["fact"])
        return None if actual is None else _leaf(node["is"], actual, node["value"])
    [(kind, inner)] = node.items()
    if kind == "not":
        part = truth(inner, facts)
        return None if part is None else not part
    answers = [truth(part, facts) for part in inner]
    deciding = kind == "any"
    if deciding in answers:
        return deciding
    return None if None in answers else not deciding


def _amount(fee: Json, facts: Json) -> int:
    if fee["kind"] == "fixed":
        return int(fee["amount_gr"])
    used = facts.get(fee["fact"])
    return 0 if used is None else max(0, used - fee["included"]) * int(fee["each_gr"])


def _leaf(kind: str, actual: Any, value: Any) -> bool:
    return {
        "equal": lambda: actual == value,
        "not_equal": lambda: actual != value,
        "at_least": lambda: actual >= value,
        "at_most": lambda: actual <= value,
        "one_of": lambda: actual in value,
        "between": lambda: value[0] <= actual <= value[1],
    }[kind]()


def _states(
    terms: Json, listed: dict[str, int], facts: Json, day: date
) -> Iterator[tuple[dict[str, int], list[Json], Json]]:
    rules = [rule for rule in terms["rules"] if rule["then"]["kind"] != "defer"]
    lanes = sorted({rule.get("lane", "fee") for rule in rules})
    for chosen in product(*([None, *(r for r in rules if r.get("lane", "fee") == lane)] for lane in lanes)):
        state = _applied([rule for rule in chosen if rule], dict(listed), dict(facts), day)
        if state is not None:
            yield state


def _applied(
    rules: list[Json], lines: dict[str, int], facts: Json, day: date
) -> tuple[dict[str, int], list[Json], Json] | None:
    before: list[Json] = []
    for rule in rules:
        parts = [name for name in lines if name in rule["then"].get("parts", lines)]
        off = _off(rule["then"], sum(lines[name] for name in parts), facts)
        if not (_valid(rule, day) and _group_free(rule, before) and _met(rule, facts) and off):
            return None
        for name in parts:
            taken = min(off, lines[name])
            lines[name], off = lines[name] - taken, off - taken
        if "consumes" in rule and facts.get(rule["consumes"]["fact"]) is not None:
            facts[rule["consumes"]["fact"]] = max(0, facts[rule["consumes"]["fact"]] - rule["consumes"]["amount"])
        before.append(rule)
    return lines, rules, facts


def _off(then: Json, total: int, facts: Json) -> int | None:
    match then["kind"]:
        case "reduce":
            return min(total, then["amount_gr"])
        case "reduce_percent":
            return math.floor(total * then["percent"] / 100 + 0.5)
        case "set_fee":
            return max(0, total - then["amount_gr"])
        case "refund" if "amount" in then:
            bought = facts.get(then["amount"]["of"])
            return None if bought is None else min(total, math.floor(bought * then["amount"]["percent"] / 100 + 0.5))
    return total


def _met(rule: Json, facts: Json) -> bool:
    return "when" not in rule or truth(rule["when"], facts) is True


def _valid(rule: Json, day: date) -> bool:
    valid = rule.get("valid", {})
    return valid.get("from", "0001-01-01") <= day.isoformat() <= valid.get("to", "9999-12-31")


def _group_free(rule: Json, before: list[Json]) -> bool:
    return "group" not in rule or all(other.get("group") != rule["group"] for other in before)


def _priority(rule: Json) -> int:
    return int(rule.get("priority", 0))
