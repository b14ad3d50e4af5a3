"""A plan as a scene: surfaces, doors and windows, things, light and a place to look from, made once as plain JSON.

Frame: x right, y down the page, z up with the levels' elevations counted in, mm with at most one decimal. It is
left-handed: a viewer shows a point as (x, z, y). Live views, pictures, GLB and notebooks are all made from this.
The browser's twin is `static/js/model/scene/scene.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import atan2, cos, floor, pi, sin
from typing import Any

from rooms.blocks import hanging
from rooms.entities import Item, Opening, Wall
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.scene.drops import drop_surfaces
from rooms.scene.joinery import Hole, joinery
from rooms.scene.planes import opening_surfaces, room_surfaces
from rooms.scene.site import PaintOf, Site, Surface, near
from rooms.scene.skylights import skylight_openings, skylight_surfaces
from rooms.scene.walls import wall_surfaces
from rooms.surfaces import Face, find_surfaces
from rooms.walls import Solid
from rooms.walls.niches import is_niche
from rooms.walls.thickness import half_mm, is_tapered
from rooms.walls.vector import Vector, length, minus

Scene = dict[str, Any]

VERSION = 1
WINDOWS = ("window", "double_window", "french_window", "roof_window")
VIEWS = ((30_000, 100), (-30_000, 100), (150_000, 60), (-150_000, 60))
"""Azimuths (mdeg) and their worth in percent: rather from the foot of the page, as one reads it, than from its head."""
ROOM_VIEW_MDEG, FLAT_VIEW_MDEG = 38_000, 52_000
"""How steeply one looks into one room, and into several whose inner walls stand."""
HUNG_MM = 60
"""A thing whose back is so near to a wall's face hangs on it."""


def describe(plan: Plan, level: str | None, paint_of: PaintOf) -> Scene:
    """The scene of one level, or of all; `paint_of` tells a paint's #rrggbb by its code, None when it is not known."""
    levels = [id_ for id_ in plan.levels if level in (None, id_)]
    found = find_rooms(plan)
    surfaces = find_surfaces(plan, found)
    chosen = [place for place, room in enumerate(found.rooms) if room.level in levels]
    places = {place: number for number, place in enumerate(chosen)}
    sites = [Site.of(plan, found, surfaces, id_, paint_of, places) for id_ in levels]
    by_level = {site.level: site for site in sites}
    walls = [wall for site in sites for wall in _walls(site)]
    bodies = [plan.bodies[wall["id"]] for wall in walls]
    openings = [opening for site in sites for opening in (*_openings(site), *skylight_openings(site))]
    items = [_item(plan, item, bodies) for item in (*plan.items.values(), *hanging(plan)) if item.level in levels]
    box = _box(walls, items)
    return {
        "version": VERSION,
        "box": box,
        "levels": [_level(plan, id_) for id_ in levels],
        "rooms": [_room(by_level[found.rooms[place].level], place) for place in chosen],
        "walls": walls,
        "surfaces": [surface for site in sites for surface in _surfaces(site) if surface["polygons"]],
        "openings": openings,
        "items": items,
        "lights": [light for opening in openings for light in _lights(opening)],
        "camera": camera(box, openings, items, len(chosen)),
    }


def _surfaces(site: Site) -> Iterator[Surface]:
    for solid in site.solids.values():
        faces = [face for face in site.surfaces.faces if face.wall == solid.wall]
        yield from wall_surfaces(site, solid, faces)
        yield from opening_surfaces(site, solid, faces)
    yield from skylight_surfaces(site)
    for place, room in site.rooms:
        yield from room_surfaces(site, place, room)
    yield from drop_surfaces(site)


def _level(plan: Plan, id_: str) -> dict[str, Any]:
    return {"id": id_, "elevation": plan.levels[id_].elevation, "height": plan.levels[id_].height}


def _room(site: Site, place: int) -> dict[str, Any]:
    room = site.found.rooms[place]
    return {
        "label": room.label,
        "level": room.level,
        "name": room.name,
        "use": room.use,
        "area_mm2": room.area_mm2,
        "floor": site.elevation,
        "skirting": site.coat(site.surfaces.woodwork.skirting.get(place)),
        "polygon": _flat(room.polygon),
        "holes": [_flat(hole) for hole in room.holes],
    }


def _flat(points: Iterable[Vector]) -> list[float]:
    return [near(value) for point in points for value in point]


