"""The finishes of a design by the marks that drawings give them: what each is, and where in a room it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal

from configurator.exports.coverings import covering_laid, covering_name
from configurator.exports.names import paint_name
from configurator.exports.subject import Subject
from rooms.entities import Finish
from rooms.outline.wall_letters import letter_of
from rooms.quantities import PaintArea, Patch, TileArea

BESIDES = ("bulkhead", "floor", "ceiling", "door", "window", "skirting")
SIGNS = {"pl": ("F", "P"), "en": ("P", "T")}
"""The letters of a paint's mark and of a tile's: farba and płytka."""


@dataclass(frozen=True)
class Entry:
    """`hex` where the deck knows its colour, `lrv` the paint's light reflectance, `where` its places in a room."""

    mark: str
    name: str
    about: str
    hex: str | None
    lrv: str
    where: str


def mark_of(subject: Subject, finish: Finish) -> str | None:
    """`F1` is the paint that covers most, `P1` so the tile; the same in the whole design."""
    paint, tile = SIGNS[subject.language]
    if finish.paint is not None:
        return _numbered(subject.quantities.paints, finish, paint)
    return _numbered(subject.quantities.tiles, finish, tile)


def _numbered(areas: Sequence[PaintArea | TileArea], finish: Finish, sign: str) -> str | None:
    of_finish = (place for place, area in enumerate(areas, 1) if any(one.finish == finish.id for one in area.patches))
    return next((f"{sign}{place}" for place in of_finish), None)


def legend_of(subject: Subject, room: int) -> list[Entry]:
    """All that the room is finished with, paints first, then the colour of its floor, which has no mark."""
    return [*_paints(subject, room), *_floors(subject, room), *_tiles(subject, room)]


def _paints(subject: Subject, room: int) -> Iterator[Entry]:
    for place, area in enumerate(subject.quantities.paints, 1):
        if where := _where(subject, room, area.patches):
            paint, mark = subject.deck.get(area.code), f"{SIGNS[subject.language][0]}{place}"
            if paint is None:
                yield Entry(mark, area.code, subject.t("documents.unknown_paint"), None, "", where)
            else:
                lrv = format_decimal(paint.lrv, "0.0", locale=subject.language)
                yield Entry(mark, paint_name(paint, subject.language), paint.code, paint.hex, lrv, where)


def _floors(subject: Subject, room: int) -> Iterator[Entry]:
    for area in subject.quantities.floors:
        if where := _where(subject, room, area.patches):
            paint = subject.deck.get(area.code)
            lrv = format_decimal(paint.lrv, "0.0", locale=subject.language) if paint else ""
            name = paint_name(paint, subject.language) if paint else area.code
            tint = paint.hex if paint else None
            yield Entry("", name, subject.t("documents.floor_open"), tint, lrv, where)


def _tiles(subject: Subject, room: int) -> Iterator[Entry]:
    for place, area in enumerate(subject.quantities.tiles, 1):
        if where := _where(subject, room, area.patches):
            tile = area.tile
            mark, name, laid = (
                f"{SIGNS[subject.language][1]}{place}",
                covering_name(subject, tile),
                covering_laid(subject, tile),
            )
            yield Entry(mark, name, laid, tile.get("tint"), "", where)


def _where(subject: Subject, room: int, patches: Iterable[Patch]) -> str:
    """The room's walls by their letters, what is lowered of its ceiling, its floor or ceiling, its woodwork."""
    held = [patch for patch in patches if patch.room == room]
    letters = {
        letter
        for patch in held
        if patch.face == "wall" and (letter := letter_of(subject.letters[room], patch.wall or "", patch.side or ""))
    }
    told = [subject.t("documents.walls", n=len(letters), which=", ".join(sorted(letters)))] if letters else []
    told += [subject.t(f"documents.{face}") for face in BESIDES if any(p.face == face for p in held)]
    if not told and held:
        told = [subject.t("documents.wall")]
    return "; ".join(told)
