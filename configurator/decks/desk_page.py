"""What the manager's page of decks shows: the decks, a file's columns, and what taking it in would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.decks import bringing
from configurator.decks.models import DeckFile, DeckPaint, FanDeck
from configurator.decks.service import decks_of
from configurator.decks.sheet import PALETTES
from configurator.decks.trying import PREFIX, Tried, Wrong, missing
from configurator.errors import Refused
from configurator.files import Files
from configurator.i18n import has_words, translate
from configurator.imports import waiting
from configurator.imports.desk import Form
from configurator.imports.sheet import Sheet
from configurator.stores.models import Tenant
from samples.colour.gamut import labs_to_hex
from samples.paint import Paint
from samples.readers.csv import COLUMNS

FIELDS = tuple(name for name in COLUMNS if name != "white")
FILES = ("csv", "ase", "gpl", "aco", "cxf", "sbz")
MOST_SEEN, MOST_WRONG, MOST_TWINS, MOST_CHANGES = 120, 50, 20, 12
STRIP = 48
MOST_PREFIX = 12


@dataclass(frozen=True)
class Shown:
    """A deck: how many colours it has, and some of them as #rrggbb, evenly from its whole length."""

    deck: FanDeck
    paints: int
    strip: Sequence[str]


@dataclass(frozen=True)
class Column:
    """A column of the file, by its place: an example of what stands in it, and the field chosen for it."""

    place: int
    name: str
    example: str
    chosen: str


@dataclass(frozen=True)
class Brought:
    """All that the page shows of a waiting file; `tried` is None while no column says the colour, or a job has it."""

    file: DeckFile
    sheet: Sheet
    columns: Sequence[Column]
    is_palette: bool
    is_print: bool
    prefix: str
    tried: Tried | None
    digest: str
    seen: Sequence[Paint]

    @property
    def is_taking(self) -> bool:
        return bool(self.file.taking)


def decks(session: Session, tenant: Tenant) -> list[Shown]:
    """The retailer's decks, the oldest first."""
    return [_shown(session, deck) for deck in decks_of(session, tenant.id)]


def brought(session: Session, files: Files, file: DeckFile) -> Brought:
    sheet, columns = waiting.sheet_of(files, file), bringing.columns_of(file)
    if not file.taking and (file.goal == "remove" or not missing(columns)):
        tried, digest = bringing.dry_run(session, files, file)
    else:
        tried, digest = None, ""
    return Brought(
        file,
        sheet,
        _columns(sheet, columns),
        sheet.format in PALETTES,
        columns.get("white") == "D50",
        columns.get(PREFIX, ""),
        tried,
        digest,
        _seen(tried) if tried else (),
    )


def chosen(form: Form, header: Sequence[str]) -> dict[str, str]:
    """The column of each field that the form tells; Refused `mapping_twice`."""
    columns: dict[str, str] = {}
    for place, column in enumerate(header):
        field = form.get(f"column-{place}", "")
        if field not in FIELDS:
            continue
        if field in columns:
            raise Refused("mapping_twice", path=f"column-{place}", columns=f"{columns[field]}, {column}")
        columns[field] = column
    prefix = " ".join(form.get(PREFIX, "").split())[:MOST_PREFIX]
    return columns | ({"white": "D50"} if "print" in form else {}) | ({PREFIX: prefix} if prefix else {})


def counted(tried: Tried) -> list[tuple[str, int]]:
    """What the dry run counts, without naughts but for the new ones."""
    return [(name, count) for name, count in tried.counts.items() if count or name == "added"]


def why(wrong: Wrong) -> str:
    """Why a row stays out, in words."""
    name = next((name for name in (f"decks.wrong_{wrong.reason}", f"errors.{wrong.reason}") if has_words(name)), None)
    return translate(name or "decks.wrong", **dict[str, Any](wrong.detail))


def failed(file: DeckFile) -> str:
    """The sentence of a job that could not take the file in; empty where it did not fail."""
    if not file.report or file.taken_at is not None:
        return ""
    return translate("errors.deck_changed")


def changes(before: Paint, after: Paint) -> Iterator[tuple[str, str, str]]:
    """Which fields of a paint change, from what to what."""
    for name in ("name_pl", "name_en", "lab", "base", "price_group", "hiding", "coats", "exterior", "spectrum"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield translate(f"decks.field_{name}"), _value(old), _value(new)


def _shown(session: Session, deck: FanDeck) -> Shown:
    there = (DeckPaint.deck_id == deck.id) & DeckPaint.gone_at.is_(None)
    count = session.scalar(select(func.count()).select_from(DeckPaint).where(there)) or 0
    step = max(count // STRIP, 1)
    rows = session.execute(
        select(DeckPaint.lab_l, DeckPaint.lab_a, DeckPaint.lab_b)
        .where(there, DeckPaint.place % step == 0)
        .order_by(DeckPaint.place)
        .limit(STRIP)
    ).all()
    return Shown(deck, count, labs_to_hex([[row.lab_l / 100, row.lab_a / 100, row.lab_b / 100] for row in rows]))


def _columns(sheet: Sheet, columns: Mapping[str, str]) -> list[Column]:
    fields = {column: field for field, column in columns.items()}
    examples: dict[str, str] = {}
    for row in sheet.rows[:100]:
        examples = {**row.cells, **examples}
    named = [
        Column(place, name, examples.get(name, "")[:60], fields.get(name, ""))
        for place, name in enumerate(sheet.header)
    ]
    return list(_in_words(named)) if sheet.format in PALETTES else named


def _in_words(columns: Sequence[Column]) -> Iterator[Column]:
    """Of a palette what it tells of its colours, called as we call it: the columns' names are ours, not the file's."""
    for column in columns:
        words = f"decks.field_{'name_pl' if column.name == 'name' else column.name}"
        if column.example and has_words(words):
            yield replace(column, name=translate(words))


def _seen(tried: Tried) -> Sequence[Paint]:
    """Some of what comes or goes, evenly from its whole length."""
    paints = (*tried.added, *(after for _, after in tried.changed)) or tried.gone
    return paints[:: max(-(-len(paints) // MOST_SEEN), 1)]


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(f"{part:.2f}" for part in value)
    return translate("decks.not_told") if value is None else str(value)
