"""What closes one room of a scene for its light: its surfaces, panes in its openings, and things as boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

import numpy as np

from rooms.light.patches import Floats

INSIDE = ("face", "floor", "ceiling")
LEAST_THING_MM2 = 30_000
"""Things that stand on less, and are seen from the side as less, change no wall."""
THICKER_THAN_MM = 4


@dataclass(frozen=True)
class Part:
    """A surface, an opening or an item of the scene, as `of` tells; `entry` is the scene's. It reflects in one way."""

    of: str
    entry: Mapping[str, Any]


@dataclass(frozen=True)
class Box:
    """A thing's body: the middle of its foot, its half sizes and height, mm, and the directions of width and depth."""

    foot: tuple[float, float, float]
    half: tuple[float, float]
    height: float
    turn: float

    def frame(self) -> Floats:
        """Width, depth and height as unit rows (3, 3)."""
        return np.array([[cos(self.turn), sin(self.turn), 0], [-sin(self.turn), cos(self.turn), 0], [0, 0, 1]])

    @property
    def low(self) -> Floats:
        """Its least corner in that frame, from the middle of its foot."""
        return np.array([-self.half[0], -self.half[1], 0.0])

    @property
    def high(self) -> Floats:
        return np.array([*self.half, self.height])


@dataclass(frozen=True)
class Pane(Part):
    """What closes an opening, flush with the room's face: glass, a leaf, or nothing."""


@dataclass(frozen=True)
class Lamp:
    """A point that shines to all sides, mm."""

    at: tuple[float, float, float]


@dataclass(frozen=True)
class Enclosure:
    """Parts of the room, their flat faces (each of the part in `owners`), the things as boxes, and the room's edge."""

    parts: tuple[Part, ...]
    faces: tuple[Floats, ...]
    owners: tuple[int, ...]
    boxes: tuple[Box, ...]
    edges: Floats
    """The stretches (k, 2, 2) of wall about the room, mm on the page."""


def enclosure(scene: Mapping[str, Any], room: int) -> Enclosure:
    """One room of a scene (`rooms.scene.describe`). Rooms are numbered as there."""
    parts: list[Part] = []
    faces: list[Floats] = []
    owners: list[int] = []
    boxes: list[Box] = []

    def add(part: Part, shapes: Sequence[Floats]) -> None:
        owners.extend([len(parts)] * len(shapes))
        faces.extend(shapes)
        parts.append(part)

    for surface in scene["surfaces"]:
        if surface["room"] == room and surface["of"] in INSIDE:
            add(Part("surface", surface), [np.reshape(polygon, (-1, 3)) for polygon in surface["polygons"]])
    for opening in scene["openings"]:
        for side, seen in zip((-1, 1), opening["rooms"], strict=True):
            if seen == room:
                add(Pane("opening", opening), [_pane(opening, side)])
    found = scene["rooms"][room]
    for item in scene["items"]:
        if (box := _box(item)) and _holds(found["polygon"], box.foot):
            boxes.append(box)
            covers = [one for one in scene["surfaces"] if one["of"] == "bulkhead" and one["wall"] == item["id"]]
            add(Part("item", item), _bare(box, covers))
            for cover in covers:
                add(Part("surface", cover), [np.reshape(polygon, (-1, 3)) for polygon in cover["polygons"]])
    return Enclosure(tuple(parts), tuple(faces), tuple(owners), tuple(boxes), _edges(found))


def _pane(opening: Mapping[str, Any], side: int) -> Floats:
    """The corners on the room's face; one that leans lies back as it rises."""
    x, y, z = opening["at"]
    turn, lean = opening["turn_mdeg"] * pi / 180_000, opening.get("lean_mdeg", 0) * pi / 180_000
    along = np.array([cos(turn), sin(turn), 0])
    into = np.array([-sin(turn), cos(turn), 0]) * side
    up = np.array([0, 0, cos(lean)]) - into * sin(lean) * (1 if lean else 0)
    foot = np.array([x, y, z]) + into * (0 if lean else opening["thickness"] / 2)
    half = along * opening["width"] / 2 * side
    rise = up * opening["height"]
    return np.array([foot - half, foot + half, foot + half + rise, foot - half + rise])


def _box(item: Mapping[str, Any]) -> Box | None:
    width, depth, height = item["size"]
    if height < THICKER_THAN_MM or max(width * depth, width * height, depth * height) < LEAST_THING_MM2:
        return None
    return Box(tuple(item["at"]), (width / 2, depth / 2), height, item["turn_mdeg"] * pi / 180_000)


def _bare(box: Box, covers: Sequence[Mapping[str, Any]]) -> list[Floats]:
    """The faces of a box but those of a bulkhead that are painted: its underside, or all its sides at once."""
    under, over, *beside = _sides(box)
    painted = {len(cover["polygons"]) > 1 for cover in covers}
    return [*([] if False in painted else [under]), over, *([] if True in painted else beside)]


def _sides(box: Box) -> Iterator[Floats]:
    """Six faces of a box, seen from outside."""
    across, along, up = box.frame()
    foot = np.array(box.foot)
    a, b, c = across * box.half[0], along * box.half[1], up * box.height
    ring = [foot - a - b, foot + a - b, foot + a + b, foot - a + b]
    yield np.array(ring)
    yield np.array([corner + c for corner in reversed(ring)])
    for at in range(4):
        one, other = ring[at], ring[(at + 1) % 4]
        yield np.array([other, one, one + c, other + c])


def _edges(room: Mapping[str, Any]) -> Floats:
    rings = [np.reshape(ring, (-1, 2)) for ring in (room["polygon"], *room["holes"])]
    return np.concatenate([np.stack([ring, np.roll(ring, -1, axis=0)], axis=1) for ring in rings])


def _holds(polygon: Sequence[float], point: Sequence[float]) -> bool:
    """Whether a ring on the page goes about a point."""
    ring = np.reshape(polygon, (-1, 2))
    a, b = ring, np.roll(ring, -1, axis=0)
    across = (a[:, 1] > point[1]) != (b[:, 1] > point[1])
    with np.errstate(divide="ignore", invalid="ignore"):
        at = a[:, 0] + (point[1] - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    return bool(np.count_nonzero(across & (at > point[0])) % 2)
