"""Taśma na podłodze: where each thing stands, so that a room can be tried out with tape before anything is bought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from configurator.exports.layout import ACROSS, UPRIGHT
from configurator.exports.names import item_name
from configurator.exports.pages import Context
from configurator.exports.pictures import drawing_url
from configurator.exports.scale_bar import scale_bar
from configurator.exports.subject import Subject
from rooms.drawing.drawing import Drawing
from rooms.drawing.room_sketch import RoomSketch
from rooms.drawing.tape import AT_WALL_MM, tape_drawing
from rooms.tape import Distance, Taped, taped

ORDER = 60
SCALES = (20, 25, 50, 100, 200)
LEGIBLE = SCALES[:3]
"""At a smaller scale the numbers of things lie on each other, and the list had better go over."""
HEADINGS, ROW = 62, 6.7
"""What the page's headings and a line of its list take, in mm."""


@dataclass(frozen=True)
class Row:
    """A line of the list; `corner` is a or b where one corner of a thing at a slant is told."""

    number: int
    corner: str
    name: str
    size: str
    from_walls: tuple[str, ...]


@dataclass(frozen=True)
class RoomTape:
    subject: Subject
    place: int
    things: tuple[Taped, ...]

    @property
    def name(self) -> str:
        return self.subject.room_names[self.place]

    @property
    def across(self) -> bool:
        return self._laid[1]

    @property
    def scale(self) -> int:
        return self._laid[0].paper.scale

    @property
    def bar_url(self) -> str:
        return drawing_url(scale_bar(self.scale))

    @property
    def url(self) -> str:
        return drawing_url(self._laid[0].document())

    @property
    def has_slanting(self) -> bool:
        return any(len(thing.marks) > 1 for thing in self.things)

    @property
    def rows(self) -> Iterator[Row]:
        for thing in self.things:
            name = item_name(thing.item, self.subject.language)
            size = self.subject.figures.sides(*thing.item.size[:2])
            corners = [""] if thing.is_square else ["a", "b"]
            if not thing.marks:
                yield Row(thing.number, "", name, size, ())
            for corner, mark in zip(corners, thing.marks, strict=False):
                yield Row(thing.number, corner, name, size, tuple(map(self._told, mark.distances)))

    def _told(self, distance: Distance) -> str:
        if distance.mm <= AT_WALL_MM:
            return self.subject.t("documents.at_wall", wall=distance.letter)
        said = self.subject.figures.length(distance.mm)
        return self.subject.t("documents.from_wall", wall=distance.letter, length=f"{said} cm")

    @cached_property
    def _laid(self) -> tuple[Drawing, bool]:
        """The largest scale at which drawing and list share a page, and whether it lies; else the drawing alone."""
        sketch = RoomSketch.of(self.subject.plan, self.place)
        drawings = [tape_drawing(sketch, self.things, self.subject.wishes(scale)) for scale in SCALES]
        listed = HEADINGS + ROW * sum(max(len(thing.marks), 1) for thing in self.things)
        for beside, scales in ((listed, LEGIBLE), (HEADINGS, SCALES)):
            for drawing in drawings[: len(scales)]:
                for page in (UPRIGHT, ACROSS):
                    if _fits(drawing, page[0], page[1] - beside):
                        return drawing, page is ACROSS
        return drawings[-1], False


def _fits(drawing: Drawing, wide: float, high: float) -> bool:
    scale = drawing.paper.scale
    return drawing.frame.width <= wide * scale and drawing.frame.height <= high * scale


def context(subject: Subject) -> Context | None:
    """The rooms in which something stands."""
    rooms = [
        RoomTape(subject, place, things)
        for place in range(len(subject.found.rooms))
        if (things := taped(subject.plan, subject.found, place))
    ]
    return {"rooms": rooms} if rooms else None
