"""The chosen colour schemes: the room in its colours, each with its code and its share, and what they ask of eyes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from babel.numbers import format_decimal

from configurator.exports.pages import Context
from configurator.exports.pictures import webp_url
from configurator.exports.subject import Subject
from configurator.exports.typography import typeset
from configurator.schemes import pictures, service
from configurator.schemes.room import SchemeRoom, Side
from configurator.schemes.service import ChosenScheme
from configurator.schemes.told import name_said, remarks, slot_told
from samples.colour.blindness import as_seen
from samples.colour.gamut import labs_to_hex
from samples.schemes.checks import hard_to_tell
from samples.schemes.scheme import Fills
from samples.schemes.shares import shares_of

ORDER = 38


@dataclass(frozen=True)
class SchemeRow:
    """`code` is empty for a colour that is no paint."""

    where: str
    name: str
    code: str
    hex: str
    lrv: str
    share: str


@dataclass(frozen=True)
class Sight:
    """The scheme's colours as somebody sees them who may take two of them for one; `said` names whose eyes."""

    said: str
    colours: tuple[tuple[str, str], ...]
    """Where, and #rrggbb."""


@dataclass(frozen=True)
class SchemeView:
    """One room's scheme; the picture is made as the template asks for it. A remark is a sentence and whether good."""

    subject: Subject
    seen: SchemeRoom
    fills: Fills
    second: Side | None
    name: str
    room: str
    rows: tuple[SchemeRow, ...]
    remarks: tuple[tuple[str, bool], ...]
    sights: tuple[Sight, ...]

    @property
    def picture(self) -> str:
        return webp_url(pictures.picture(self.seen, self.fills, self.second, self.subject.deck))


def context(subject: Subject) -> Context | None:
    """Nothing chosen, or only for rooms that are gone: no page."""
    views = list(_views(subject))
    return {"views": views, "is_demonstration": subject.deck.demonstration} if views else None


def _views(subject: Subject) -> Iterator[SchemeView]:
    for scheme in subject.schemes:
        place = service.room_of(scheme, subject.plan, subject.found)
        if place is not None:
            yield _view(subject, scheme, SchemeRoom(subject.plan, subject.found, subject.surfaces, place))


def _view(subject: Subject, scheme: ChosenScheme, seen: SchemeRoom) -> SchemeView:
    fills, second = service.fills_of(scheme, subject.deck), service.second_of(scheme, seen)
    shares = shares_of(fills, seen.areas_mm2(second))
    percents = shares.by_slot if shares else {}
    told = [slot_told(slot, fill, percents.get(slot)) for slot, fill in fills.items()]
    return SchemeView(
        subject,
        seen,
        fills,
        second,
        name=name_said(scheme.name, fills, subject.language),
        room=subject.room_names[seen.place],
        rows=tuple(_row(subject, one) for one in told),
        remarks=tuple((typeset(one.said[subject.language]), one.is_good) for one in remarks(fills, shares)),
        sights=tuple(_sights(subject, fills)),
    )


def _sights(subject: Subject, fills: Fills) -> Iterator[Sight]:
    """Of those kinds only that may take two of the colours for one: of others there is nothing to see."""
    for kind in dict.fromkeys(pair.kind for pair in hard_to_tell(fills)):
        seen = labs_to_hex(as_seen([fill.lab for fill in fills.values()], kind))
        where = (subject.t(f"schemes.slot_{slot}") for slot in fills)
        yield Sight(subject.t(f"schemes.sight_sign_{kind}"), tuple(zip(where, seen, strict=True)))


def _row(subject: Subject, told: Mapping[str, Any]) -> SchemeRow:
    return SchemeRow(
        where=subject.t(f"schemes.slot_{told['slot']}"),
        name=told["name"][subject.language],
        code=told["code"] or "",
        hex=told["hex"],
        lrv=format_decimal(told["lrv"], "0.0", locale=subject.language),
        share="" if told["percent"] is None else subject.t("schemes.percent", percent=told["percent"]),
    )
