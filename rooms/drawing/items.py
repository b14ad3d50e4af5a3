"""Furniture and fixtures on plan: each kind's symbol turned into its place, low things under high ones."""

from __future__ import annotations

from collections.abc import Iterable

from rooms.drawing import svg
from rooms.drawing.aperture import CUT_MM
from rooms.drawing.paper import INK, SHADE, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.svg import Svg
from rooms.entities import Item
from rooms.kinds import KINDS
from rooms.things.body import NO_BODIES, Bodies, body_of, body_symbol
from rooms.things.symbol import Stroke, symbol_of

FLAT_MM = 60
"""What is lower than this is walked on: rugs and trays lie under everything."""
FILLS = {"paper": WHITE, "shade": SHADE, "ink": INK}


def draw_items(
    items: Iterable[Item], pen: Pen, name: str = "items", bodies: Bodies = NO_BODIES, *, tinted: bool = False
) -> Svg:
    """A layer of symbols in the order in which they cover each other; above the cut signs, else dashed outlines.

    `tinted`: in the colours that were chosen for them.
    """
    ordered = sorted(items, key=covering)
    return pen.layer(name, *(_drawn(item, pen, bodies, item.tint if tinted else None) for item in ordered))


def covering(item: Item) -> tuple[int, int, int]:
    """Sorts what lies flat first, then what stands, small things before the large ones they are pushed under."""
    width, depth, height = item.size
    if is_overhead(item):
        return 3, item.elevation, 0
    if item.elevation > 0:
        return 2, item.elevation, width * depth
    return (1, 0, width * depth) if height > FLAT_MM else (0, 0, -width * depth)


def is_overhead(item: Item) -> bool:
    """Whether the cut passes beneath it."""
    return item.elevation >= CUT_MM


def _drawn(item: Item, pen: Pen, bodies: Bodies, tint: str | None) -> Svg:
    return svg.element("g", *_symbol(item, pen, bodies, tint), transform=placing(item), data_id=item.id)


def _symbol(item: Item, pen: Pen, bodies: Bodies, tint: str | None) -> list[Svg]:
    kind, body = KINDS.get(item.kind), body_of(item, bodies)
    own = body_symbol(body, item.size) if body else ()
    strokes = own or (symbol_of(kind, item.size) if kind else _unknown(item))
    if is_overhead(item) and not (kind and kind.sign):
        return [pen.dashed(stroke.d) for stroke in strokes if stroke.weight == "outline"]
    return [draw_stroke(stroke, pen, None if own else tint) for stroke in strokes]


def draw_stroke(stroke: Stroke, pen: Pen, tint: str | None = None) -> Svg:
    """The paper of a tinted thing takes its tint."""
    fill = tint if tint and stroke.fill == "paper" else FILLS[stroke.fill] if stroke.fill else None
    if stroke.weight == "hidden":
        return pen.dashed(stroke.d)
    return pen.visible(stroke.d, fill) if stroke.weight == "outline" else pen.fine(stroke.d, fill)


def _unknown(item: Item) -> tuple[Stroke, ...]:
    """A kind that this version does not know: its box, crossed."""
    x, y = item.size[0] / 2, item.size[1] / 2
    box = svg.ring(((-x, -y), (x, -y), (x, y), (-x, y)))
    cross = svg.line(((-x, -y), (x, y))) + svg.line(((x, -y), (-x, y)))
    return Stroke(box, "outline", "paper"), Stroke(cross, "detail", None)


def placing(item: Item) -> str:
    """The transform from the kind's frame to the plan."""
    turn = f" rotate({item.turn_mdeg / 1000:g})" if item.turn_mdeg else ""
    mirror = " scale(-1 1)" if item.mirrored else ""
    return f"translate({item.at[0]} {item.at[1]}){turn}{mirror}"
