"""A dry run: what taking a file's colours in would do to a retailer's decks; nothing of it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.decks.models import DeckPaint
from configurator.decks.service import COLUMNS, decks_of, paint_of
from configurator.decks.sheet import PALETTES, is_cut
from configurator.imports.sheet import Sheet, SheetRow
from samples.deck import MOST_PAINTS, Deck
from samples.fault import Fault
from samples.intake import Intake, Twins, intake, twins
from samples.paint import Paint
from samples.readers.csv import swatch_of, tells_colours
from samples.swatch import Swatch

GOALS = ("replace", "add", "remove")
"""The file's colours instead of the deck's, beside them, or taken out of it."""
PRINT_WHITE = "D50"
PREFIX = "prefix"


@dataclass(frozen=True)
class Wrong:
    """A row that stays out: where it stands, the field that says so, and why: a reason with its values."""

    number: int
    field: str
    reason: str
    detail: Mapping[str, object]


@dataclass(frozen=True)
class Tried:
    """Which paints would come, change, stay as they are, or go; what stays out; which are all but the same.

    `approximate` counts colours told in ink or as screen values; `coded` those that got a number for a code.
    """

    added: tuple[Paint, ...]
    changed: tuple[tuple[Paint, Paint], ...]
    same: tuple[Paint, ...]
    gone: tuple[Paint, ...]
    wrong: tuple[Wrong, ...]
    twins: tuple[Twins, ...]
    approximate: int
    coded: int
    is_cut: bool

    @property
    def does_something(self) -> bool:
        return not self.is_cut and bool(self.added or self.changed or self.gone)

    @property
    def digest(self) -> str:
        """The same for the same doing, so that only what was shown is done."""
        told = [self.added, [after for _, after in self.changed], [one.code for one in (*self.same, *self.gone)]]
        return sha256(repr(told).encode()).hexdigest()

    @property
    def counts(self) -> dict[str, int]:
        parts = {"added": self.added, "changed": self.changed, "same": self.same, "gone": self.gone}
        return {name: len(part) for name, part in parts.items()} | {"refused": len(self.wrong)}


@dataclass(frozen=True)
class Held:
    """A retailer's paints by code: this deck's, and of the codes of other decks the name of the deck."""

    here: Mapping[str, Paint]
    elsewhere: Mapping[str, str]

    @classmethod
    def of(cls, session: Session, tenant_id: str, deck_id: str | None) -> Held:
        columns = (*(getattr(DeckPaint, name) for name in COLUMNS), DeckPaint.deck_id)
        rows = session.execute(
            select(*columns)
            .where(DeckPaint.tenant_id == tenant_id, DeckPaint.gone_at.is_(None))
            .order_by(DeckPaint.place, DeckPaint.code)
        ).all()
        here = {row.code: paint_of(row) for row in rows if row.deck_id == deck_id}
        names = {deck.id: deck.name_pl for deck in decks_of(session, tenant_id)}
        return cls(here, {row.code: names.get(row.deck_id, "") for row in rows if row.deck_id != deck_id})


def missing(columns: Mapping[str, str]) -> bool:
    """Whether no column says the colour."""
    return not tells_colours(columns)


def tried(sheet: Sheet, columns: Mapping[str, str], goal: str, held: Held) -> Tried:
    """`columns` is the column of each field; `white` there may be D50, when all Lab of the file are a printer's, and
    `prefix` is what goes before every code.
    """
    if goal == "remove":
        return _removed(sheet, columns, held)
    swatches, wrong = _swatches(sheet, columns)
    prefix = columns.get(PREFIX, "")
    taken = intake(swatches, "tried", "tried", prefix=prefix)
    paints = [paint for paint in taken.deck if paint.code not in held.elsewhere]
    wrong += [_wrong(fault) for fault in taken.faults]
    if len(paints) < len(taken.deck):
        wrong += _elsewhere(taken.deck, {prefix + one.code: one for one in swatches}, held.elsewhere)
    room = MOST_PAINTS - len(held.elsewhere) - (len(held.here) if goal == "add" else 0)
    if len(paints) > room:
        wrong.append(Wrong(0, "", "too_many_paints", {"most": MOST_PAINTS}))
        paints = []
    return _compared(paints, held, goal, taken, wrong, swatches, is_cut=is_cut(sheet))


def _compared(
    paints: Sequence[Paint],
    held: Held,
    goal: str,
    taken: Intake,
    wrong: list[Wrong],
    swatches: Sequence[Swatch],
    *,
    is_cut: bool,
) -> Tried:
    before, codes = held.here, {paint.code for paint in paints}
    stays = [] if goal == "replace" else [paint for paint in before.values() if paint.code not in codes]
    left = [paint for paint in before.values() if paint.code not in codes] if goal == "replace" and paints else []
    known = [(before[paint.code], paint) for paint in paints if paint.code in before]
    return Tried(
        added=tuple(paint for paint in paints if paint.code not in before),
        changed=tuple((old, new) for old, new in known if old != new),
        same=tuple(new for old, new in known if old == new),
        gone=tuple(left),
        wrong=tuple(sorted(wrong, key=lambda one: one.number)),
        twins=twins(Deck("after", "after", "after", (*stays, *paints))) if stays else taken.twins,
        approximate=sum(swatch.approximate for swatch in swatches),
        coded=taken.coded,
        is_cut=is_cut,
    )


def _removed(sheet: Sheet, columns: Mapping[str, str], held: Held) -> Tried:
    """The file's codes taken out of the deck."""
    rows = [(row.number, row.cells.get(columns.get("code", ""), "")) for row in sheet.rows if row.refused is None]
    named = {columns.get(PREFIX, "") + code: number for number, code in rows if code}
    wrong = [
        *(Wrong(number, "code", "missing", {}) for number, code in rows if not code),
        *(
            Wrong(number, "code", "not_in_deck", {"code": code})
            for code, number in named.items()
            if code not in held.here
        ),
    ]
    gone = tuple(paint for paint in held.here.values() if paint.code in named)
    same = tuple(paint for paint in held.here.values() if paint.code not in named)
    return Tried((), (), same, gone, tuple(wrong), (), 0, 0, is_cut(sheet))


