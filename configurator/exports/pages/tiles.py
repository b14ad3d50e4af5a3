"""Układ płytek: each tiled surface to a true scale, the first tile marked, with its counts and first cuts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from babel.numbers import format_decimal

from configurator.exports.coverings import covering_laid, covering_name
from configurator.exports.layout import Layout, laid_out
from configurator.exports.pages import Context
from configurator.exports.pictures import drawing_url
from configurator.exports.scale_bar import scale_bar
from configurator.exports.subject import Subject
from rooms.drawing.drawing import Drawing
from rooms.drawing.tile_sheet import tile_sheet
from rooms.outline.wall_letters import letter_of
from rooms.tiling.boards import is_board
from rooms.tiling.ends import ends_of, narrowest_mm
from rooms.tiling.need import TileNeed
from rooms.tiling.surface import Tiled

ORDER = 35
SCALES = (20, 25, 50, 100, 200)
MOST_DRAWN = 3000
"""More tiles would print as grey: mosaics are counted and not drawn."""


TABLE_MM = 34
"""What a table of one line takes with its headings, where a room's only picture shares the page with it."""


@dataclass(frozen=True)
class View:
    """One surface's picture, measured as `exports.layout` wants it; `below` is what has to stand under it."""

    name: str
    drawing: Drawing
    counts: str = ""
    below: float = 0.0

    @property
    def width(self) -> float:
        return self.drawing.frame.width / self.drawing.paper.scale

    @property
    def above(self) -> float:
        return self.drawing.frame.height / self.drawing.paper.scale

    @property
    def url(self) -> str:
        return drawing_url(self.drawing.document())

    @property
    def alt(self) -> str:
        return f"{self.drawing.title}, {self.name}: {self.drawing.about}"


@dataclass(frozen=True)
class Row:
    """A line of the table; `first` and `cuts` are sentences."""

    name: str
    tile: str
    laid: str
    whole: str
    cut: str
    first: str
    cuts: str


@dataclass(frozen=True)
class RoomTiles:
    subject: Subject
    place: int
    held: tuple[Tiled, ...]

    @property
    def name(self) -> str:
        return self.subject.room_names[self.place]

    @property
    def word(self) -> str:
        """`boards` where only boards lie in the room; else `tiles`."""
        return "boards" if all(is_board(one.tile) for one in self.held) else "tiles"

    @property
    def across(self) -> bool:
        return self._layout.across

    @property
    def pages(self) -> Sequence[Sequence[Sequence[View]]]:
        return self._layout.pages

    @property
    def scale(self) -> int:
        return self._layout.pages[0][0][0].drawing.paper.scale

    @property
    def bar_url(self) -> str:
        return drawing_url(scale_bar(self.scale))

    @property
    def rows(self) -> Iterator[Row]:
        for one in self.held:
            yield _row(self.subject, one, _name(self.subject, one))

    @cached_property
    def _layout(self) -> Layout[View]:
        """All of the room's surfaces at one scale, the largest that does not take a page for each."""
        for scale in SCALES:
            wishes = self.subject.wishes(scale)
            below = TABLE_MM if len(self.held) == 1 else 0
            views = [_view(self.subject, one, tile_sheet(one, wishes), below) for one in self.held]
            layout = laid_out(views, self.subject.page)
            if layout.is_thrifty or (layout.fits and len(self.held) < 2):
                break
        return layout


def context(subject: Subject) -> Context | None:
    """The rooms in which something is tiled that can be drawn."""
    drawn = [one for need in subject.tiling.tiles if _is_drawn(need) for one in need.surfaces]
    order = {face: place for place, face in enumerate(("wall", "niche", "reveal", "floor", "ceiling"))}
    by_room = {
        place: sorted(
            (one for one in drawn if one.room == place), key=lambda one: (order[one.face], _key(subject, one))
        )
        for place in range(len(subject.found.rooms))
    }
    rooms = [RoomTiles(subject, place, tuple(held)) for place, held in by_room.items() if held]
    return {"rooms": rooms} if rooms else None


def _view(subject: Subject, one: Tiled, drawing: Drawing, below: float) -> View:
    counts = subject.t("tiling.sheet_count", whole=one.layout.whole_count, cut=one.layout.cut_count)
    return View(_name(subject, one), drawing, counts, below)


def _is_drawn(need: TileNeed) -> bool:
    return need.count is not None and all(len(one.layout.parts) <= MOST_DRAWN for one in need.surfaces)


def _key(subject: Subject, one: Tiled) -> str:
    return letter_of(subject.letters[one.room], one.wall or "", one.side or "") or "~"


def _name(subject: Subject, one: Tiled) -> str:
    if one.face != "wall":
        return subject.t(f"tiling.face_{one.face}")
    name = _wall_name(subject, one)
    if one.z_from:
        heights = f"{subject.figures.length(one.z_from)}–{subject.figures.length(one.z_to or 0)}"
        return f"{name}, {heights}\N{NO-BREAK SPACE}cm"
    return name


def _wall_name(subject: Subject, one: Tiled) -> str:
    """By its letter; a column or shaft by what it is."""
    if block := subject.plan.solids.get(one.wall or ""):
        return subject.t(f"walls.{block.kind}")
    letter = letter_of(subject.letters[one.room], one.wall or "", one.side or "")
    return subject.t("documents.wall_letter", letter=letter) if letter else subject.t("tiling.face_wall")


def _row(subject: Subject, one: Tiled, name: str) -> Row:
    tile, layout = one.tile, one.layout
    return Row(
        name=name,
        tile=covering_name(subject, tile),
        laid=covering_laid(subject, tile),
        whole=str(layout.whole_count),
        cut=str(layout.cut_count),
        first=_first(subject, one),
        cuts=_cuts(subject, one),
    )


def _first(subject: Subject, one: Tiled) -> str:
    """Where the first tile's corner lies, and how it is turned."""
    x, y = one.tile.get("origin") or (0, 0)
    told = subject.t(
        "tiling.first_on_wall" if one.is_wall else "tiling.first_on_floor", x=_signed(subject, x), y=_signed(subject, y)
    )
    turn = one.tile.get("turn_mdeg") or 0
    if turn:
        degrees = format_decimal(turn / 1000, locale=subject.language)
        told += " " + subject.t("tiling.turned_by", degrees=degrees)
    return told


def _cuts(subject: Subject, one: Tiled) -> str:
    """The first cuts at the four sides, and the narrowest of all."""
    told = []
    if ends := ends_of(one.layout, one.tile):
        (left, left_to, right_from, right), (low, low_to, high_from, high) = ends.row, ends.column
        sides = [left_to - left, right - right_from, low_to - low, high - high_from]
        named = dict(zip(("left", "right", "low", "high"), map(subject.figures.length, sides), strict=True))
        told.append(subject.t("tiling.ends_on_wall" if one.is_wall else "tiling.ends_on_floor", **named))
    if (narrowest := narrowest_mm(one.layout)) is not None:
        told.append(subject.t("tiling.narrowest", mm=subject.figures.length(narrowest)))
    return " ".join(told)


def _signed(subject: Subject, mm: int) -> str:
    return ("−" if mm < 0 else "") + subject.figures.length(abs(mm))
