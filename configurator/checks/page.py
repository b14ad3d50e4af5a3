"""The packs as a manager reads them: which hold in the store, what each is about, its numbers and their sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from configurator.checks.service import chosen_names
from configurator.i18n import language, translate
from configurator.stores.models import Store
from rooms.changes.sentence import length
from rooms.checking.finding import Source
from rooms.checks import CHECKS, PACKS, Number, Pack


@dataclass(frozen=True)
class ToldNumber:
    """`what` it limits, `wanted` as in `at least 80 cm`; `severity` is empty for what kinds say of themselves."""

    what: str
    wanted: str
    severity: str
    source: str
    where: str
    verified: str


@dataclass(frozen=True)
class ToldPack:
    name: str
    title: str
    about: str
    is_default: bool
    is_chosen: bool
    numbers: Sequence[ToldNumber]


def told_packs(store: Store, chosen: Sequence[str] | None = None) -> list[ToldPack]:
    """Every pack; `chosen`: the names that are ticked, by default those that hold in the store."""
    held = chosen_names(store) if chosen is None else chosen
    return [_told(pack, pack.name in held) for pack in PACKS.values()]


def _told(pack: Pack, is_chosen: bool) -> ToldPack:
    here = language()
    numbers = [_number(number) for number in pack.numbers]
    zones = [_line(translate("checks.zones"), "", "", source) for source in pack.zones.values()]
    return ToldPack(pack.name, pack.title[here], pack.about[here], pack.is_default, is_chosen, [*numbers, *zones])


def _number(number: Number) -> ToldNumber:
    titles = [check.title[language()] for check in CHECKS if number.id in check.reads]
    wanted = translate(f"checks.{number.bound}", value=_measured(number))
    weight = "open_law" if number.source.is_open_law else number.shown_severity
    severity = translate(f"checks.severity_{weight}")
    return _line(", ".join(titles) or number.id, wanted, severity, number.source)


def _line(what: str, wanted: str, severity: str, source: Source) -> ToldNumber:
    day = ".".join(reversed(source.verified.split("-"))) if source.verified else ""
    verified = translate("checks.verified", day=day) if day else translate("checks.unverified")
    return ToldNumber(what, wanted, severity, source.title[language()], source.where, verified)


def _measured(number: Number) -> str:
    if number.unit == "mm":
        return length(number.value)[language()]
    if number.unit == "points":
        return translate("checks.points", n=number.value)
    return f"{number.value}{ {'degrees': '°', 'percent': '%'}.get(number.unit, '') }"