def _swatches(sheet: Sheet, columns: Mapping[str, str]) -> tuple[list[Swatch], list[Wrong]]:
    read: list[Swatch] = []
    wrong: list[Wrong] = []
    for row in sheet.rows:
        found = row.refused or _swatch(sheet, row, columns)
        if isinstance(found, Swatch):
            read.append(found)
        elif isinstance(found, Fault):
            wrong.append(_wrong(found))
        else:
            wrong.append(Wrong(row.number, "", found.reason.removeprefix("colour_"), found.detail))
    return read, wrong


def _swatch(sheet: Sheet, row: SheetRow, columns: Mapping[str, str]) -> Swatch | Fault:
    told = {field: row.cells[column] for field, column in columns.items() if column in row.cells}
    if columns.get("white") == PRINT_WHITE:
        told["white"] = PRINT_WHITE
    found = swatch_of(f"row {row.number}", told)
    if sheet.format in PALETTES and isinstance(found, Swatch):
        return replace(found, approximate="approximate" in row.cells)
    return found


def _elsewhere(paints: Iterable[Paint], swatches: Mapping[str, Swatch], decks: Mapping[str, str]) -> Iterator[Wrong]:
    """The colours whose code another deck has, which deck that is, and the row, where a row tells the code."""
    for code in (paint.code for paint in paints if paint.code in decks):
        number = int(swatches[code].place.rpartition(" ")[2]) if code in swatches else 0
        yield Wrong(number, "code", "code_elsewhere", {"code": code, "deck": decks[code]})


def _wrong(fault: Fault) -> Wrong:
    """`row 7/lab/L` as row 7, field L."""
    place, _, path = fault.path.partition("/")
    return Wrong(int(place.rpartition(" ")[2]), path.rpartition("/")[2], fault.reason, fault.detail)
