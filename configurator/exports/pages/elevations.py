"""The walls: every one that has anything to show, at a true scale, with a small plan that tells which is which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import shapely

from configurator.exports.layout import Layout, laid_out
from configurator.exports.pages import Context
from configurator.exports.pictures import drawing_url
from configurator.exports.scale_bar import scale_bar
from configurator.exports.subject import Subject
from rooms.drawing.drawing import Drawing
from rooms.drawing.elevation import elevation_drawing
from rooms.drawing.items import FLAT_MM, footprint
from rooms.drawing.room_sketch import RoomSketch, key_drawing
from rooms.wall_letters import LetteredSide

ORDER = 30
SCALES, FINE_SCALES = (50, 100, 200), (25, 50, 100, 200)
FINE_USES = ("bathroom", "toilet", "kitchen")
"""Where every centimetre counts."""
KEY_SCALES, KEY_WIDE, KEY_HIGH = (100, 200, 500), 70, 30
BEFORE_MM = 120


@dataclass(frozen=True)
class View:
    """One wall's picture: its letter, its drawing at the scale, and words for whoever cannot see it."""

    letter: str
    drawing: Drawing

    @property
    def width(self) -> float:
        """In mm on paper, as the height."""
        return self.drawing.frame.width / self.drawing.paper.scale

    @property
    def height(self) -> float:
        return self.drawing.frame.height / self.drawing.paper.scale

    @property
    def url(self) -> str:
        return drawing_url(self.drawing.document())

    @property
    def alt(self) -> str:
        return f"{self.drawing.title}, {self.letter}: {self.drawing.about}"


@dataclass(frozen=True)
class RoomWalls:
    subject: Subject
    place: int
    sides: tuple[LetteredSide, ...]

    @property
    def name(self) -> str:
        return self.subject.room_names[self.place]

    @property
    def layout(self) -> Layout:
        return self._laid[0]

    @property
    def scale(self) -> int:
        return self._laid[1]

    @property
    def bar_url(self) -> str:
        return drawing_url(scale_bar(self.scale))

    @property
    def key_url(self) -> str:
        sketch = RoomSketch.of(self.subject.plan, self.place)
        drawings = (key_drawing(sketch, self.subject.wishes(scale)) for scale in KEY_SCALES)
        return drawing_url(_largest_that_fits(drawings, KEY_WIDE, KEY_HIGH).document())

    @cached_property
    def _laid(self) -> tuple[Layout, int]:
        """All walls of the room at one scale, the largest that does not take a page for each."""
        use = self.subject.found.rooms[self.place].use
        for scale in FINE_SCALES if use in FINE_USES else SCALES:
            drawings = _levelled([self._drawing(side, scale) for side in self.sides])
            layout = laid_out([View(side.letter, drawn) for side, drawn in zip(self.sides, drawings, strict=True)])
            if layout.is_thrifty:
                break
        return layout, scale

    def _drawing(self, side: LetteredSide, scale: int) -> Drawing:
        return elevation_drawing(self.subject.plan, side.wall, side.side, self.subject.wishes(scale))


def context(subject: Subject) -> Context | None:
    rooms = [
        RoomWalls(subject, place, sides)
        for place, letters in enumerate(subject.letters)
        if (sides := tuple(_worth_showing(subject, place, letters)))
    ]
    return {"rooms": rooms} if rooms else None


def _worth_showing(subject: Subject, place: int, letters: Iterable[LetteredSide]) -> Iterator[LetteredSide]:
    """The walls with an opening, a finish, or a thing that stands against them."""
    faces = [face for face in subject.surfaces.faces if face.room == place]
    marked = {(face.wall, face.side) for face in faces if face.cuts or any(band.finish for band in face.bands)}
    level = subject.found.rooms[place].level
    things = [
        shapely.Polygon(footprint(item))
        for item in subject.plan.items.values()
        if item.level == level and item.size[2] > FLAT_MM and subject.found.room_at(level, item.at) == place
    ]
    for side in letters:
        lines = [shapely.LineString(edge.points) for edge in side.edges]
        near = any(shapely.distance(thing, line) <= BEFORE_MM for thing in things for line in lines)
        if near or (side.wall, side.side) in marked:
            yield side


def _levelled(drawings: Sequence[Drawing]) -> list[Drawing]:
    """The drawings with frames of one height, so that beside each other their floors make one line."""
    top = min(one.frame.y for one in drawings)
    bottom = max(one.frame.y + one.frame.height for one in drawings)
    return [replace(one, frame=replace(one.frame, y=top, height=bottom - top)) for one in drawings]


def _largest_that_fits(drawings: Iterable[Drawing], wide: float, high: float) -> Drawing:
    """The first that fits, else the last."""
    for drawing in drawings:
        if drawing.frame.width <= wide * drawing.paper.scale and drawing.frame.height <= high * drawing.paper.scale:
            break
    return drawing
