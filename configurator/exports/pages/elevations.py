"""The walls: every one that has anything to show, at a true scale, with a small plan that tells which is which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import shapely

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
WIDE, HIGH = 182, 226
"""What the page leaves to drawings, in mm."""
CHAINS = 24
"""What a wall's dimension chains take beside it at most, in mm on paper: for a first guess of the scale."""
SCALES, FINE_SCALES = (50, 100, 200), (20, 25, 50, 100, 200)
FINE_USES = ("bathroom", "toilet", "kitchen")
"""Where every centimetre counts."""
KEY_SCALES, KEY_WIDE, KEY_HIGH = (100, 200, 500), 60, 42
BEFORE_MM = 120


@dataclass(frozen=True)
class View:
    """One wall's picture: its letter, its drawing at the scale, and words for whoever cannot see it."""

    letter: str
    drawing: Drawing

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

    @cached_property
    def views(self) -> tuple[View, ...]:
        """All walls of the room at one scale, the largest at which each fits the page."""
        room = self.subject.found.rooms[self.place]
        widest, height = max(side.length_mm for side in self.sides), self.subject.plan.level_height(room.level)
        scales = FINE_SCALES if room.use in FINE_USES else SCALES
        for scale in scales:
            if (widest / scale + CHAINS <= WIDE and height / scale + CHAINS <= HIGH) or scale == scales[-1]:
                views = tuple(View(side.letter, self._drawing(side, scale)) for side in self.sides)
                if all(_fits(view.drawing) for view in views):
                    break
        return views

    @property
    def scale(self) -> int:
        return self.views[0].drawing.paper.scale

    @property
    def bar_url(self) -> str:
        return drawing_url(scale_bar(self.scale))

    @property
    def key_url(self) -> str:
        sketch = RoomSketch.of(self.subject.plan, self.place)
        drawings = (key_drawing(sketch, self.subject.wishes(scale)) for scale in KEY_SCALES)
        return drawing_url(_smallest_that_fits(drawings, KEY_WIDE, KEY_HIGH).document())

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


def _fits(drawing: Drawing) -> bool:
    scale = drawing.paper.scale
    return drawing.frame.width <= WIDE * scale and drawing.frame.height <= HIGH * scale


def _smallest_that_fits(drawings: Iterable[Drawing], wide: float, high: float) -> Drawing:
    """The first that fits, else the last."""
    drawing = None
    for drawing in drawings:
        if drawing.frame.width <= wide * drawing.paper.scale and drawing.frame.height <= high * drawing.paper.scale:
            break
    assert drawing is not None
    return drawing