def _walls(site: Site) -> Iterator[dict[str, Any]]:
    for solid in site.solids.values():
        wall = site.plan.bodies[solid.wall]
        faces = [face for face in site.surfaces.faces if face.wall == wall.id]
        yield {
            "id": wall.id,
            "level": wall.level,
            "a": list(wall.a),
            "b": list(wall.b),
            "bulge": wall.bulge,
            "thickness": wall.thickness,
            "base": site.elevation,
            "height": max(site.plan.wall_heights(wall)),
            "left": _rooms_beside(site, faces, "left"),
            "right": _rooms_beside(site, faces, "right"),
            "ring": _flat(solid.polygon),
        } | ({"thickness_b": wall.thickness_b} if is_tapered(wall) else {})


def _rooms_beside(site: Site, faces: Sequence[Face], side: str) -> list[int]:
    return sorted({site.places[face.room] for face in faces if face.side == side})


def _openings(site: Site) -> Iterator[dict[str, Any]]:
    for wall_id, holes in site.holes.items():
        solid, wall = site.solids[wall_id], site.plan.bodies[wall_id]
        for opening, (low, high, _z_low, _z_high) in holes:
            yield _opening(site, solid, wall, opening, (low, high))


def _opening(site: Site, solid: Solid, wall: Wall, opening: Opening, span: Vector) -> dict[str, Any]:
    """The opening where it lies in the wall, on an arc on its chord, as deep as where the wall is thicker; `inside` is
    where its room is.

    A niche has a room on its own side alone, and its depth for its thickness.
    """
    middle = (span[0] + span[1]) / 2
    rooms = {
        side: None if is_niche(opening) and side != opening.opens else _room_beside(site, wall.id, side, middle)
        for side in ("left", "right")
    }
    left, right = site.slab(wall.id, opening, middle)
    deep = (ends[1] - ends[0] for ends in (site.slab(wall.id, opening, along) for along in span))
    thickness, across = floor(max(deep) + 0.5), (left + right) / 2
    towards = 1 if opening.opens == "right" else -1
    inside = towards if (rooms["left"] is None) == (rooms["right"] is None) else (1 if rooms["left"] is None else -1)
    chord = minus(solid.line.at(span[1]), solid.line.at(span[0]))
    hole = Hole(opening.kind, floor(length(chord) + 0.5), opening.height, thickness, opening.hinge, towards, inside)
    boxes, leaves = joinery(hole)
    start, end = solid.line.at(span[0], across), solid.line.at(span[1], across)
    return {
        "id": opening.id,
        "wall": wall.id,
        "level": wall.level,
        "kind": opening.kind,
        "at": [near((start[0] + end[0]) / 2), near((start[1] + end[1]) / 2), opening.sill + site.elevation],
        "turn_mdeg": _mdeg(chord),
        "width": hole.width,
        "height": opening.height,
        "thickness": thickness,
        "sill": opening.sill,
        "inside": inside,
        "rooms": [rooms["left"], rooms["right"]],
        "boxes": boxes,
        "leaves": leaves,
    } | site.coat(site.surfaces.woodwork.openings.get(opening.id))


def _room_beside(site: Site, wall: str, side: str, along: float) -> int | None:
    return next(
        (
            site.places[face.room]
            for face in site.surfaces.faces
            if face.wall == wall and face.side == side and face.from_mm <= along <= face.to_mm
        ),
        None,
    )


def _mdeg(way: Vector) -> int:
    """The direction of a way in thousandths of a degree clockwise from the page's right, from 0 on."""
    return floor(atan2(way[1], way[0]) * 180_000 / pi + 0.5) % 360_000


def _item(plan: Plan, item: Item, walls: Sequence[Wall]) -> dict[str, Any]:
    elevation = item.elevation + plan.levels[item.level].elevation
    return {
        "id": item.id,
        "level": item.level,
        "kind": item.kind,
        "size": list(item.size),
        "tint": item.tint,
        "at": [*item.at, elevation],
        "turn_mdeg": item.turn_mdeg,
        "mirrored": item.mirrored,
        "hung": _hung(item, walls) if item.elevation > 0 else None,
    }


def _hung(item: Item, walls: Sequence[Wall]) -> str | None:
    """The wall that a thing above the floor hangs on: its host, or the one at its back."""
    if item.host is not None:
        return item.host
    radians = item.turn_mdeg * pi / 180_000
    back = (item.at[0] + sin(radians) * item.size[1] / 2, item.at[1] - cos(radians) * item.size[1] / 2)
    beside = ((_apart(wall, back), wall.id) for wall in walls if wall.level == item.level)
    nearest = min(beside, default=(float("inf"), None))
    return nearest[1] if nearest[0] <= HUNG_MM else None


