"""The plan: every level at a true scale, on as many sheets as that takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from configurator.exports.pages import Context
from configurator.exports.sheets import Picture, pictures_of
from configurator.exports.subject import Subject
from rooms.drawing.plan import plan_drawing
from rooms.drawing.remarks import numbered
from rooms.entities import Level, Note

ORDER = 20


@dataclass(frozen=True)
class Storey:
    subject: Subject
    level: Level

    @property
    def name(self) -> str:
        """Only where there is more than one."""
        return self.level.name if len(self.subject.plan.levels) > 1 else ""

    @property
    def notes(self) -> list[tuple[int, Note]]:
        """By the numbers that they have on the drawing."""
        return numbered([note for note in self.subject.plan.notes.values() if note.level == self.level.id])

    @property
    def title(self) -> str:
        return ": ".join(filter(None, (self.subject.t("documents.page_plan"), self.name)))

    def sheets(self) -> Iterator[Picture]:
        return pictures_of(self.subject, plan_drawing(self.subject.plan, self.level.id, self.subject.wishes()))


def context(subject: Subject) -> Context | None:
    """From the lowest level up, those on which something stands."""
    plan = subject.plan
    drawn = {item.level for item in plan.items.values()} | {wall.level for wall in plan.walls.values()}
    levels = sorted(plan.levels.values(), key=lambda level: level.elevation)
    storeys = [Storey(subject, level) for level in levels if level.id in drawn]
    return {"storeys": storeys} if storeys else None
