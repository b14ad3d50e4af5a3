"""Doors and windows seen from the room: frames, leaves with the lines that point at their hinges, handles, sills."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rooms.drawing import svg
from rooms.drawing.aperture import Aperture
from rooms.drawing.coats import Paints
from rooms.drawing.elevation_woodwork import wood_colour
from rooms.drawing.leaves import is_hung_near_a
from rooms.drawing.openings import POST_MM, is_wide
from rooms.drawing.paper import SHADE
from rooms.drawing.pen import Pen
from rooms.drawing.svg import Svg
from rooms.drawing.wall_view import WallView
from rooms.walls.niches import is_niche

HANDLE_MM = 1050
HANDLE_IN_MM, HANDLE_LONG_MM = 60, 120
SILL_BOARD_MM = (30, 50)
"""A window board's thickness, and how far it reaches past the opening on each side."""

SHADE_SHARE = 0.4
"""How wide a niche's shade is drawn, of its depth."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom on the drawing."""


def draw_openings_of(view: WallView, pen: Pen, paints: Paints) -> Svg:
    """Doors and windows in their paint."""
    apertures = sorted(view.apertures, key=lambda one: not is_niche(one.opening))
    return pen.layer("openings", *(_drawn(one, view, pen, wood_colour(view, one, paints)) for one in apertures))


def _drawn(one: Aperture, view: WallView, pen: Pen, wood: str) -> Svg:
    left, top, right, bottom = view.hole(one).bounds
    marks = MARKS[one.opening.kind](one, (left, top, right, bottom), view, pen, wood)
    fill = None if is_niche(one.opening) else wood
    return svg.element("g", pen.visible(_box((left, top, right, bottom)), fill=fill), *marks, data_id=one.opening.id)


def _door(one: Aperture, box: Box, view: WallView, pen: Pen, wood: str) -> Iterator[Svg]:
    yield from _leaf(_within_frame(box), _hung_left(one, view), pen, wood)


def _double_door(_one: Aperture, box: Box, _view: WallView, pen: Pen, wood: str) -> Iterator[Svg]:
    yield from _leaves(_within_frame(box), pen, wood)


def _sliding_door(one: Aperture, box: Box, view: WallView, pen: Pen, wood: str) -> Iterator[Svg]:
    """The leaf closed, with an arrow the way it goes."""
    left, top, right, bottom = box
    way = -1 if _hung_left(one, view) else 1
    middle, long, y = (left + right) / 2, (right - left) * 0.25, (top + bottom) / 2
    tip, barb = middle + way * long, long * 0.3
    yield pen.fine(_box(box), fill=wood)
    yield pen.fine(svg.line(((middle - way * long, y), (tip, y))))
    yield pen.fine(svg.line(((tip - way * barb, y - barb / 2), (tip, y), (tip - way * barb, y + barb / 2))))


def _folding_door(_one: Aperture, box: Box, _view: WallView, pen: Pen, wood: str) -> Iterator[Svg]:
    left, top, right, bottom = _within_frame(box)
    yield pen.fine(_box((left, top, right, bottom)), fill=wood)
    panel = (right - left) / 4
    yield from (pen.fine(svg.line(((left + panel * n, top), (left + panel * n, bottom)))) for n in (1, 2, 3))


def _passage(_one: Aperture, box: Box, _view: WallView, pen: Pen, _wood: str) -> Iterator[Svg]:
    """Nothing but the thin cross that marks a void."""
    left, top, right, bottom = box
    yield pen.fine(svg.line(((left, top), (right, bottom))) + svg.line(((right, top), (left, bottom))))


def _window(_one: Aperture, box: Box, _view: WallView, pen: Pen, wood: str) -> Iterator[Svg]:
    yield from _sashes(box, 1, pen)
    yield _board(box, pen, wood)


def _double_window(_one: Aperture, box: Box, _view: WallView, pen: Pen, wood: str) -> Iterator[Svg]:
    yield from _sashes(box, 2, pen)
    yield _board(box, pen, wood)


def _french_window(one: Aperture, box: Box, view: WallView, pen: Pen, _wood: str) -> Iterator[Svg]:
    wide = is_wide(one)
    yield from _sashes(box, 2 if wide else 1, pen)
    inner = _within_frame(box)
    yield from _leaves(inner, pen, None) if wide else _leaf(inner, _hung_left(one, view), pen, None)


def _niche(one: Aperture, box: Box, _view: WallView, pen: Pen, _wood: str) -> Iterator[Svg]:
    """The shade of its head and of its left jamb, where light comes from the upper left."""
    left, top, right, bottom = box
    deep = min(one.depth_mm * SHADE_SHARE, (right - left) / 6, (bottom - top) / 6)
    inner = ((right, top + deep), (left + deep, top + deep), (left + deep, bottom))
    yield pen.filled(svg.ring(((left, bottom), (left, top), (right, top), *inner)), SHADE)
    yield pen.fine(svg.line(inner))


def _sashes(box: Box, count: int, pen: Pen) -> Iterator[Svg]:
    """Each sash's frame and pane."""
    left, top, right, bottom = box
    width = (right - left) / count
    for place in range(count):
        sash = (left + place * width, top, left + (place + 1) * width, bottom)
        yield pen.fine(_box(sash))
        yield pen.fine(_box(_inset(sash, POST_MM * 1.4)), fill=SHADE)


def _leaves(box: Box, pen: Pen, fill: str | None) -> Iterator[Svg]:
    left, top, right, bottom = box
    middle = (left + right) / 2
    yield from _leaf((left, top, middle, bottom), True, pen, fill)
    yield from _leaf((middle, top, right, bottom), False, pen, fill)


def _leaf(box: Box, hung_left: bool, pen: Pen, fill: str | None) -> Iterator[Svg]:
    left, top, right, bottom = box
    hinge, free = (left, right) if hung_left else (right, left)
    inwards = 1 if hung_left else -1
    yield pen.fine(_box(box), fill=fill)
    yield pen.dashed(svg.line(((free, top), (hinge, (top + bottom) / 2), (free, bottom))))
    if bottom - top > HANDLE_MM * 1.2:
        start, y = free - inwards * HANDLE_IN_MM, bottom - HANDLE_MM
        yield pen.visible(svg.line(((start, y), (start - inwards * HANDLE_LONG_MM, y))))


def _board(box: Box, pen: Pen, wood: str) -> Svg:
    thick, past = SILL_BOARD_MM
    left, _top, right, bottom = box
    return pen.visible(_box((left - past, bottom, right + past, bottom + thick)), fill=wood)


def _hung_left(one: Aperture, view: WallView) -> bool:
    return is_hung_near_a(one) == (view.sign > 0)


def _within_frame(box: Box) -> Box:
    left, top, right, bottom = box
    post = min(POST_MM, (right - left) / 4, (bottom - top) / 4)
    return left + post, top + post, right - post, bottom


def _inset(box: Box, wanted_mm: float) -> Box:
    left, top, right, bottom = box
    by = min(wanted_mm, (right - left) / 4, (bottom - top) / 4)
    return left + by, top + by, right - by, bottom - by


def _box(box: Box) -> str:
    left, top, right, bottom = box
    return svg.ring(((left, top), (right, top), (right, bottom), (left, bottom)))


MARKS: Mapping[str, Callable[[Aperture, Box, WallView, Pen, str], Iterator[Svg]]] = {
    "door": _door,
    "double_door": _double_door,
    "sliding_door": _sliding_door,
    "folding_door": _folding_door,
    "passage": _passage,
    "window": _window,
    "double_window": _double_window,
    "french_window": _french_window,
    "niche": _niche,
}
