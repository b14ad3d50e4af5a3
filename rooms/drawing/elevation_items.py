"""What stands before a wall, seen from the room: as its kind draws its front, or as its parts show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from rooms.blocks import all_plain
from rooms.drawing import svg
from rooms.drawing.items import draw_stroke
from rooms.drawing.paper import SHADE, WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.shapes import region
from rooms.drawing.svg import Svg
from rooms.drawing.wall_view import WallView
from rooms.entities import Item
from rooms.kinds import KINDS
from rooms.things.body import NO_BODIES, Bodies, Body, body_back, body_front, body_of, body_side
from rooms.things.footprint import footprint
from rooms.things.mesh import mesh_of
from rooms.things.parts import parts_of
from rooms.things.symbol import SHADED, Stroke, elevation_symbol_of
from rooms.vocabulary.forms import Part
from rooms.walls.vector import dot

BEFORE_MM = 700
"""What begins further from the face than this is not part of the wall's view."""
AT_THE_WALL_MM = 120
FACING = cos(radians(3))
LEAST_TRIANGLE_MM2 = 0.5


@dataclass(frozen=True)
class Standing:
    """An item before the wall: its stretch `left` to `right` in x, and how far from the face it begins."""

    item: Item
    left: float
    right: float
    away_mm: float

    @property
    def is_measured(self) -> bool:
        """Whether its place has to be kept: things that belong to walls, and touch this one."""
        kind = KINDS.get(self.item.kind)
        return self.away_mm <= AT_THE_WALL_MM and kind is not None and kind.snap != "free"

    @property
    def is_point(self) -> bool:
        """Whether it is a point of the installations, such as a socket: measured by its middle, and never hidden."""
        kind = KINDS.get(self.item.kind)
        return kind is not None and kind.sign


def standing_before(view: WallView) -> tuple[Standing, ...]:
    """The items in the rooms before the wall that begin within 700 mm of it, the farthest from the viewer first."""
    rooms = {face.room for face in view.faces}
    things = [item for item in view.storey.items if view.storey.found.room_at(item.level, item.at) in rooms]
    blocks = [item for item in all_plain(view.storey.plan) if item.level == view.wall.level]
    found = (_standing(item, view) for item in (*things, *blocks))
    return tuple(sorted((one for one in found if one), key=lambda one: (one.away_mm, one.item.size[1])))


def draw_items_before(view: WallView, standing: tuple[Standing, ...], pen: Pen, bodies: Bodies = NO_BODIES) -> Svg:
    """Things as they are seen, and over them, dashed, the points of the installations that they hide."""
    points = [_dashed(one.item, view, pen) for one in standing if one.is_point]
    return pen.layer("items", *(_drawn(one.item, view, pen, bodies) for one in standing), *points)


def _standing(item: Item, view: WallView) -> Standing | None:
    corners = footprint(item)
    away = [view.out_mm(corner) for corner in corners]
    xs = [view.x(view.along(corner)) for corner in corners]
    left, right = min(xs), max(xs)
    is_before = max(away) > 0 and min(away) <= BEFORE_MM
    return Standing(item, left, right, min(away)) if is_before and left < view.width_mm and right > 0 else None


def _drawn(item: Item, view: WallView, pen: Pen, bodies: Bodies) -> Svg:
    along, body = view.along(item.at), body_of(item, bodies)
    own, hand = _own(item, body, view.rightwards(along)) if body else ((), 1)
    if own:
        place = _moved(item, view, along) + (" scale(-1 1)" if hand < 0 else "")
        return svg.element("g", *(draw_stroke(stroke, pen) for stroke in own), transform=place, data_id=item.id)
    if _faces_viewer(item, view, along) and (kind := KINDS.get(item.kind)):
        strokes = [draw_stroke(stroke, pen, item.tint) for stroke in elevation_symbol_of(kind, item.size)]
        return svg.element("g", *strokes, transform=_place(item, view, along), data_id=item.id)
    return svg.element("g", *_parts(item, view, along, pen), transform=_moved(item, view, along), data_id=item.id)


