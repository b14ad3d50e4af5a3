"""Electricity, and water with drains and gas: each trade's points on their own plan, and a table of their signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from configurator.exports.pages import Context
from configurator.exports.pictures import drawing_url
from configurator.exports.sheets import Picture, pictures_over
from configurator.exports.subject import Subject
from rooms.drawing.drawing import Drawing, Wishes
from rooms.drawing.points import points_drawing, sign_drawing
from rooms.entities import Level
from rooms.installations import TRADES, Placed, points_of
from rooms.kinds import KINDS

ORDER = 32
HEAD_AND_NOTE, ROW = 26.0, 14.5
"""What the table below a drawing takes, in mm on paper."""


@dataclass(frozen=True)
class Row:
    """All points of one kind; `places` tells how many are in which room and how high, lowest first."""

    sign_url: str
    name: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True)
class TradeSheet:
    """One trade's points on one level."""

    subject: Subject
    trade: str
    level: Level
    points: tuple[Placed, ...]

    @property
    def title(self) -> str:
        name = self.subject.t(f"documents.trade_{self.trade}")
        return f"{name}: {self.level.name}" if len(self.subject.plan.levels) > 1 and self.level.name else name

    def sheets(self) -> Iterator[Picture]:
        kinds = len({one.item.kind for one in self.points})
        yield from pictures_over(self.subject, self._drawn, HEAD_AND_NOTE + kinds * ROW)

    def _drawn(self, wishes: Wishes) -> Drawing:
        return points_drawing(self.subject.plan, self.level.id, self.trade, wishes)

    @property
    def rows(self) -> Iterator[Row]:
        for kind, held in groupby(self.points, key=lambda one: one.item.kind):
            of_kind = list(held)
            name = KINDS[kind].names[self.subject.language].one
            places = tuple(_places(self.subject, of_kind))
            yield Row(drawing_url(sign_drawing(kind).document()), name[:1].upper() + name[1:], len(of_kind), places)


def context(subject: Subject) -> Context | None:
    """From the lowest level up; a trade without points has no sheet."""
    levels = sorted(subject.plan.levels.values(), key=lambda level: level.elevation)
    sheets = [
        TradeSheet(subject, trade, level, points)
        for level in levels
        for trade in TRADES
        if (points := points_of(subject.plan, subject.found, trade, level.id))
    ]
    return {"trades": sheets} if sheets else None


def _places(subject: Subject, points: list[Placed]) -> Iterator[str]:
    """`Łazienka: h 34, 2 × h 109 cm`, a line for each room, its heights from low to high."""
    by_room: dict[int, Counter[float]] = {}
    for one in points:
        by_room.setdefault(-1 if one.room is None else one.room, Counter())[one.height_mm] += 1
    for room, heights in sorted(by_room.items()):
        told = [_height(subject, height_mm, count) for height_mm, count in sorted(heights.items())]
        name = subject.room_names[room] if room >= 0 else subject.t("documents.no_room")
        yield f"{name}: {', '.join(told)}\N{NO-BREAK SPACE}cm"


def _height(subject: Subject, height_mm: float, count: int) -> str:
    told = f"h\N{NO-BREAK SPACE}{subject.figures.length(height_mm)}"
    return f"{count}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{told}" if count > 1 else told
