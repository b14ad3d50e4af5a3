"""The picture of a proposal: the plan as it would be, what was elsewhere dashed, each change with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from rooms.drawing import svg
from rooms.drawing.coats import Paints, no_paints
from rooms.drawing.drawing import Frame
from rooms.drawing.floors import draw_floors
from rooms.drawing.items import draw_items, is_overhead
from rooms.drawing.lettering import Figures
from rooms.drawing.openings import draw_openings, swept
from rooms.drawing.outer_edges import outline_points
from rooms.drawing.paper import FAMILY, INK, QUIET, WHITE, Paper
from rooms.drawing.pen import Pen
from rooms.drawing.slopes import draw_dormers, draw_roof_windows, draw_slopes
from rooms.drawing.storey import Storey, aperture
from rooms.drawing.svg import Point, Svg
from rooms.drawing.wall_lines import draw_coats, draw_walls
from rooms.plan import Plan
from rooms.surfaces.ceilings import roofs_of
from rooms.surfaces.dormers import outlines
from rooms.surfaces.roof_windows import skylights_of
from rooms.things.footprint import footprint

SCALE_OF_WIDTH = 90
"""Drawn with the pens of a sheet so many mm wide: bold enough for a phone."""
LEAST_MM = 2600
"""A change is shown with at least so much around it."""
MARGIN_MM = 700
WALL = "#565656"
RADIUS = 3.4
LETTERS = 4.2
"""Of the numbers, in mm on paper."""
SAME_PLACE = 0.9
"""Numbers that are nearer to each other than so many of their own widths are drawn apart."""


@dataclass(frozen=True)
class Mark:
    """A change to show: its number, the entities it touches, and the point where its number stands, mm."""

    n: int
    paths: Sequence[str]
    level: str | None
    at: Point | None


def draw_changes(
    before: Plan,
    after: Plan,
    marks: Sequence[Mark],
    *,
    focus: Mark | None = None,
    paints: Paints = no_paints,
    language: str = "pl",
) -> str:
    """An SVG of the level of the first mark; with a focus, of its level and of what lies around it alone.

    The unit is the millimetre of the plan. Looks are given by presentation attributes alone.
    """
    level = _level(focus or (marks[0] if marks else None), before, after)
    now, was = Storey.of(after, level if level in after.levels else None), _storey(before, level)
    shown = [focus] if focus else [mark for mark in marks if mark.level == now.level]
    paths = {path for mark in shown for path in mark.paths}
    old = [ring for path in paths for ring in _outline(was, path)] if was else []
    new = [ring for path in paths for ring in _outline(now, path)]
    frame = _frame(now, was, [*old, *new], focus)
    pen, figures = Pen(Paper(max(round(frame.width / SCALE_OF_WIDTH), 1))), Figures(language)
    return svg.document(
        draw_floors(now, pen, paints),
        draw_slopes(now, pen, figures),
        draw_items([item for item in now.items if not is_overhead(item)], pen),
        draw_coats(now, pen, paints),
        draw_walls(now, pen, fill=WALL),
        draw_openings(now, pen),
        draw_items([item for item in now.items if is_overhead(item)], pen, "overhead"),
        draw_roof_windows(now, pen, figures),
        draw_dormers(now, pen, figures),
        pen.layer("new", *(_bold(ring, pen) for ring in new)),
        pen.layer("old", *(_dashed(ring, pen) for ring in old)),
        *(_number(mark.n, at, pen) for mark, at in _apart(shown, pen)),
        viewBox=frame.view_box,
        role="img",
    )


def _level(mark: Mark | None, before: Plan, after: Plan) -> str | None:
    wanted = mark.level if mark else None
    return wanted if wanted in after.levels or wanted in before.levels else None


def _storey(plan: Plan, level: str | None) -> Storey | None:
    return Storey.of(plan, level if level in plan.levels else None) if plan.levels else None


def _outline(storey: Storey, path: str) -> Iterator[Sequence[Point]]:
    """The outline on plan of what the path names, where it stands on the storey."""
    collection, _, id_ = path.partition("/")
    plan = storey.plan
    if collection == "items" and (item := plan.items.get(id_)) and item.level == storey.level:
        yield footprint(item)
    elif collection == "walls" and (solid := storey.solids.get(id_)):
        yield solid.polygon
    elif collection == "openings" and (opening := plan.openings.get(id_)) and opening.wall in storey.solids:
        if hole := aperture(plan, opening):
            yield hole.hole()
    elif collection == "finishes" and (finish := plan.finishes.get(id_)) and finish.wall in storey.solids:
        solid = storey.solids[finish.wall or ""]
        side = solid.left if finish.side == "left" else solid.right
        yield [*side, *side[::-1]]
    elif collection in ("slopes", "skylights", "dormers"):
        yield from _of_roof(storey, collection, id_)


def _of_roof(storey: Storey, collection: str, id_: str) -> Iterator[Sequence[Point]]:
    """The line from which a slope rises; a roof window or a dormer whole."""
    over = roofs_of(storey.plan).get(storey.level, ())
    if collection == "dormers":
        height = storey.plan.level_height(storey.level)
        yield from (cell for lift, cell in outlines(over, height) if lift.dormer == id_)
    if collection == "skylights":
        yield from (one.corners for one in skylights_of(storey.plan, over) if one.window.id == id_)
    elif collection == "slopes" and any(roof.slope == id_ for roof in over):
        slope = storey.plan.slopes[id_]
        yield [slope.a, slope.b]


def _frame(now: Storey, was: Storey | None, rings: Sequence[Sequence[Point]], focus: Mark | None) -> Frame:
    """All of the walls; or, with a focus, what it touches and some of the room around."""
    touched = [point for ring in rings for point in ring]
    if focus is None:
        outlines = [point for storey in (now, was) if storey for point in outline_points(storey.outline)]
        swung = [point for one in now.apertures for point in swept(one)]
        return Frame.around([*outlines, *swung, *touched], MARGIN_MM / 2)
    tight = Frame.around(touched or ([focus.at] if focus.at else outline_points(now.outline)), MARGIN_MM)
    width = max(tight.width, tight.height * 4 / 3, LEAST_MM)
    height = width * 3 / 4
    return Frame(tight.x + (tight.width - width) / 2, tight.y + (tight.height - height) / 2, width, height)


def _bold(ring: Sequence[Point], pen: Pen) -> Svg:
    return svg.element("path", d=svg.ring(ring), stroke=INK, stroke_width=pen.paper.mm(0.6))


def _dashed(ring: Sequence[Point], pen: Pen) -> Svg:
    """White beneath the dashes, so that they show on walls too."""
    d = svg.ring(ring)
    dashes = f"{svg.number(pen.paper.mm(1.6))} {svg.number(pen.paper.mm(1.2))}"
    under = svg.element("path", d=d, stroke=WHITE, stroke_width=pen.paper.mm(0.9), stroke_opacity=0.8)
    over = svg.element("path", d=d, stroke=QUIET, stroke_width=pen.paper.mm(0.5), stroke_dasharray=dashes)
    return svg.joined((under, over))


def _apart(marks: Sequence[Mark], pen: Pen) -> Iterator[tuple[Mark, Point]]:
    """Each mark and where its number is drawn: beside those that stand there already."""
    taken: list[Point] = []
    wide = pen.paper.mm(2 * RADIUS)
    for mark in marks:
        if mark.at is None:
            continue
        x, y = mark.at
        while any(hypot(x - other[0], y - other[1]) < wide * SAME_PLACE for other in taken):
            x += wide
        taken.append((x, y))
        yield mark, (x, y)


def _number(n: int, at: Point, pen: Pen) -> Svg:
    x, y = at
    disc = svg.element(
        "circle", cx=x, cy=y, r=pen.paper.mm(RADIUS), fill=INK, stroke=WHITE, stroke_width=pen.paper.mm(0.5)
    )
    text = svg.element(
        "text",
        svg.words(str(n)),
        x=x,
        y=y + pen.paper.mm(LETTERS) * 0.36,
        fill=WHITE,
        font_family=FAMILY,
        font_size=pen.paper.mm(LETTERS),
        font_weight=600,
        text_anchor="middle",
    )
    return svg.element("g", disc, text, data_mark=n)
