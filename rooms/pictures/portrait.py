"""A picture of a plan as a model: from above and aside, ceilings off, the walls in the way cut down, on white paper.

Made from `rooms.scene` and drawn by `rooms.pictures.picture`: for covers, previews and the cards of starting rooms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from PIL import Image

from rooms.kinds import KINDS
from rooms.outline import find_rooms
from rooms.pictures.camera import Camera
from rooms.pictures.picture import render
from rooms.pictures.solids import Solid, item_solids, opening_solids, standing, surface_solid
from rooms.pictures.tile_joints import joint_strips
from rooms.plan import Plan
from rooms.scene import Scene, describe
from rooms.scene.site import PaintOf

STUB_MM = 90
"""What is left standing of a wall that is cut."""
AJAR = 0.3
MARGIN = 0.05
FLUSH_MM = 2000
"""What of a lowered ceiling lies above this height is left out with the ceiling."""
GROUND_MM = -4.0
EXPOSURE, KNEE, PAPER = 1.25, 0.75, 0.93

Corner = tuple[float, float, float]


def portrait(plan: Plan, size_px: tuple[int, int], paint_of: PaintOf, *, level: str | None = None) -> Image.Image:
    """The picture, RGB, of one level, or of that with the largest rooms; an empty plan gives plain paper."""
    scene = describe(plan, level or _largest_level(plan), paint_of)
    view = View.of(scene, size_px)
    if not scene["walls"] and not scene["items"]:
        return Image.new("RGB", size_px, (255, 255, 255))
    bodies = [piece.solid.body for piece in pieces(scene, view)]
    return exposed(render(bodies, view.camera, size_px, ground_mm=scene["box"][2] + GROUND_MM))


def _largest_level(plan: Plan) -> str | None:
    """The level whose rooms have the greatest area; None when there is but one."""
    if len(plan.levels) < 2:
        return None
    rooms = find_rooms(plan).rooms
    return max(plan.levels, key=lambda level: sum(room.area_mm2 for room in rooms if room.level == level))


@dataclass(frozen=True)
class View:
    """From where the model is seen: parallel, `mm_per_px` wide; `cut` are the walls in the way."""

    camera: Camera
    mm_per_px: float
    cut: frozenset[str]

    @classmethod
    def of(cls, scene: Scene, size_px: tuple[int, int], corners: Sequence[Corner] = ()) -> View:
        """`corners` must be in the picture; those of the walls where none are told."""
        azimuth, elevation = (scene["camera"][angle] / 1000 for angle in ("azimuth_mdeg", "elevation_mdeg"))
        target, width_mm = _framed(corners or _corners(scene), azimuth, elevation, size_px)
        cut = frozenset(wall["id"] for wall in scene["walls"] if is_cut(wall, azimuth))
        return cls(Camera.parallel(target, azimuth, elevation, width_mm), width_mm / size_px[0], cut)


@dataclass(frozen=True)
class Piece:
    """A solid, and what of the scene it is a part of: a surface, an opening or an item."""

    of: str
    entry: Mapping[str, Any]
    solid: Solid


def pieces(scene: Scene, view: View) -> Iterator[Piece]:
    """All that is drawn."""
    bases = {wall["id"]: wall["base"] for wall in scene["walls"]}
    for surface in scene["surfaces"]:
        if not _is_overhead(scene, surface) and not _is_gap(scene, surface, view.cut):
            most = bases[surface["wall"]] + STUB_MM if surface["wall"] in view.cut else None
            yield from (Piece("surface", surface, solid) for solid in _shown(surface, view.mm_per_px, most))
    for opening in scene["openings"]:
        if opening["wall"] is not None and opening["wall"] not in view.cut:
            yield from (Piece("opening", opening, solid) for solid in opening_solids(opening, AJAR))
    for item in scene["items"]:
        if item["hung"] not in view.cut and not _is_on_ceiling(item):
            yield from (Piece("item", item, standing(solid, item)) for solid in item_solids(item))


def _corners(scene: Scene) -> list[Corner]:
    """What must be in the picture: the walls' corners, or the whole box where no wall stands."""
    x0, y0, z0, x1, y1, z1 = scene["box"]
    rings = [(_points(wall["ring"]), wall["base"], wall["base"] + wall["height"]) for wall in scene["walls"]]
    rings = rings or [([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], z0, z1)]
    return [(x, y, z) for points, low, high in rings for x, y in points for z in (low, high)]


