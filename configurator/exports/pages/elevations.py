"""The walls: every one that has anything to show, at a true scale, with a small plan that tells which is which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

import shapely

from configurator.exports.layout import HEAD, Layout, laid_out
from configurator.exports.legend import Entry, legend_of, mark_of
from configurator.exports.pages import Context
from configurator.exports.pictures import drawing_url
from configurator.exports.scale_bar import scale_bar
from configurator.exports.subject import Subject
from rooms.drawing.drawing import Drawing
from rooms.drawing.elevation import room_elevation
from rooms.drawing.items import FLAT_MM
from rooms.drawing.room_sketch import RoomSketch, key_drawing
from rooms.drawing.storey import Storey
from rooms.outline.wall_letters import LetteredSide
from rooms.things.footprint import footprint

ORDER = 30
SCALES, FINE_SCALES = (25, 50, 100, 200), (20, 25, 50, 100, 200)
FINE_USES = ("bathroom", "toilet", "kitchen")
"""Where every centimetre counts."""
KEY_SCALES, KEY_WIDE, KEY_HIGH = range(50, 1001, 10), 80, 36
BEFORE_MM = 120
BESIDE = 20
"""What a wall's dimensions take beside it at least, in mm on paper."""


@dataclass(frozen=True)
class View:
    """One wall's picture: its letter, its drawing at the scale, and words for whoever cannot see it."""

    letter: str
    drawing: Drawing

    @property
    def width(self) -> float:
        """In mm on paper, as all here."""
        return self.drawing.frame.width / self.drawing.paper.scale

    @property
    def above(self) -> float:
        """Above the floor's line, which is the drawing's own zero."""
        return -self.drawing.frame.y / self.drawing.paper.scale

    @property
    def below(self) -> float:
        return (self.drawing.frame.y + self.drawing.frame.height) / self.drawing.paper.scale

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
    def across(self) -> bool:
        return self._layout.across

    @property
    def pages(self) -> Iterator[list[list[View]]]:
        """Rows of views for each page; in a row the floors make one line."""
        for page in self._layout.pages:
            yield [list(_levelled(row)) for row in page]

    @property
    def scale(self) -> int:
        return self._layout.pages[0][0][0].drawing.paper.scale

    @property
    def bar_url(self) -> str:
        return drawing_url(scale_bar(self.scale))

    @property
    def legend(self) -> list[Entry]:
        return legend_of(self.subject, self.place)

    @property
    def key_url(self) -> str:
        sketch = RoomSketch.of(self.subject.plan, self.place)
        drawings = (key_drawing(sketch, self.subject.wishes(scale)) for scale in KEY_SCALES)
        return drawing_url(_largest_that_fits(drawings, KEY_WIDE, KEY_HIGH).document())

    @cached_property
    def _layout(self) -> Layout[View]:
        """All walls of the room at one scale, the largest that does not take a page for each."""
        use = self.subject.found.rooms[self.place].use
        for scale in FINE_SCALES if use in FINE_USES else SCALES:
            if self._may_share(scale) or scale == SCALES[-1]:
                layout = laid_out(
                    [View(side.letter, self._drawing(side, scale)) for side in self.sides], self.subject.page
                )
                if layout.is_thrifty:
                    break
        return layout

    def _may_share(self, scale: int) -> bool:
        """Whether two walls could stand on a page at this scale: drawing them all to see takes long."""
        page = self.subject.page
        lengths = sorted(side.length_mm / scale + BESIDE for side in self.sides)
        tall = self.subject.plan.level_height(self.subject.found.rooms[self.place].level) / scale + BESIDE
        return len(lengths) < 2 or sum(lengths[:2]) <= page.across.content[0] or HEAD + 2 * tall <= page.content[1]

    def _drawing(self, side: LetteredSide, scale: int) -> Drawing:
        wishes = replace(self.subject.wishes(scale), mark_of=partial(mark_of, self.subject))
        return room_elevation(self._storey, self.place, side.wall, side.side, wishes)

    @cached_property
    def _storey(self) -> Storey:
        room = self.subject.found.rooms[self.place]
        return Storey(self.subject.plan, room.level, self.subject.found, self.subject.surfaces)


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


def _levelled(row: Sequence[View]) -> Iterator[View]:
    """The row's views with frames that reach equally far above and below the floor."""
    frames = [view.drawing.frame for view in row]
    top, bottom = min(frame.y for frame in frames), max(frame.y + frame.height for frame in frames)
    for view in row:
        frame = replace(view.drawing.frame, y=top, height=bottom - top)
        yield replace(view, drawing=replace(view.drawing, frame=frame))


def _largest_that_fits(drawings: Iterable[Drawing], wide: float, high: float) -> Drawing:
    """The first that fits, else the last."""
    for drawing in drawings:
        if drawing.frame.width <= wide * drawing.paper.scale and drawing.frame.height <= high * drawing.paper.scale:
            break
    return drawing
