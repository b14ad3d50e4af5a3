"""Collects an import: entities with ids told by their order, notes added up, limits of the plan kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from rooms.description import COLLECTIONS, DESCRIPTION, VERSION
from rooms.exchange.report import REASONS, Colour, Imported, Note, Report
from rooms.fields import CONTROL
from rooms.plan import Plan

BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"
MOST_NOTES = 2000
MOST_COLOURS = 10_000


class Gathering:
    """One import under way; `seed` (the file's content) makes the ids of two files differ and of one file repeat."""

    def __init__(self, format_name: str, seed: bytes) -> None:
        self._format = format_name
        self._seed = hashlib.sha256(seed).digest()
        self._head: dict[str, Any] = {}
        self._entities: dict[str, dict[str, Any]] = {name: {} for name in COLLECTIONS}
        self._notes: dict[tuple[str, str], Note] = {}
        self._colours: list[Colour] = []

    def head(self, **values: Any) -> None:
        """Set fields of the plan itself: name, purpose, north_mdeg."""
        self._head.update(values)

    def add(self, collection: str, place: str, values: Mapping[str, Any]) -> str | None:
        """The new entity's id; None, and a note, when the plan holds no more of them. Fields of None are left out."""
        held = self._entities[collection]
        if len(held) >= COLLECTIONS[collection]["most"]:
            self.note(place.partition("/")[0], "too_many")
            return None
        id_ = self._id(collection, len(held))
        held[id_] = {name: value for name, value in values.items() if value is not None}
        return id_

    def note(self, place: str, reason: str, count: int = 1, **detail: int) -> None:
        """Tell that something changed or stayed behind; the same place and reason add up."""
        if reason not in REASONS:
            raise KeyError(reason)
        if (place, reason) not in self._notes and len(self._notes) >= MOST_NOTES:
            place = "more"
        before = self._notes.get((place, reason))
        self._notes[place, reason] = Note(place, reason, count + (before.count if before else 0), detail)

    def colour(self, finish: Mapping[str, str], rgb: str) -> None:
        """Keep a face's colour for whoever can answer it with a paint."""
        if len(self._colours) < MOST_COLOURS:
            self._colours.append(Colour(finish, rgb))

    def text(self, place: str, value: str, most: int) -> str:
        """The text as a plan may hold it; a note tells when letters were taken out."""
        kept = CONTROL.sub(" ", value).strip()[:most]
        if kept != value.strip():
            self.note(place, "name_changed")
        return kept

    def size(self, place: str, value: int, least: int, most: int) -> int:
        """The number brought into the range; a note tells when that changed it."""
        if not least <= value <= most:
            self.note(place, "size_changed")
        return min(max(value, least), most)

    @property
    def plan(self) -> Plan:
        """What was gathered so far, checked."""
        return Plan.read({"version": VERSION, "plan": self._head} | self._entities)

    def imported(self) -> Imported:
        """The finished import; its document passes `Plan.read`."""
        counts = {name: len(held) for name, held in self._entities.items() if held}
        report = Report(self._format, counts, tuple(self._notes.values()))
        return Imported(self.plan.document, report, tuple(self._colours))

    def _id(self, collection: str, place: int) -> str:
        digest = hashlib.sha256(self._seed + f"{collection}/{place}".encode()).digest()
        return str(COLLECTIONS[collection]["letter"]) + "".join(BASE_32[byte % 32] for byte in digest[:10])


def most_letters(collection: str, field: str) -> int:
    """How long a text field of the plan may be."""
    described = DESCRIPTION["plan"] if collection == "plan" else COLLECTIONS[collection]["fields"]
    return int(described[field]["most"])


def in_place(text: str) -> str:
    """A name from the file as a part of a note's place: no slashes, no unreadable letters, at most 60 of them."""
    return re.sub(r"\s+", " ", CONTROL.sub(" ", text).replace("/", "-")).strip()[:60]
