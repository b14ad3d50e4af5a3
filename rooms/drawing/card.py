"""The small picture of a plan for a start page or a preview: no words, no measures, things in their own colours."""

from __future__ import annotations

from collections.abc import Iterator

from rooms.drawing import svg
from rooms.drawing.coats import Paints, no_paints
from rooms.drawing.drawing import Frame
from rooms.drawing.floors import draw_floors
from rooms.drawing.items import FLAT_MM, covering, is_overhead, placing
from rooms.drawing.openings import draw_openings, swept
from rooms.drawing.outer_edges import outline_points
from rooms.drawing.paper import SHADE, Paper
from rooms.drawing.pen import Pen
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Svg
from rooms.drawing.wall_lines import draw_coats, draw_walls
from rooms.entities import Item
from rooms.kinds import KINDS
from rooms.plan import Plan
from rooms.things.parts import parts_of
from rooms.things.view import TOP, Way, seen
from rooms.vocabulary.forms import Part

WIDE, HIGH = 4, 3
WALL = "#565656"
MARGIN = 0.05
"""Free ground around the walls, as a share of the picture's width."""
SCALE_OF_WIDTH = 110
"""A card is drawn with the pens of a sheet so many mm wide."""
SHADOW_OPACITY = 0.12
EDGE_OPACITY = 0.4
SHADOW_SHARE = 0.06
MOST_SHADOW_MM = 90


def draw_card(plan: Plan, paints: Paints = no_paints) -> str:
    """An SVG of the lowest level in a 4:3 frame, on no ground of its own; the unit is the millimetre of the plan."""
    storey = Storey.of(plan)
    frame = _frame(storey)
    pen = Pen(Paper(max(round(frame.width / SCALE_OF_WIDTH), 1)))
    items = [item for item in storey.items if not is_overhead(item)]
    return svg.document(
        draw_floors(storey, pen, paints),
        *(_thing(item, pen) for item in sorted(items, key=covering)),
        draw_coats(storey, pen, paints),
        draw_walls(storey, pen, fill=WALL),
        draw_openings(storey, pen),
        viewBox=frame.view_box,
    )


def _frame(storey: Storey) -> Frame:
    """The walls, and the doors that open outwards, in the middle of a 4:3 picture."""
    swung = (corner for one in storey.apertures for corner in swept(one))
    tight = Frame.around([*outline_points(storey.outline), *swung], 0)
    width = max(tight.width, tight.height * WIDE / HIGH) * (1 + 2 * MARGIN)
    height = width * HIGH / WIDE
    x, y = tight.x + (tight.width - width) / 2, tight.y + (tight.height - height) / 2
    return Frame(x, y, width, height)


def _thing(item: Item, pen: Pen) -> Svg:
    """An item's shadow on what lies below it and, over it, its parts from below upwards."""
    kind = KINDS.get(item.kind)
    parts = sorted(parts_of(kind, item.size, item.tint), key=TOP.nearness) if kind else ()
    drawn = [path for part in parts for path in _part(part, pen)] or [pen.fine(_box(item), fill=item.tint or SHADE)]
    outlines = "".join(_path(seen(part, TOP)[0]) for part in parts) or _box(item)
    shadow = [_shadow(item, outlines)] if item.size[2] > FLAT_MM else []
    return pen.layer("item", *shadow, svg.element("g", *drawn, transform=placing(item)))


def _part(part: Part, pen: Pen) -> Iterator[Svg]:
    """The part's outline in its colour, and the lines within it."""
    for place, way in enumerate(seen(part, TOP)):
        fill = None if place else part.colour
        yield svg.element("path", d=_path(way), fill=fill, stroke_width=pen.paper.fine, stroke_opacity=EDGE_OPACITY)


def _shadow(item: Item, outlines: str) -> Svg:
    """The outlines moved away from a light in the picture's upper left, further the higher the thing."""
    away = min(SHADOW_SHARE * item.size[2], MOST_SHADOW_MM)
    dark = svg.element("path", d=outlines, fill="#000000", fill_rule="nonzero", stroke="none", transform=placing(item))
    moved = f"translate({svg.number(away)} {svg.number(away)})"
    return svg.element("g", dark, transform=moved, fill_opacity=SHADOW_OPACITY)


def _path(way: Way) -> str:
    return " ".join(" ".join(map(str, command)) for command in way)


def _box(item: Item) -> str:
    x, y = item.size[0] / 2, item.size[1] / 2
    return svg.ring(((-x, -y), (x, -y), (x, y), (-x, y)))
