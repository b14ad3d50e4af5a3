"""Packs of numbers: one file in `rooms/checks/packs/` is one pack, checked place by place on reading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rooms.changes.sentence import LANGUAGES, Said
from rooms.checking.finding import SEVERITIES, Source
from rooms.fault import Fault
from rooms.kinds.reading import USES

FORGIVEN = {"mm": 5, "degrees": 1, "percent": 0, "points": 0, "count": 0}
"""What may be missing before a number counts as broken: rooms are measured in centimetres."""
BOUNDS = ("least", "most")
MOST = 100_000_000
UNVERIFIED_LAW: Said = {
    "pl": "liczby nie porównaliśmy jeszcze z tekstem przepisu, na razie to rada",
    "en": "we have not compared the number with the text of the law yet, so for now it is advice",
}
PACK_FIELDS = ("pack", "name", "about", "rooms", "default", "values", "zones")
NUMBER_FIELDS = ("id", "value", "bound", "unit", "severity", "source", "verified")
ZONES_FIELDS = ("named", "source", "verified")


@dataclass(frozen=True)
class Number:
    """A limit: a value must be at `least`, or at `most`, this. Several packs may limit the same thing (`id`)."""

    id: str
    value: int
    bound: str
    unit: str
    severity: str
    source: Source

    @property
    def shown_severity(self) -> str:
        """Law that nobody has verified is advice."""
        return "guideline" if self.severity == "law" and self.source.verified is None else self.severity

    def is_broken_by(self, value: float) -> bool:
        missing = self.value - value if self.bound == "least" else value - self.value
        return missing > FORGIVEN[self.unit]


@dataclass(frozen=True)
class Pack:
    """Numbers that belong together, chosen or not by a retailer; `zones` by the source that kinds name for theirs.

    `rooms` are the uses of rooms whose things it judges; none: it is about every room.
    """

    name: str
    title: Said
    about: Said
    rooms: tuple[str, ...]
    is_default: bool
    numbers: tuple[Number, ...]
    zones: Mapping[str, Source]


class Numbers:
    """The numbers of the packs in force, by their id."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._by_id: dict[str, list[Number]] = {}
        self._zones: dict[str, Source] = {}
        for pack in packs:
            self._zones = {**pack.zones, **self._zones}
            for number in pack.numbers:
                self._by_id.setdefault(number.id, []).append(number)

    def all(self, id_: str) -> Sequence[Number]:
        return self._by_id.get(id_, ())

    def most_wanted(self, id_: str) -> int:
        """The strictest of the least values wanted; 0 when no pack wants any."""
        return max((number.value for number in self.all(id_)), default=0)

    def broken(self, id_: str, value: float) -> Number | None:
        """The gravest of the numbers that the value breaks; of several the strictest."""
        found = [number for number in self.all(id_) if number.is_broken_by(value)]
        return min(found, key=_gravity, default=None)

    def zone(self, named: str, severity: str, wanted_mm: int, id_: str) -> Number | None:
        """The number for a zone that a kind describes with this source; None when no pack in force vouches for it."""
        source = self._zones.get(named)
        return Number(id_, wanted_mm, "least", "mm", severity, source) if source else None


def _gravity(number: Number) -> tuple[int, int]:
    strict = -number.value if number.bound == "least" else number.value
    return SEVERITIES.index(number.shown_severity), strict


def read_folder(folder: Path) -> Mapping[str, Pack]:
    """Every pack of the folder by its name; Fault names the pack and the first place that is not as it should be."""
    packs: dict[str, Pack] = {}
    for file in sorted(folder.glob("*.json")):
        try:
            document = json.loads(file.read_text("utf-8"))
        except ValueError as error:
            raise Fault(f"packs/{file.stem}", "not_json", error=str(error)) from None
        packs[file.stem] = read_pack(file.stem, document)
    return MappingProxyType(packs)


def read_pack(name: str, document: Any) -> Pack:
    path = f"packs/{name}"
    _check_fields(path, document, PACK_FIELDS)
    if document["pack"] != name:
        raise Fault(f"{path}/pack", "not_its_file", wanted=name, found=document["pack"])
    if not isinstance(document["default"], bool):
        raise Fault(f"{path}/default", "not_yes_or_no")
    return Pack(
        name,
        _said(f"{path}/name", document["name"]),
        _said(f"{path}/about", document["about"]),
        _uses(f"{path}/rooms", document["rooms"]),
        document["default"],
        tuple(_number(name, f"{path}/values/{place}", one) for place, one in enumerate(document["values"])),
        dict(_zones(name, f"{path}/zones/{place}", one) for place, one in enumerate(document["zones"])),
    )


def _uses(path: str, held: Any) -> tuple[str, ...]:
    if not isinstance(held, list):
        raise Fault(path, "not_a_list")
    return tuple(_choice(path, use, USES) for use in held)


def _number(pack: str, path: str, held: Any) -> Number:
    _check_fields(path, held, NUMBER_FIELDS)
    value = held["value"]
    if type(value) is not int:
        raise Fault(f"{path}/value", "not_a_whole_number")
    if not 0 <= value <= MOST:
        raise Fault(f"{path}/value", "out_of_range", least=0, most=MOST)
    severity = _choice(f"{path}/severity", held["severity"], SEVERITIES)
    is_open = severity == "law" and held["verified"] is None
    source = _source(pack, path, held, held["id"], UNVERIFIED_LAW if is_open else None)
    bound = _choice(f"{path}/bound", held["bound"], BOUNDS)
    return Number(held["id"], value, bound, _choice(f"{path}/unit", held["unit"], FORGIVEN), severity, source)


def _zones(pack: str, path: str, held: Any) -> tuple[str, Source]:
    _check_fields(path, held, ZONES_FIELDS)
    return held["named"], _source(pack, path, held, "zones", None)


def _source(pack: str, path: str, held: Mapping[str, Any], number: str, note: Said | None) -> Source:
    source, verified = held["source"], held["verified"]
    _check_fields(f"{path}/source", source, ("title", "where"))
    if verified is not None:
        _check_date(f"{path}/verified", verified)
    return Source(pack, number, _said(f"{path}/source/title", source["title"]), source["where"], verified, note)


def _check_date(path: str, value: Any) -> None:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Fault(path, "not_a_date") from None


def _check_fields(path: str, held: Any, wanted: Sequence[str]) -> None:
    if not isinstance(held, dict):
        raise Fault(path, "not_an_object")
    for name in held:
        if name not in wanted:
            raise Fault(f"{path}/{name}", "unknown_field")
    for name in wanted:
        if name not in held:
            raise Fault(f"{path}/{name}", "missing")


def _said(path: str, held: Any) -> Said:
    _check_fields(path, held, LANGUAGES)
    return {language: str(held[language]) for language in LANGUAGES}


def _choice(path: str, value: Any, choices: Iterable[str]) -> str:
    if value not in choices:
        raise Fault(path, "not_a_choice", found=value, choices=", ".join(choices))
    return str(value)
