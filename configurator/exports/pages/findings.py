"""What the checks say of the plan: each with its source, and what a designer lets be with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from configurator.exports.pages import Context
from configurator.exports.subject import Subject
from rooms.checks import Finding, Source

ORDER = 75


@dataclass(frozen=True)
class Row:
    """`fix` is what would help, `waived` why it may stay."""

    text: str
    why: str
    severity: str
    source: str
    fix: str
    waived: str


@dataclass(frozen=True)
class Room:
    name: str
    rows: tuple[Row, ...]


def context(subject: Subject) -> Context | None:
    found = sorted(subject.findings, key=_room)
    rooms = [_told(subject, place, list(held)) for place, held in groupby(found, key=_room)]
    return {"rooms": rooms} if rooms else None


def _room(finding: Finding) -> int:
    return -1 if finding.room is None else finding.room


def _told(subject: Subject, room: int, held: Sequence[Finding]) -> Room:
    name = subject.room_names[room] if room >= 0 else subject.t("checks.elsewhere")
    return Room(name, tuple(_row(subject, finding) for finding in held))


def _row(subject: Subject, finding: Finding) -> Row:
    language = subject.language
    return Row(
        text=finding.text[language],
        why=finding.why[language],
        severity=subject.t(f"checks.severity_{'open_law' if finding.source.is_open_law else finding.severity}"),
        source=_source(subject, finding.source),
        fix=finding.fix.text[language] if finding.fix else "",
        waived=finding.waived or "",
    )


def _source(subject: Subject, source: Source) -> str:
    """The title, and whether the number was found in it; plain geometry needs no source, only its reason."""
    title = source.title[subject.language]
    if source.verified:
        return f"{title}; {subject.t('checks.verified', day=source.verified)}"
    if not source.where:
        return title
    if source.note:
        return f"{title}, {subject.t('checks.read_in', where=source.where)}; {source.note[subject.language]}"
    return f"{title}; {subject.t('checks.unverified')}"
