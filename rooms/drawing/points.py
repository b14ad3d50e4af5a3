"""The sheet of a trade's points: walls grey, things faint, each symbol with its height and its way from the corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import atan2, degrees

import shapely

from rooms.drawing import svg
from rooms.drawing.chains import merged
from rooms.drawing.dimensions import Chain, draw_chain, readable, room_for, top_of_letters
from rooms.drawing.drawing import MARGIN, Drawing, Frame, Wishes
from rooms.drawing.figure_rows import Row, placed
from rooms.drawing.items import draw_items, draw_stroke, placing
from rooms.drawing.labels import room_name
from rooms.drawing.lettering import text
from rooms.drawing.openings import draw_openings, swept
from rooms.drawing.outer_edges import outline_points
from rooms.drawing.paper import QUIET, WHITE, Paper, letters_width
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import region
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Point, Svg
from rooms.drawing.wall_lines import draw_walls
from rooms.installations import Placed, Side, points_of, sides_of
from rooms.kinds import KINDS
from rooms.plan import Plan
from rooms.things.footprint import footprint
from rooms.things.symbol import symbol_of
from rooms.walls.vector import dot, length, minus, moved

TITLES = {
    "pl": {"electrical": "Instalacja elektryczna", "plumbing": "Woda, odpływy i gaz"},
    "en": {"electrical": "Electrical points", "plumbing": "Water, drains and gas"},
}
GREY, FAINT = "#b9b9b9", 0.35
SIGN_REACH_MM = 110
"""How far a sign of the usual size reaches from its wall."""
CAP, SYMBOL_MM, SIGN_MM = 2.0, 4.0, 140
"""Height of the letters, and how large a sign of the usual 140 mm is drawn at least, in mm on paper."""
BEYOND_SIGN, NEXT_AWAY, CHAIN_AWAY = 2.2, 3.2, 5.5
"""From a sign to the first row of heights, from row to row, and on to the chain, in mm on paper."""


def points_drawing(plan: Plan, level: str | None, trade: str, wishes: Wishes) -> Drawing:
    """The points of one trade on a level; heights and ways in the unit wished, to the middle of each point."""
    storey = Storey.of(plan, level)
    return _Points(storey, trade, points_of(plan, storey.found, trade, storey.level), wishes).drawn()


def sign_drawing(kind_name: str) -> Drawing:
    """One symbol alone, for a legend: of a thing of the usual size, 1 : 25."""
    kind = KINDS[kind_name]
    pen, size = Pen(Paper(25)), tuple(default for default in kind.size)
    drawn = pen.layer("sign", *(draw_stroke(stroke, pen) for stroke in symbol_of(kind, size)))
    return Drawing(Frame(-120, -90, 240, 280), pen.paper, kind.names["pl"].one, "", (drawn,))


@dataclass(frozen=True)
class _Points:
    storey: Storey
    trade: str
    points: tuple[Placed, ...]
    wishes: Wishes

    def drawn(self) -> Drawing:
        pen = self.wishes.pen(self._frame)
        title = TITLES[self.wishes.language][self.trade]
        return Drawing(self._frame(pen), pen.paper, title, self._about, self._layers(pen))

    def _layers(self, pen: Pen) -> tuple[Svg, ...]:
        storey = self.storey
        shown = {one.item.id for one in self.points}
        things = [item for item in storey.items if item.id not in shown and not _is_sign(item.kind)]
        faint = svg.element("g", draw_items(things, pen), opacity=FAINT)
        return (
            faint,
            draw_walls(storey, pen, GREY),
            draw_openings(storey, pen),
            pen.layer("names", *self._names(pen)),
            pen.layer("dimensions", *(draw_chain(chain, pen) for chain in self._chains(pen))),
            pen.layer("points", *(_sign(one, pen) for one in self.points)),
            pen.layer("heights", *self._heights(pen)),
        )

    def _frame(self, pen: Pen) -> Frame:
        swings = [corner for one in self.storey.apertures for corner in swept(one)]
        strips = [corner for chain in self._chains(pen) for corner in room_for(chain, pen)]
        own = [corner for one in self.points for corner in footprint(one.item)]
        around = [*outline_points(self.storey.outline), *swings, *strips, *own]
        return Frame.around(around, pen.paper.mm(MARGIN))

    def _names(self, pen: Pen) -> Iterator[Svg]:
        """Of the rooms, quietly."""
        cap = pen.paper.mm(CAP)
        for room in self.storey.rooms:
            spot = shapely.point_on_surface(self.storey.floor(room))
            yield text(room_name(room, self.wishes.language), (spot.x, spot.y), cap, fill=QUIET)

    def _heights(self, pen: Pen) -> Iterator[Svg]:
        for said, spot, along in self._spots(pen):
            yield _veiled(said, spot, along, pen)
        for one in self.points:
            if one.side is None and one.item.elevation:
                x, y = one.item.at
                away = pen.paper.mm(CAP) * 2.2
                yield _veiled(self._said(one), (x, y + away), (1.0, 0.0), pen)

    def _spots(self, pen: Pen) -> Iterator[tuple[str, Point, Point]]:
        """Each wall point's height, where it stands, and the direction in which it is read."""
        for side, held in self._by_side.items():
            for one, row in self._rows(held, pen):
                foot = moved(side.start, side.along, side.stop_of(one.item.at))
                away = _first_away(pen) + pen.paper.mm(row * NEXT_AWAY)
                yield self._said(one), moved(foot, side.inward, away), readable(side.along)

    def _rows(self, held: tuple[Placed, ...], pen: Pen) -> list[tuple[Placed, int]]:
        """The nearest row to the wall in which a height does not run into the one before it."""
        ends: list[float] = []
        found = []
        for one in held:
            middle = one.side.stop_of(one.item.at) if one.side else 0.0
            half = letters_width(self._said(one), pen.paper.mm(CAP)) / 2 + pen.paper.mm(0.6)
            row = next((row for row, end in enumerate(ends) if end <= middle - half), len(ends))
            ends[row : row + 1] = [middle + half]
            found.append((one, row))
        return found

    def _said(self, one: Placed) -> str:
        return f"h\N{NO-BREAK SPACE}{self.wishes.figures.length(one.height_mm)}"

    @cached_property
    def _by_side(self) -> dict[Side, tuple[Placed, ...]]:
        """The points on each side of a room, in the order in which they stand along it."""
        found: dict[Side, list[Placed]] = {}
        for one in self.points:
            if one.side:
                found.setdefault(one.side, []).append(one)
        return {side: tuple(sorted(held, key=lambda one: side.stop_of(one.item.at))) for side, held in found.items()}

    def _chains(self, pen: Pen) -> Iterator[Chain]:
        for side, held in self._by_side.items():
            rows = max(row for _one, row in self._rows(held, pen))
            away = _first_away(pen) + pen.paper.mm(rows * NEXT_AWAY + CHAIN_AWAY)
            stops = [side.stop_of(one.item.at) for one in held]
            near = [stop for stop in stops if stop <= side.length_mm / 2]
            far = [stop for stop in stops if stop > side.length_mm / 2]
            if near:
                yield self._chain(side, [0.0, *near], away, pen)
            if far:
                yield self._chain(side, [*far, side.length_mm], away, pen)
        for one in self.points:
            if one.side is None and one.room is not None:
                yield from self._to_walls(one, pen)

    def _chain(self, side: Side, stops: list[float], away: float, pen: Pen) -> Chain:
        along = readable(side.along)
        ends = [dot(moved(side.start, side.along, stop), along) for stop in merged(stops)]
        distance = dot(side.start, side.inward) + away
        origin = side.inward[0] * distance, side.inward[1] * distance
        up_is_out = dot(top_of_letters(along), side.inward) > 0
        row = Row(tuple(sorted(ends)))
        written = placed(row, self.wishes.figures, pen.paper, up_is_out=up_is_out)
        return Chain(origin, along, side.inward, row.stops, written, away - pen.paper.mm(1))

    def _to_walls(self, one: Placed, pen: Pen) -> Iterator[Chain]:
        """Straight to the nearest wall, and to the nearest of those across it."""
        sides = [
            (side.away(one.item.at), side)
            for side in sides_of(self.storey.found.rooms[one.room or 0])
            if 0 <= side.stop_of(one.item.at) <= side.length_mm and side.away(one.item.at) > 0
        ]
        nearest = min(sides, key=lambda pair: pair[0], default=None)
        across = [pair for pair in sides if nearest and abs(dot(pair[1].along, nearest[1].along)) < 0.1]
        for _mm, side in filter(None, (nearest, min(across, key=lambda pair: pair[0], default=None))):
            foot = moved(side.start, side.along, side.stop_of(one.item.at))
            yield self._straight(foot, (float(one.item.at[0]), float(one.item.at[1])), pen)

    def _straight(self, foot: Point, spot: Point, pen: Pen) -> Chain:
        way = minus(spot, foot)
        long = length(way)
        along = readable((way[0] / long, way[1] / long))
        row = Row(tuple(sorted((dot(foot, along), dot(spot, along)))))
        up = top_of_letters(along)
        origin = up[0] * dot(foot, up), up[1] * dot(foot, up)
        written = placed(row, self.wishes.figures, pen.paper, up_is_out=True)
        return Chain(origin, along, up, row.stops, written, 0.0)

    @property
    def _about(self) -> str:
        counts = {one.item.kind: 0 for one in self.points}
        for one in self.points:
            counts[one.item.kind] += 1
        language = self.wishes.language
        return "; ".join(f"{KINDS[kind].names[language].one}: {count}" for kind, count in counts.items())