def _points(flat: Sequence[float]) -> list[tuple[float, float]]:
    return list(zip(flat[::2], flat[1::2], strict=True))


def _framed(
    corners: Sequence[Corner], azimuth: float, elevation: float, size_px: tuple[int, int]
) -> tuple[Corner, float]:
    """The target in the middle of what is seen, and the width in mm that the picture spans."""
    turn, height = azimuth * pi / 180, elevation * pi / 180
    right = (cos(turn), -sin(turn), 0.0)
    up = (-sin(turn) * sin(height), -cos(turn) * sin(height), cos(height))
    spans = [[sum(a * b for a, b in zip(corner, axis, strict=True)) for corner in corners] for axis in (right, up)]
    wide, high = (max(span) - min(span) for span in spans)
    across, along = ((max(span) + min(span)) / 2 for span in spans)
    target = (right[0] * across + up[0] * along, right[1] * across + up[1] * along, right[2] * across + up[2] * along)
    return target, max(wide, high * size_px[0] / size_px[1], 1.0) / (1 - 2 * MARGIN)


def is_cut(wall: Mapping[str, Any], azimuth: float) -> bool:
    """Whether one sees the wall from outside: a room on its far side, none on the near one."""
    turn = azimuth * pi / 180
    (ax, ay), (bx, by) = wall["a"], wall["b"]
    seen_from_right = -(by - ay) * sin(turn) + (bx - ax) * cos(turn)
    near, far = (wall["right"], wall["left"]) if seen_from_right > 0 else (wall["left"], wall["right"])
    return bool(far) and not near


def _is_overhead(scene: Scene, surface: Mapping[str, Any]) -> bool:
    """A ceiling, also a lowered one, and the shaft of a window in it: one looks in from above."""
    if surface["of"] == "bulkhead":
        floors = {level["id"]: level["elevation"] for level in scene["levels"]}
        lowest = min(z for spots in surface["polygons"] for z in spots[2::3])
        return bool(lowest - floors[surface["level"]] > FLUSH_MM)
    return surface["of"] == "ceiling" or (surface["of"] == "reveal" and surface["wall"] is None)


def _shown(surface: Mapping[str, Any], mm_per_px: float, most: float | None) -> Iterator[Solid]:
    """A surface and its joints; of a wall that is cut at the height `most` only what is left of it."""
    if most is not None and surface["of"] != "top":
        low = [polygon for polygon in surface["polygons"] if min(polygon[2::3]) < most]
        surface = {**surface, "polygons": low}
    if surface["polygons"]:
        for solid in (surface_solid(surface), joint_strips(surface, mm_per_px)):
            if solid:
                yield solid if most is None else solid.pressed(most)


def _is_gap(scene: Scene, surface: Mapping[str, Any], cut: frozenset[str]) -> bool:
    """The top of a cut wall over one of its doors."""
    low = {opening["id"] for opening in scene["openings"] if opening["sill"] < STUB_MM}
    return surface["of"] == "top" and surface["wall"] in cut and surface["opening"] in low


def _is_on_ceiling(item: Mapping[str, Any]) -> bool:
    """A lamp, also one on a cord, goes with the ceiling that it hangs from."""
    kind = KINDS.get(item["kind"])
    return kind is not None and kind.mount == "ceiling"


def exposed(picture: Image.Image) -> Image.Image:
    """As a photographer would expose it: rooms as bright as their paints, and all that is nearly paper, paper."""
    white = _shoulder(EXPOSURE * PAPER)
    return picture.point([_encoded(_shoulder(EXPOSURE * _linear(value)) / white) for value in range(256)] * 3)


def _shoulder(light: float) -> float:
    """Straight up to KNEE, then ever flatter towards 1."""
    rest = 1 - KNEE
    return light if light < KNEE else 1 - rest * rest / (light - KNEE + rest)


def _linear(value: int) -> float:
    """The light of an 8-bit value (IEC 61966-2-1)."""
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> int:
    share = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return int(min(max(share, 0.0), 1.0) * 255 + 0.5)