def _own(item: Item, body: Body, right: tuple[float, float]) -> tuple[tuple[Stroke, ...], int]:
    """The model as it shows from here, squarely, and whether it lies left for right (-1); askew nothing."""
    turn = radians(item.turn_mdeg / 1000)
    across, deep = dot((cos(turn), sin(turn)), right), dot((-sin(turn), cos(turn)), right)
    hand = -1 if item.mirrored else 1
    if abs(across) > FACING:
        return (body_front(body, item.size), hand) if across > 0 else (body_back(body, item.size), -hand)
    return (body_side(body, item.size), 1 if deep > 0 else -1) if abs(deep) > FACING else ((), 1)


def _dashed(item: Item, view: WallView, pen: Pen) -> Svg:
    along = view.along(item.at)
    if not _faces_viewer(item, view, along):
        return svg.NOTHING
    strokes = elevation_symbol_of(KINDS[item.kind], item.size)
    lines = [pen.dashed(stroke.d) for stroke in strokes if stroke.weight == "outline"]
    return svg.element("g", *lines, transform=_place(item, view, along))


def _place(item: Item, view: WallView, along: float) -> str:
    return _moved(item, view, along) + (" scale(-1 1)" if item.mirrored else "")


def _moved(item: Item, view: WallView, along: float) -> str:
    return f"translate({svg.number(view.x(along))} {svg.number(-item.elevation)})"


def _faces_viewer(item: Item, view: WallView, along: float) -> bool:
    turn = radians(item.turn_mdeg / 1000)
    x, y = view.rightwards(along)
    return dot((-sin(turn), cos(turn)), (-y, x)) > FACING


def _parts(item: Item, view: WallView, along: float, pen: Pen) -> Iterator[Svg]:
    """The parts as their meshes show from here, the farthest first, and a stronger line around the whole."""
    kind = KINDS.get(item.kind)
    if kind is None:
        yield pen.visible(region(_box(item, view, along)), fill=item.tint or WHITE)
        return
    seen = [_seen(part, item, view.rightwards(along)) for part in parts_of(kind, item.size)]
    for _nearness, shape, material in sorted(seen, key=lambda one: one[0]):
        own = item.tint if material in kind.tint else None
        yield pen.fine(region(shape), fill=own or (SHADE if material in SHADED else WHITE))
    yield pen.visible(region(shapely.union_all([shape for _nearness, shape, _material in seen])))


def _seen(part: Part, item: Item, right: tuple[float, float]) -> tuple[float, BaseGeometry, str]:
    """How near the part comes, and its outline, both about the item's place at its underside."""
    mesh = mesh_of(part)
    spots = np.array(mesh.positions).reshape(-1, 3)
    turn = radians(item.turn_mdeg / 1000)
    x = spots[:, 0] * (-1 if item.mirrored else 1)
    on_plan = x * cos(turn) - spots[:, 1] * sin(turn), x * sin(turn) + spots[:, 1] * cos(turn)
    across = on_plan[0] * right[0] + on_plan[1] * right[1]
    nearer = on_plan[1] * right[0] - on_plan[0] * right[1]
    corners = np.stack([across, -spots[:, 2]], axis=-1)[np.array(mesh.indices).reshape(-1, 3)]
    triangles = shapely.polygons(corners)
    shape = shapely.union_all(triangles[shapely.area(triangles) > LEAST_TRIANGLE_MM2], grid_size=0.1)
    return float(nearer.max()), shapely.simplify(shape, 0.5), part.material


def _box(item: Item, view: WallView, along: float) -> BaseGeometry:
    right = view.rightwards(along)
    across = [dot((x - item.at[0], y - item.at[1]), right) for x, y in footprint(item)]
    return shapely.box(min(across), -item.size[2], max(across), 0)