def _first_away(pen: Pen) -> float:
    return SIGN_REACH_MM * _share(pen) + pen.paper.mm(BEYOND_SIGN)


def _share(pen: Pen) -> float:
    """How much larger than true a sign is drawn so that it can be told."""
    return max(1.0, pen.paper.mm(SYMBOL_MM) / SIGN_MM)


def _is_sign(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].sign


def _sign(one: Placed, pen: Pen) -> Svg:
    """The kind's symbol, at a small scale enlarged about its foot on the wall so that it can be told."""
    kind, size = KINDS[one.item.kind], one.item.size
    share = _share(pen) if kind.sign else 1.0
    own = Pen(Paper(max(1, round(pen.paper.scale / share))))
    foot = -size[1] / 2 if one.side else 0.0
    about = f" translate(0 {foot:g}) scale({share:g}) translate(0 {-foot:g})" if share > 1 else ""
    strokes = [draw_stroke(stroke, own) for stroke in symbol_of(kind, size)]
    return svg.element("g", *strokes, transform=placing(one.item) + about, data_id=one.item.id)


def _veiled(said: str, spot: Point, along: Point, pen: Pen) -> Svg:
    cap = pen.paper.mm(CAP)
    half, up = letters_width(said, cap) / 2 + cap * 0.2, top_of_letters(along)
    corners = ((-half, -cap * 0.75), (half, -cap * 0.75), (half, cap * 0.75), (-half, cap * 0.75))
    veil = shapely.Polygon([moved(moved(spot, along, x), up, y) for x, y in corners])
    base = moved(spot, up, -cap / 2)
    turned = degrees(atan2(along[1], along[0]))
    return svg.element("g", pen.filled(region(veil), WHITE), text(said, base, cap, turn=turned))
