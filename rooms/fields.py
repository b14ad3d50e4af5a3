"""The types a plan's field may have: one check each, driven by `plan.json`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from rooms.fault import Fault

Rule = Mapping[str, Any]

ID = re.compile(r"[a-z][0-9a-z]{1,20}")
REFERENCE = re.compile(r"[0-9a-z]{1,40}")
WORD = re.compile(r"[a-z][a-z0-9_]{0,59}")
CODE = re.compile(r"[^\x00-\x1f]{1,60}")
COLOUR = re.compile(r"#[0-9a-f]{6}")
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")

MOST_COORDINATE_MM = 500_000
MOST_SIZE_MM = 50_000


def check_field(path: str, value: object, rule: Rule) -> None:
    """Raise Fault with the field's path unless the value is what the rule describes."""
    if value is None:
        if not rule.get("null"):
            raise Fault(path, "missing")
        return
    TYPES[rule["type"]](path, value, rule)


def integer(path: str, value: object, least: int, most: int) -> int:
    """A whole number in the range, both ends included; True and 1.0 are not whole numbers here."""
    if type(value) is not int:
        raise Fault(path, "not_a_whole_number")
    if not least <= value <= most:
        raise Fault(path, "out_of_range", least=least, most=most)
    return value


def _integer(path: str, value: object, rule: Rule) -> None:
    integer(path, value, rule["from"], rule["to"])


def _text(path: str, value: object, rule: Rule) -> None:
    if not isinstance(value, str):
        raise Fault(path, "not_a_text")
    if len(value) > rule["most"]:
        raise Fault(path, "too_long", most=rule["most"])
    if CONTROL.search(value):
        raise Fault(path, "unreadable_letters")


def _matching(pattern: re.Pattern[str], reason: str) -> Callable[[str, object, Rule], None]:
    def check(path: str, value: object, _rule: Rule) -> None:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise Fault(path, reason)

    return check


def _choice(path: str, value: object, rule: Rule) -> None:
    if value not in rule["of"]:
        raise Fault(path, "not_a_choice", choices=", ".join(repr(choice) for choice in rule["of"]))


def _flag(path: str, value: object, _rule: Rule) -> None:
    if not isinstance(value, bool):
        raise Fault(path, "not_yes_or_no")


def _numbers(count: int, least: int, most: int) -> Callable[[str, object, Rule], None]:
    def check(path: str, value: object, _rule: Rule) -> None:
        if not isinstance(value, list | tuple) or len(value) != count:
            raise Fault(path, "wrong_count", wanted=count)
        for place, number in enumerate(value):
            integer(f"{path}/{place}", number, least, most)

    return check


PRODUCT: Mapping[str, Rule] = {
    "sku": {"type": "text", "most": 64},
    "name": {"type": "text", "most": 200},
    "price_gr": {"type": "integer", "from": 0, "to": 1_000_000_000},
    "size": {"type": "size"},
    "date": {"type": "text", "most": 10},
    "ean": {"type": "text", "most": 14, "null": True},
}
TILE: Mapping[str, Rule] = {
    "size": {"type": "pair"},
    "joint": {"type": "integer", "from": 0, "to": 50},
    "tint": {"type": "colour"},
    "pattern": {"type": "choice", "of": ["straight", "half", "third", "diagonal", "herringbone", "hexagon"]},
    "product": {"type": "product", "null": True},
    "origin": {"type": "point", "null": True},
    "turn_mdeg": {"type": "integer", "from": 0, "to": 359_999, "null": True},
    "per_pack": {"type": "integer", "from": 1, "to": 10_000, "null": True},
    "pack_cm2": {"type": "integer", "from": 1, "to": 10_000_000, "null": True},
    "sold_by": {"type": "choice", "of": ["piece", "m2", "pack"], "null": True},
    "reuse": {"type": "choice", "of": ["none", "oriented", "turned"], "null": True},
    "spare_percent": {"type": "integer", "from": 0, "to": 100, "null": True},
}
"""Where the first tile lies and how it is turned: `tiling/place.py`; what a pack holds: `tiling/packs.py`;
what the product's price is for: `sold_by`; how it is counted: `tiling/need.py`."""


def _object(fields: Mapping[str, Rule]) -> Callable[[str, object, Rule], None]:
    def check(path: str, value: object, _rule: Rule) -> None:
        if not isinstance(value, dict):
            raise Fault(path, "not_an_object")
        for name, inner in value.items():
            if name not in fields:
                raise Fault(f"{path}/{name}", "unknown_field")
            check_field(f"{path}/{name}", inner, fields[name])
        for name, rule in fields.items():
            if name not in value and not rule.get("null"):
                raise Fault(f"{path}/{name}", "missing")

    return check


TYPES: dict[str, Callable[[str, object, Rule], None]] = {
    "integer": _integer,
    "text": _text,
    "id": _matching(ID, "not_an_id"),
    "reference": _matching(REFERENCE, "not_an_id"),
    "word": _matching(WORD, "not_a_word"),
    "code": _matching(CODE, "not_a_code"),
    "colour": _matching(COLOUR, "not_a_colour"),
    "choice": _choice,
    "flag": _flag,
    "point": _numbers(2, -MOST_COORDINATE_MM, MOST_COORDINATE_MM),
    "pair": _numbers(2, 1, MOST_SIZE_MM),
    "size": _numbers(3, 1, MOST_SIZE_MM),
    "product": _object(PRODUCT),
    "tile": _object(TILE),
}
