"""A kind's file, checked place by place."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from rooms.description import COLLECTIONS
from rooms.fault import Fault
from rooms.fields import check_field
from rooms.kinds.kind import Kind, Names
from rooms.vocabulary.entries import PARTS, STROKES, Fields
from rooms.vocabulary.entry_checks import check_entries, check_names
from rooms.vocabulary.forms import Size
from rooms.vocabulary.materials import MATERIALS
from rooms.vocabulary.shape import check_expression

CATEGORIES = (
    *("living", "bedroom", "child", "study", "kitchen", "bathroom", "hall"),
    *("light", "all", "outside", "technical", "building"),
)
MOUNTS = ("floor", "wall", "ceiling")
SNAPS = ("wall", "corner", "free")
PURPOSES = ("moving", "sitting", "opening", "side")
SEVERITIES = ("standard", "guideline")
USES: tuple[str, ...] = tuple(COLLECTIONS["rooms"]["fields"]["use"]["of"])
LANGUAGES = ("pl", "en")
FIELDS = {
    "kind": True,
    "names": True,
    "category": True,
    "uses": True,
    "size": True,
    "widths": False,
    "elevation": False,
    "mount": True,
    "snap": True,
    "overhang": False,
    "sign": False,
    "tint": True,
    "colours": False,
    "zones": False,
    "let": False,
    "parts": True,
    "symbol": False,
    "front": False,
}


def read_kind(name: str, document: Any) -> Kind:
    """The kind that a file describes; Fault names the first place that is not as it should be."""
    path = f"kinds/{name}"
    _check_fields(document, path)
    if document["kind"] != name:
        raise Fault(f"{path}/kind", "not_its_file", wanted=name, found=document["kind"])
    sizes = {word: _size(document["size"], word, f"{path}/size") for word in ("default", "least", "most")}
    kind = Kind(
        name=name,
        names={language: _names(document["names"], language, f"{path}/names") for language in LANGUAGES},
        category=_choice(document["category"], CATEGORIES, f"{path}/category"),
        uses=tuple(_choice(use, USES, f"{path}/uses") for use in document["uses"]),
        size=sizes["default"],
        least=sizes["least"],
        most=sizes["most"],
        widths=_widths(document.get("widths", []), sizes["least"], sizes["most"], f"{path}/widths"),
        elevation=document.get("elevation", 0),
        mount=_choice(document["mount"], MOUNTS, f"{path}/mount"),
        snap=_choice(document["snap"], SNAPS, f"{path}/snap"),
        overhang=document.get("overhang", False),
        sign=document.get("sign", False),
        tint=tuple(_choice(word, MATERIALS, f"{path}/tint") for word in document["tint"]),
        colours=MappingProxyType(document.get("colours", {})),
        zones=tuple(document.get("zones", ())),
        let=document.get("let", {}),
        parts=tuple(document["parts"]),
        symbol=tuple(document.get("symbol", ({"is": "parts"},))),
        front=tuple(document.get("front", ({"is": "parts"},))),
    )
    _check_written(document, path)
    if not kind.fits(kind.size):
        raise Fault(f"{path}/size/default", "out_of_range", least=kind.least, most=kind.most)
    return kind


def _check_fields(document: Any, path: str) -> None:
    if not isinstance(document, dict):
        raise Fault(path, "not_an_object")
    for name in document:
        if name not in FIELDS:
            raise Fault(f"{path}/{name}", "unknown_field")
    for name, needed in FIELDS.items():
        if needed and name not in document:
            raise Fault(f"{path}/{name}", "missing")


def _check_written(document: Fields, path: str) -> None:
    check_names(document.get("let", {}), f"{path}/let")
    check_entries(document["parts"], PARTS, f"{path}/parts")
    for name in ("symbol", "front"):
        check_entries(document.get(name, []), STROKES, f"{path}/{name}")
    for word, colour in document.get("colours", {}).items():
        _choice(word, MATERIALS, f"{path}/colours")
        check_field(f"{path}/colours/{word}", colour, {"type": "colour"})
    for place, zone in enumerate(document.get("zones", [])):
        _check_zone(zone, f"{path}/zones/{place}")


def _check_zone(zone: Any, path: str) -> None:
    if not isinstance(zone, dict) or set(zone) != {"purpose", "at", "size", "source", "severity"}:
        raise Fault(path, "not_a_zone")
    _choice(zone["purpose"], PURPOSES, f"{path}/purpose")
    _choice(zone["severity"], SEVERITIES, f"{path}/severity")
    for name in ("at", "size"):
        if len(zone[name]) != 2:
            raise Fault(f"{path}/{name}", "wrong_count", wanted=2)
        for expression in zone[name]:
            check_expression(expression, f"{path}/{name}")


def _size(sizes: Any, word: str, path: str) -> Size:
    check_field(f"{path}/{word}", sizes.get(word), {"type": "size"})
    width, depth, height = sizes[word]
    return width, depth, height


def _widths(widths: Any, least: Size, most: Size, path: str) -> tuple[int, ...]:
    if not isinstance(widths, list) or any(type(width) is not int for width in widths) or widths != sorted(widths):
        raise Fault(path, "not_a_list")
    if any(not least[0] <= width <= most[0] for width in widths):
        raise Fault(path, "out_of_range", least=least[0], most=most[0])
    return tuple(widths)


def _names(names: Any, language: str, path: str) -> Names:
    if language not in names:
        raise Fault(f"{path}/{language}", "missing")
    held = names[language]
    for word in ("one", "many"):
        check_field(f"{path}/{language}/{word}", held.get(word), {"type": "text", "most": 60})
    return Names(held["one"], held["many"], tuple(held.get("also", ())))


def _choice(value: Any, choices: Any, path: str) -> str:
    if value not in choices:
        raise Fault(path, "not_a_choice", found=value, choices=", ".join(choices))
    return str(value)
