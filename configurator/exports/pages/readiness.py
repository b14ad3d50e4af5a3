"""The readiness list: what must be known before anything is built; what the plan does not hold is a gap to fill in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from configurator.exports.names import item_word
from configurator.exports.pages import Context
from configurator.exports.subject import Subject
from rooms.entities import Opening
from rooms.outline.wall_letters import letter_of
from rooms.readiness import Entry, Spot, readiness, rooms_beside

ORDER = 70


@dataclass(frozen=True)
class Row:
    """`state` is given, to_check or gap; `by` is who gave it, in words."""

    subject: str
    about: str
    value: str
    state: str
    by: str


@dataclass(frozen=True)
class Room:
    name: str
    rows: tuple[Row, ...]


def context(subject: Subject) -> Context | None:
    entries = readiness(subject.plan, subject.found, subject.said, subject.told)
    rooms = [
        Room(subject.room_names[place], tuple(_row(subject, entry) for entry in held))
        for place, held in groupby(entries, key=lambda entry: entry.room)
    ]
    if not rooms:
        return None
    states = Counter(entry.state for entry in entries)
    return {"rooms": rooms, "states": {state: states[state] for state in ("given", "to_check", "gap")}}


def _row(subject: Subject, entry: Entry) -> Row:
    value = f"{subject.figures.length(entry.mm)} cm" if entry.mm is not None else ""
    if entry.subject == "swing" and entry.opening:
        value = _swing(subject, entry.opening)
    return Row(
        subject=subject.t(f"documents.ready_{entry.subject}"),
        about=_about(subject, entry),
        value=value or _told(subject, entry) or _drawn(subject, entry),
        state=entry.state,
        by=subject.t(f"documents.by_{entry.by}") if entry.by else "",
    )


def _about(subject: Subject, entry: Entry) -> str:
    """Which window or door, or which things need it."""
    if entry.opening:
        size = subject.figures.sides(entry.opening.width, entry.opening.height)
        wall = _wall_letter(subject, entry)
        kind = subject.t(f"documents.opening_{entry.opening.kind}")
        return ", ".join(filter(None, (kind, size, wall)))
    return _counted(item_word(item, subject.language) for item in entry.items)


def _wall_letter(subject: Subject, entry: Entry) -> str:
    """The wall by its letter in the entry's room."""
    walls = subject.letters[entry.room]
    found = [side.letter for side in walls if entry.opening and side.wall == entry.opening.wall]
    return subject.t("documents.walls", n=1, which=found[0]) if found else ""


def _drawn(subject: Subject, entry: Entry) -> str:
    """What the plan holds of it: `2 × gniazdko (30 cm)`, the height of its middle above the floor."""
    middles = ((item, item.elevation + item.size[2] // 2) for item in entry.drawn)
    return _counted(f"{item_word(item, subject.language)} ({subject.figures.length(mm)} cm)" for item, mm in middles)


def _counted(names: Iterable[str]) -> str:
    counts = Counter(names)
    return ", ".join(f"{count} × {name}" if count > 1 else name for name, count in counts.items())


def _told(subject: Subject, entry: Entry) -> str:
    """`ściana A, 60 cm od lewego rogu; ściana C`, or that there is none."""
    if entry.told is None:
        return ""
    return "; ".join(_spot(subject, entry.room, spot) for spot in entry.told.spots) or subject.t("measuring.told_none")


def _spot(subject: Subject, room: int, spot: Spot) -> str:
    letter = letter_of(subject.letters[room], spot.wall, spot.side)
    wall = subject.t("documents.walls", n=1, which=letter) if letter else subject.t("measuring.told_lost")
    if spot.mm is None:
        return wall
    return subject.t("measuring.told_spot", wall=wall, length=f"{subject.figures.length(spot.mm)} cm")


def _swing(subject: Subject, door: Opening) -> str:
    """`lewe, otwierane do: Łazienka`; a sliding leaf has no hand to open to."""
    left, right = rooms_beside(subject.plan, subject.found, door)
    into = right if door.opens == "right" else left
    if into is None:
        return subject.t(f"documents.swing_{door.hinge}_out")
    return subject.t(f"documents.swing_{door.hinge}", room=subject.room_names[into])
