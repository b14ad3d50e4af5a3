"""The starting rooms: one file in `rooms/` is one room, a plan document with its names and its place in the row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from configurator.i18n import words
from rooms.description import Document
from rooms.plan import Plan

FOLDER = Path(__file__).with_name("rooms")


@dataclass(frozen=True)
class Start:
    """`occasion` and `about` are in both languages; `for_kinds` names the retailers that show it.

    `panel` is the studio's tool that one begins with; empty where the studio chooses.
    """

    key: str
    order: int
    occasion: Mapping[str, str]
    about: Mapping[str, str]
    for_kinds: tuple[str, ...]
    document: Document
    panel: str = ""


def named(start: Start, language: str) -> Document:
    """The room's document with its own Polish names in this language, as far as they are the names of rooms' uses."""
    told = {words()[use]["pl"]: words()[use][language] for use in words() if use.startswith("plan.use_")}
    rooms = {id_: _renamed(room, told) for id_, room in start.document["rooms"].items()}
    return start.document | {"plan": _renamed(start.document["plan"], told), "rooms": rooms}


def usual(kind: str) -> str | None:
    """The key of the room that a retailer of this kind shows first; None where it shows none."""
    return next((key for key, one in starts().items() if kind in one.for_kinds), None)


def _renamed(held: Mapping[str, Any], told: Mapping[Any, Any]) -> dict[str, Any]:
    return dict(held) | {"name": told.get(held["name"], held["name"])}


@cache
def starts() -> Mapping[str, Start]:
    """Every starting room by its key, in their order; a broken one raises with its file's name."""
    found = [_read(file) for file in FOLDER.glob("*.json")]
    return {start.key: start for start in sorted(found, key=lambda start: start.order)}


def _read(file: Path) -> Start:
    held = json.loads(file.read_text("utf-8"))
    try:
        document = Plan.read(held["plan"]).document
    except ValueError as fault:
        raise ValueError(f"{file.name}: {fault}") from fault
    return Start(
        key=file.stem,
        order=held["order"],
        occasion=held["occasion"],
        about=held["about"],
        for_kinds=tuple(held["for"]),
        document=document,
        panel=held.get("panel", ""),
    )
