"""Doors, windows and passages on plan, each as the draughtsman marks its kind.

`opens` is the side of the wall that a leaf swings to; `hinge` is the jamb on the left or right hand of somebody who
stands on that side and looks at the wall (the handing of EN 12519).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rooms.drawing import svg
from rooms.drawing.leaves import folding, hinged, jambs, pair, sliding
from rooms.drawing.paper import WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.storey import Aperture, Storey, strip
from rooms.drawing.svg import Svg

POST_MM = 50
"""The post of a frame: a door of 900 leaves 800 clear."""
SASH_MM = 70
GLASS_MM = 20
WIDE_FRENCH_MM = 1200
"""From this width a balcony door has two leaves."""
SLIDING_DEPTH_MM = 200
STILL = ("passage", "window", "double_window", "niche")


def draw_openings(storey: Storey, pen: Pen) -> Svg:
    """Every opening of the level; what the cut misses is dashed."""
    return pen.layer("openings", *(_drawn(one, pen) for one in storey.apertures))


def swept(one: Aperture) -> tuple[svg.Point, ...]:
    """Corners about the floor that a leaf passes over, and about a sliding leaf's way; nothing for what has no leaf."""
    kind = one.opening.kind
    if not one.is_cut or kind in STILL:
        return ()
    at = jambs(one, POST_MM)
    if kind == "sliding_door":
        return at.box((-at.width_mm, at.width_mm), (0, SLIDING_DEPTH_MM))
    leaves = 2 if kind == "double_door" or (kind == "french_window" and is_wide(one)) else 1
    return at.box((0, at.width_mm), (0, at.width_mm / (2 if kind == "folding_door" else leaves)))


def is_wide(one: Aperture) -> bool:
    return one.to_mm - one.from_mm >= WIDE_FRENCH_MM


def _drawn(one: Aperture, pen: Pen) -> Svg:
    draw = MARKS[one.opening.kind] if one.is_cut else _beyond_the_cut
    return svg.element("g", *draw(one, pen), data_id=one.opening.id)


def _door(one: Aperture, pen: Pen) -> Iterator[Svg]:
    yield from _posts(one, pen)
    yield from hinged(jambs(one, POST_MM), pen)


def _double_door(one: Aperture, pen: Pen) -> Iterator[Svg]:
    yield from _posts(one, pen)
    yield from pair(jambs(one, POST_MM), pen)


def _sliding_door(one: Aperture, pen: Pen) -> Iterator[Svg]:
    yield from _lintel(one, pen)
    yield from sliding(jambs(one, 0), pen)


def _folding_door(one: Aperture, pen: Pen) -> Iterator[Svg]:
    yield from _posts(one, pen)
    yield from folding(jambs(one, POST_MM, face_mm=0), pen)


def _passage(one: Aperture, pen: Pen) -> Iterator[Svg]:
    yield from _lintel(one, pen)


def _window(one: Aperture, pen: Pen) -> Iterator[Svg]:
    yield from _glazed(one, pen, sashes=1)


def _double_window(one: Aperture, pen: Pen) -> Iterator[Svg]:
    yield from _glazed(one, pen, sashes=2)


def _french_window(one: Aperture, pen: Pen) -> Iterator[Svg]:
    yield from _glazed(one, pen, sashes=2 if is_wide(one) else 1)
    yield from (pair if is_wide(one) else hinged)(jambs(one, POST_MM, face_mm=_sash(one) / 2), pen)


def _beyond_the_cut(one: Aperture, pen: Pen) -> Iterator[Svg]:
    """What lies wholly above the cut, a high window, or below it, a hatch: its outline, dashed on the wall's fill."""
    yield pen.dashed(svg.ring(one.hole()), ink=WHITE)


def _niche(one: Aperture, pen: Pen) -> Iterator[Svg]:
    """The edge of its sill; the walls about it are drawn as cut."""
    if one.opening.sill > 0:
        yield pen.visible(svg.line(one.face(1 if one.opening.opens == "right" else -1)))


def _posts(one: Aperture, pen: Pen) -> Iterator[Svg]:
    """The frame's two posts, as deep as the wall."""
    post = min(POST_MM, (one.to_mm - one.from_mm) / 4)
    for near, far in ((one.from_mm, one.from_mm + post), (one.to_mm - post, one.to_mm)):
        yield pen.visible(svg.ring(one.across(one.faces_at, near, far)), fill=WHITE)


def _lintel(one: Aperture, pen: Pen) -> Iterator[Svg]:
    """The edges of the wall that goes on overhead."""
    for sign in (-1, 1):
        yield pen.dashed(svg.line(one.face(sign)))


def _glazed(one: Aperture, pen: Pen, sashes: int) -> Iterator[Svg]:
    """The sill's two edges, the frame between them with its posts, and the pane in every sash."""
    for end in (0, 1):
        yield pen.visible(svg.line(one.rim(end)))
    half, middle = _sash(one) / 2, sum(one.slab) / 2
    yield pen.visible(svg.ring(one.strip(half - middle, half + middle)), fill=WHITE)
    width = (one.to_mm - one.from_mm) / sashes
    post = min(POST_MM, width / 4)
    for sash in range(sashes):
        start = one.from_mm + sash * width
        for near, far in ((start, start + post), (start + width - post, start + width)):
            yield pen.fine(svg.ring(strip(one.line, near, far, half - middle, half + middle)))
        pane = GLASS_MM / 2 - middle, GLASS_MM / 2 + middle
        yield pen.fine(svg.ring(strip(one.line, start + post, start + width - post, *pane)))


def _sash(one: Aperture) -> float:
    return min(SASH_MM, (one.slab[1] - one.slab[0]) * 0.6)


MARKS: Mapping[str, Callable[[Aperture, Pen], Iterator[Svg]]] = {
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
