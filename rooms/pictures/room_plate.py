"""One room of a plan as a picture whose colours can be changed at once: its light is worked out once, and kept.

Seen as in `rooms.pictures.portrait`, alone: the walls about it, what stands in it, no other room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from rooms.pictures.picture import encoded, linear, shade
from rooms.pictures.portrait import GROUND_MM, Corner, Piece, View, exposed, is_cut, pieces
from rooms.pictures.raster import Floats
from rooms.scene import VIEWS, Scene, camera
from rooms.walls.polygon import contains

VoiceOf = Callable[[Piece], str | None]
AROUND_MM = 150
"""So much of the walls is in the picture beside the room."""


@dataclass(frozen=True)
class Plate:
    """`light` (h, w, 3 + voices) as `rooms.pictures.picture.shade` gives it; `usual` are the voices' colours now."""

    light: Floats
    voices: tuple[str, ...]
    usual: Mapping[str, str]

    def coloured(self, colours: Mapping[str, str]) -> Image.Image:
        """The room with these colours (#rrggbb) by voice; a voice without one keeps its own."""
        told = [linear(_rgb(colours.get(voice) or self.usual[voice])) for voice in self.voices]
        pixels = self.light[:, :, :3].astype(np.float32)
        for place, colour in enumerate(told, start=3):
            pixels += self.light[:, :, place : place + 1] * colour
        return exposed(Image.fromarray(encoded(pixels)))


def plate(scene: Scene, room: int, size_px: tuple[int, int], voice_of: VoiceOf, *, shown: str | None = None) -> Plate:
    """Of a scene's room by its number there; `voice_of` names what a piece's colour is told by later.

    One looks from where the wall `shown` is seen from inside.
    """
    alone = _alone(scene, room, shown)
    view = View.of(alone, size_px, _corners(alone))
    usual: dict[str, str] = {}
    bodies = []
    for piece in pieces(alone, view):
        voice = voice_of(piece)
        if voice is not None:
            usual.setdefault(voice, piece.solid.colour)
        bodies.append(replace(piece.solid.body, voice=None if voice is None else list(usual).index(voice)))
    light = shade(bodies, len(usual), view.camera, size_px, ground_mm=alone["box"][2] + GROUND_MM)
    return Plate(light.astype(np.float16), tuple(usual), usual)


def _alone(scene: Scene, room: int, shown: str | None) -> Scene:
    """The scene with nothing but the room and the walls about it; it has the number 0."""
    found = scene["rooms"][room]
    ring = list(zip(found["polygon"][::2], found["polygon"][1::2], strict=True))
    about = {surface["wall"] for surface in scene["surfaces"] if surface["room"] == room}
    openings = [_seen_alone(opening, room) for opening in scene["openings"] if room in opening["rooms"]]
    items = [item for item in scene["items"] if contains(ring, item["at"][:2])]
    high = max((wall["base"] + wall["height"] for wall in scene["walls"] if wall["id"] in about), default=2600)
    xs, ys = found["polygon"][::2], found["polygon"][1::2]
    box = [min(xs), min(ys), found["floor"], max(xs), max(ys), high]
    walls = [_wall_alone(wall, room) for wall in scene["walls"] if wall["id"] in about]
    wanted = [wall for wall in walls if wall["id"] == shown]
    views = [view for view in VIEWS if not any(is_cut(wall, view[0] / 1000) for wall in wanted)]
    return {
        **scene,
        "box": box,
        "rooms": [found],
        "walls": walls,
        "surfaces": [one for one in scene["surfaces"] if one["room"] == room or _is_about(one, room, about)],
        "openings": openings,
        "items": items,
        "camera": camera(box, openings, items, 1, views or VIEWS),
    }


def _is_about(surface: Mapping[str, Any], room: int, about: set[str]) -> bool:
    """Whether it belongs to a wall about the room, and to no room else: its top, its reveals, its outer side."""
    return surface["wall"] in about and surface["room"] in (None, room)


def _wall_alone(wall: Mapping[str, Any], room: int) -> dict[str, Any]:
    return {**wall, **{side: [0] if room in wall[side] else [] for side in ("left", "right")}}


def _seen_alone(opening: Mapping[str, Any], room: int) -> dict[str, Any]:
    return {**opening, "rooms": [0 if one == room else None for one in opening["rooms"]]}


def _corners(alone: Scene) -> Sequence[Corner]:
    x0, y0, z0, x1, y1, z1 = alone["box"]
    ring = alone["rooms"][0]["polygon"]
    middle = (x0 + x1) / 2, (y0 + y1) / 2
    points = [
        (x + (AROUND_MM if x > middle[0] else -AROUND_MM), y + (AROUND_MM if y > middle[1] else -AROUND_MM))
        for x, y in zip(ring[::2], ring[1::2], strict=True)
    ]
    return [(x, y, z) for x, y in points for z in (z0, z1)]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
