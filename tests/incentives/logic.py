"""Terms as expressions for other engines: JSON Logic, and the same written out as text.

These engines know no unknown, so each condition becomes two expressions, one for met and one for not met; a fact is
asked only after it was found to be known.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

Json = dict[str, Any]

COMPARED = {"equal": "==", "not_equal": "!=", "at_least": ">=", "at_most": "<="}


def met(tree: Json, *, wanted: bool = True) -> Json:
    """Whether a condition is certainly met, or certainly not met."""
    if "fact" in tree:
        holds = _holds({"var": tree["fact"]}, tree["is"], tree["value"])
        return {"and": [known(tree["fact"]), holds if wanted else {"!": holds}]}
    [(kind, inner)] = tree.items()
    if kind == "not":
        return met(inner, wanted=not wanted)
    return {"and" if (kind == "all") is wanted else "or": [met(part, wanted=wanted) for part in inner]}


def off(rule: Json, lines: dict[str, Any], day: date) -> Any:
    """What the rule takes off lines with these amounts; 0 where it is not certainly met or not valid."""
    then, valid = rule["then"], rule.get("valid", {})
    if not valid.get("from", "0001-01-01") <= day.isoformat() <= valid.get("to", "9999-12-31"):
        return 0
    total = {"+": [0, *(amount for part, amount in lines.items() if part in then.get("parts", lines))]}
    asked, taken = [met(rule["when"])], _taken(then, total)
    if then["kind"] == "refund":
        asked.append(known(then["amount"]["of"]))
    return {"if": [{"and": asked}, taken, 0]}


def lines_of(fee: Json) -> dict[str, Any]:
    """The amount of each part of a fee that is fixed or counts what goes beyond; 0 while that is unknown."""
    return {part: _amount(inner) for part, inner in fee["parts"].items()}


def known(name: str) -> Json:
    return {"!==": [{"var": name}, None]}


def written(node: Any, words: dict[str, str]) -> str:
    """An expression as text; `words` are those that differ between languages."""
    if not isinstance(node, dict):
        return json.dumps(node)
    [(kind, parts)] = node.items()
    match kind:
        case "var":
            return str(parts)
        case "!":
            return f"{words['!']}({written(parts, words)})"
        case "floor":
            return f"{words['floor']}({written(parts, words)})"
        case "if":
            asked, then, otherwise = (written(part, words) for part in parts)
            return f"({asked} ? {then} : {otherwise})"
    return f"({f' {words.get(kind, kind)} '.join(written(part, words) for part in parts)})"


def _holds(actual: Json, kind: str, value: Any) -> Json:
    if kind == "between":
        return {"and": [{">=": [actual, value[0]]}, {"<=": [actual, value[1]]}]}
    if kind == "one_of":
        return {"or": [{"==": [actual, one]} for one in value]}
    return {COMPARED[kind]: [actual, value]}


def _amount(fee: Json) -> Any:
    if fee["kind"] == "fixed":
        return fee["amount_gr"]
    used = {"var": fee["fact"]}
    beyond = {"*": [{"-": [used, fee["included"]]}, fee["each_gr"]]}
    return {"if": [{"and": [known(fee["fact"]), {">": [used, fee["included"]]}]}, beyond, 0]}


def _taken(then: Json, total: Any) -> Any:
    match then["kind"]:
        case "reduce":
            return _less(total, then["amount_gr"])
        case "reduce_percent":
            return _share(total, then["percent"])
        case "set_fee":
            return {"if": [{">": [total, then["amount_gr"]]}, {"-": [total, then["amount_gr"]]}, 0]}
        case "refund":
            return _less(total, _share({"var": then["amount"]["of"]}, then["amount"]["percent"]))
    return total


def _less(one: Any, other: Any) -> Json:
    return {"if": [{"<": [one, other]}, one, other]}


def _share(total: Any, percent: int) -> Json:
    """Rounded half up, in whole numbers."""
    return {"floor": {"/": [{"+": [{"*": [total, percent, 2]}, 100]}, 200]}}
