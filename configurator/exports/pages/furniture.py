"""The furniture schedule: every thing by its number on a plan, with its room, size and chosen product."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from configurator.exports.names import item_name
from configurator.exports.pages import Context
from configurator.exports.sheets import Picture, pictures_over
from configurator.exports.subject import Subject
from rooms.drawing.drawing import Drawing, Wishes
from rooms.drawing.numbered import numbered_drawing
from rooms.entities import Item, Level
from rooms.installations import TRADES

ORDER = 36
POINTS = frozenset(kind for kinds in TRADES.values() for kind in kinds)
HEAD, ROW = 12.0, 6.2
"""What the table below a drawing takes, in mm on paper."""


@dataclass(frozen=True)
class Row:
    number: int
    name: str
    size: str
    product: str
    room: str


@dataclass(frozen=True)
class Storey:
    """One level's things by their numbers; these run on from level to level."""

    subject: Subject
    level: Level
    things: tuple[tuple[int, Item], ...]

    @property
    def title(self) -> str:
        name = self.subject.t("documents.page_furniture")
        return f"{name}: {self.level.name}" if len(self.subject.plan.levels) > 1 and self.level.name else name

    def sheets(self) -> Iterator[Picture]:
        yield from pictures_over(self.subject, self._drawn, HEAD + ROW * len(self.things))

    @cached_property
    def rows(self) -> list[Row]:
        return [_row(self.subject, number, item) for number, item in self.things]

    @property
    def has_products(self) -> bool:
        return any(row.product for row in self.rows)

    def _drawn(self, wishes: Wishes) -> Drawing:
        numbers = {item.id: number for number, item in self.things}
        return numbered_drawing(self.subject.plan, self.level.id, numbers, wishes)


def context(subject: Subject) -> Context | None:
    """From the lowest level up, room by room; points of the installations have sheets of their own."""
    levels = sorted(subject.plan.levels.values(), key=lambda level: level.elevation)
    storeys, first = [], 1
    for level in levels:
        items = [item for item in subject.plan.items.values() if item.level == level.id and item.kind not in POINTS]
        ordered = sorted(items, key=lambda item: _room(subject, item))
        if ordered:
            storeys.append(Storey(subject, level, tuple(enumerate(ordered, first))))
            first += len(ordered)
    return {"storeys": storeys} if storeys else None


def _room(subject: Subject, item: Item) -> int:
    """Its place among the rooms; what stands in none comes last."""
    room = subject.found.room_at(item.level, item.at)
    return len(subject.found.rooms) if room is None else room


def _row(subject: Subject, number: int, item: Item) -> Row:
    room, product = _room(subject, item), item.product
    return Row(
        number=number,
        name=item_name(item, subject.language),
        size=" × ".join(map(subject.figures.length, item.size)) + "\N{NO-BREAK SPACE}cm",
        product=f"{product['name']}, {product['sku']}" if product else "",
        room=subject.room_names[room] if room < len(subject.found.rooms) else subject.t("documents.no_room"),
    )
