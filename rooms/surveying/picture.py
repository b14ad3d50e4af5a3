"""The room from above as whoever measures it sees it: one wall lit with the tape along it, or the tape across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rooms.drawing import svg
from rooms.drawing.svg import Point, Svg
from rooms.walls.vector import Vector, length, minus, moved

WIDE, HIGH = 320.0, 176.0
EDGE = 32.0
"""Room around the walls for their letters."""
WALL, LIT, TAPE = 4.0, 9.0, 2.0
INK, FAINT, WHITE = "#161616", "#8a8a8a", "#ffffff"
AWAY, INSIDE = 19.0, 17.0
CAP = 16.0
STATIONS = (0.5, 0.72, 0.28, 0.88, 0.12)
RADIUS = 12.5


@dataclass(frozen=True)
class _Laid:
    """The corners in the picture's units, y down, clockwise."""

    ring: tuple[Point, ...]
    names: tuple[str, ...]

    def wall(self, place: int) -> tuple[Point, Point]:
        return self.ring[place], self.ring[(place + 1) % len(self.ring)]

    def beside(self, place: int, away: float) -> tuple[Point, Point]:
        """The wall's line moved outwards, inwards where `away` is negative."""
        start, end = self.wall(place)
        unit = _unit(start, end)
        out = unit[1], -unit[0]
        return moved(start, out, away), moved(end, out, away)

    def spots(self, place: int) -> Iterator[Point]:
        """Where the wall's letter may stand, the best place first."""
        (x0, y0), (x1, y1) = self.beside(place, AWAY)
        return ((x0 + (x1 - x0) * share, y0 + (y1 - y0) * share) for share in STATIONS)


def walk_picture(
    corners: Sequence[Vector],
    names: Sequence[str],
    *,
    lit: Sequence[int] = (),
    across: tuple[int, int] | None = None,
) -> str:
    """An SVG of the room; the lit walls are heavy, one lit wall alone has its tape; `across` are two corners."""
    laid = _Laid(tuple(_scaled(corners)), tuple(names))
    faint, heavy = [place for place in range(len(names)) if place not in lit], list(lit)
    return svg.document(
        svg.element("path", d=svg.ring(laid.ring), fill=WHITE, stroke="none"),
        *(_line(laid.wall(place), WALL, FAINT) for place in faint),
        *(_line(laid.wall(place), LIT, INK) for place in heavy),
        *(_tape(*_ends(laid.beside(place, -INSIDE))) for place in heavy if len(heavy) == 1),
        *(_across(laid, across) if across else ()),
        *(_letter(names[place], spot, is_lit=place in lit) for place, spot in _named(laid, [*lit, *faint])),
        viewBox=f"0 0 {WIDE:.0f} {HIGH:.0f}",
        fill="none",
        class_="walk-picture",
        aria_hidden="true",
    )


def _scaled(corners: Sequence[Vector]) -> Iterator[Point]:
    xs, ys = zip(*corners, strict=True)
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    scale = min((WIDE - 2 * EDGE) / wide, (HIGH - 2 * EDGE) / high)
    left, top = (WIDE - wide * scale) / 2 - min(xs) * scale, (HIGH - high * scale) / 2 - min(ys) * scale
    return ((x * scale + left, y * scale + top) for x, y in corners)


def _ends(line: tuple[Point, Point]) -> tuple[Point, Point]:
    """The tape's ends, clear of the walls' own thickness."""
    unit = _unit(*line)
    return moved(line[0], unit, WALL / 2), moved(line[1], unit, -WALL / 2)


def _tape(start: Point, end: Point) -> Svg:
    """A line with its two ends marked, as long as what is measured."""
    unit = _unit(start, end)
    across = unit[1], -unit[0]
    stops = [(moved(point, across, 6), moved(point, across, -6)) for point in (start, end)]
    heads = [
        [moved(moved(point, unit, 8 * sign), across, 4), point, moved(moved(point, unit, 8 * sign), across, -4)]
        for point, sign in ((start, 1), (end, -1))
    ]
    return svg.element(
        "path",
        d="".join(svg.line(points) for points in ([start, end], *stops, *heads)),
        stroke=INK,
        stroke_width=TAPE,
        stroke_linecap="round",
        stroke_linejoin="round",
    )


def _across(laid: _Laid, ends: tuple[int, int]) -> Iterator[Svg]:
    start, end = laid.ring[ends[0]], laid.ring[ends[1]]
    yield _tape(start, end)
    for x, y in (start, end):
        yield svg.element("circle", cx=x, cy=y, r=7, fill=INK)


def _named(laid: _Laid, order: Sequence[int]) -> Iterator[tuple[int, Point]]:
    """The walls whose letters have room beside those before them, and where."""
    taken: list[Point] = []
    for place in order:
        free = (
            spot for spot in laid.spots(place) if all(length(minus(spot, other)) >= 2 * RADIUS - 4 for other in taken)
        )
        if spot := next(free, None):
            taken.append(spot)
            yield place, spot


def _letter(name: str, spot: Point, *, is_lit: bool) -> Svg:
    x, y = spot
    words = svg.element(
        "text",
        svg.words(name),
        x=x,
        y=y + CAP * 0.36,
        fill=WHITE if is_lit else INK,
        font_size=CAP if len(name) < 3 else CAP * 0.7,
        font_weight=650 if is_lit else 450,
        font_family="Inter, sans-serif",
        text_anchor="middle",
    )
    back = svg.element("circle", cx=x, cy=y, r=RADIUS, fill=INK) if is_lit else svg.NOTHING
    return svg.element("g", *(part for part in (back, words) if part))


def _line(ends: tuple[Point, Point], wide: float, ink: str) -> Svg:
    return svg.element("path", d=svg.line(ends), stroke=ink, stroke_width=wide, stroke_linecap="square")


def _unit(start: Point, end: Point) -> Vector:
    way = minus(end, start)
    long = length(way) or 1.0
    return way[0] / long, way[1] / long


def small_picture(walls: Sequence[Vector]) -> str:
    """The outline alone, for choosing a shape."""
    corners = [(0.0, 0.0)]
    for dx, dy in walls[:-1]:
        corners.append((corners[-1][0] + dx, corners[-1][1] + dy))
    ring = tuple(_scaled(corners))
    sides = [_line(side, 8, INK) for side in pairwise([*ring, ring[0]])]
    return svg.document(*sides, viewBox=f"0 0 {WIDE:.0f} {HIGH:.0f}", fill="none", aria_hidden="true")