def _apart(wall: Wall, point: Vector) -> float:
    """How far the point is from the wall's chord, without half its thickness."""
    way = minus(wall.b, wall.a)
    from_a = minus(point, wall.a)
    share = min(max((from_a[0] * way[0] + from_a[1] * way[1]) / (way[0] * way[0] + way[1] * way[1]), 0.0), 1.0)
    return length(minus(from_a, (way[0] * share, way[1] * share))) - half_mm(wall, share * length(way))


def _box(walls: Sequence[Mapping[str, Any]], items: Sequence[Mapping[str, Any]]) -> list[float]:
    """The least and the most x, y, z of what stands there; a metre about the page's zero when nothing does."""
    corners = [(x, y, z) for wall in walls for x, y in _pairs(wall["ring"]) for z in _reach(wall)]
    for item in items:
        (x, y, z), (wide, deep) = item["at"], _spread(item)
        corners += [(x - wide, y - deep, z), (x + wide, y + deep, z + item["size"][2])]
    corners = corners or [(-1000, -1000, 0), (1000, 1000, 1000)]
    columns = list(zip(*corners, strict=True))
    return [near(bound(column)) for bound in (min, max) for column in columns]


def _spread(item: Mapping[str, Any]) -> Vector:
    """Half of how wide and how deep a turned thing lies on the page."""
    (width, depth, _height), radians = item["size"], item["turn_mdeg"] * pi / 180_000
    c, s = abs(cos(radians)), abs(sin(radians))
    return (width * c + depth * s) / 2, (width * s + depth * c) / 2


def _pairs(flat: Sequence[float]) -> Iterator[Vector]:
    return zip(flat[::2], flat[1::2], strict=True)


def _reach(wall: Mapping[str, Any]) -> tuple[float, float]:
    return wall["base"], wall["base"] + wall["height"]


def _lights(opening: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The light that a room gets through a window: its middle, its area, and where it comes from."""
    if opening["kind"] not in WINDOWS or None not in opening["rooms"]:
        return
    for side, room in zip((-1, 1), opening["rooms"], strict=True):
        if room is not None:
            light = {
                "opening": opening["id"],
                "room": room,
                "at": _middle(opening),
                "towards_mdeg": (opening["turn_mdeg"] + 90_000 * side) % 360_000,
                "width": opening["width"],
                "height": opening["height"],
                "area_mm2": opening["width"] * opening["height"],
            }
            yield light | ({"lean_mdeg": opening["lean_mdeg"]} if "lean_mdeg" in opening else {})


def _middle(opening: Mapping[str, Any]) -> list[float]:
    """Of the pane; one that leans goes back over the room as it rises."""
    (x, y, z), half = opening["at"], opening["height"] / 2
    if not (lean_mdeg := opening.get("lean_mdeg", 0)):
        return [x, y, near(z + half)]
    turn, lean = opening["turn_mdeg"] * pi / 180_000, lean_mdeg * pi / 180_000
    back = half * sin(lean)
    return [near(x + back * sin(turn)), near(y - back * cos(turn)), near(z + half * cos(lean))]


def camera(
    box: Sequence[float],
    openings: Sequence[Mapping[str, Any]],
    items: Sequence[Mapping[str, Any]],
    rooms: int,
    views: Sequence[tuple[int, int]] = VIEWS,
) -> dict[str, Any]:
    """Where to look from: what stands against walls and the windows should be seen from their fronts."""
    target = [near((box[axis] + box[axis + 3]) / 2) for axis in range(3)]
    worth = [floor(_worth(azimuth, openings, items) * percent / 100 + 0.5) for azimuth, percent in views]
    return {
        "target": target,
        "azimuth_mdeg": views[worth.index(max(worth))][0],
        "elevation_mdeg": FLAT_VIEW_MDEG if rooms > 1 else ROOM_VIEW_MDEG,
    }


def _worth(azimuth_mdeg: int, openings: Sequence[Mapping[str, Any]], items: Sequence[Mapping[str, Any]]) -> float:
    """How much of the fronts is seen from there, in cm²."""
    radians = azimuth_mdeg * pi / 180_000
    fronts = [(item["turn_mdeg"], item["size"][0] * item["size"][2]) for item in items]
    fronts += [
        (opening["turn_mdeg"] + (0 if opening["inside"] > 0 else 180_000), opening["width"] * opening["height"])
        for opening in openings
        if opening["kind"] in WINDOWS
    ]
    return float(sum(area / 100 * cos(turn * pi / 180_000 + radians) for turn, area in fronts))
