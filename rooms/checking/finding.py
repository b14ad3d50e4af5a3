"""A finding: what is wrong where, the value beside the one wanted and its source, and a way out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rooms.changes.sentence import Said

SEVERITIES = ("law", "standard", "guideline")
"""From the gravest down."""

Rings = tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True)
class Source:
    """Where a number is from: its pack and id there, the title and the place it was read, and when it was verified.

    `note` says what to think of it: a value of the law that nobody has verified is shown as advice.
    """

    pack: str
    number: str
    title: Said
    where: str
    verified: str | None
    note: Said | None = None

    @property
    def is_open_law(self) -> bool:
        """A regulation whose number nobody has compared with its text."""
        return self.note is not None


@dataclass(frozen=True)
class Fix:
    """An edit's `set` and `remove` that take a finding away and bring no other, and what it does, in words."""

    set: Mapping[str, Mapping[str, Any]]
    text: Said
    remove: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        return {
            "set": {path: dict(fields) for path, fields in self.set.items()},
            "remove": list(self.remove),
            "text": dict(self.text),
        }


@dataclass(frozen=True)
class Finding:
    """`entities` are paths as in `items/i1`, the one it is about first; `room` is the found room's index.

    `where` are rings in whole mm to highlight on the level; `value` and `wanted` are in `unit` (mm, degrees, percent,
    points, count); `key` stays the same as long as the same check finds fault with the same entities.
    `why` is why that matters, for laymen; `waived` the reason for which a designer lets it be.
    """

    check: str
    severity: str
    entities: tuple[str, ...]
    room: int | None
    level: str
    where: Rings
    value: int
    wanted: int
    unit: str
    source: Source
    text: Said
    why: Said
    fix: Fix | None = None
    waived: str | None = None

    @property
    def key(self) -> str:
        return " ".join((self.check, *sorted(self.entities)))

    def as_data(self) -> dict[str, Any]:
        """The finding as JSON holds it."""
        return {
            "key": self.key,
            "check": self.check,
            "severity": self.severity,
            "entities": list(self.entities),
            "room": self.room,
            "level": self.level,
            "where": [[list(point) for point in ring] for ring in self.where],
            "value": self.value,
            "wanted": self.wanted,
            "unit": self.unit,
            "source": {
                "pack": self.source.pack,
                "number": self.source.number,
                "title": dict(self.source.title),
                "where": self.source.where,
                "verified": self.source.verified,
                "note": dict(self.source.note) if self.source.note else None,
            },
            "text": dict(self.text),
            "why": dict(self.why),
            "fix": self.fix.as_data() if self.fix else None,
            "waived": self.waived,
        }
