"""What comes in by the windows: sky and ground before each, and the sun.

Before each upright window stands a wedge that shines inwards: a slanting sky from its upper edge, and a ground from
its lower one. So light from above the horizon and from below it differ, as they do, and yet nearly every ray that is
sent from the wedge gets into the room, which a sky all around the house would not allow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, radians, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rooms.entities import View
from rooms.rendering.looks import BLACK
from rooms.rendering.mesh import Mesh, Rgb, polygon_mesh
from rooms.rendering.sun import sun_at, towards_sun
from rooms.scene import WINDOWS, Scene

Doubles = NDArray[np.float64]
Floats = NDArray[np.float32]

OUTWARDS = 0.8
"""How far the wedge's ground reaches, in heights of the window."""
OUT_OF_WALL_M = 0.02
GROUND = 0.3
"""How bright the ground is, in skies; as much again as it throws back of the sun."""
GROUND_REFLECTS = 0.2
CLEAR_SUN, AIR = 14.0, 0.72
"""What a sun without air throws on a sheet that faces it, in skies, and what the air straight above leaves of it."""
SUN_TANGENT = 0.008
"""Half of the angle under which sun and the bright air about it are seen."""
FAR_M = 90.0
WARM_BELOW = 0.42
"""The sine of the height under which sunlight turns warm; white balance is fixed. As `static/js/scene/light.js`."""

NIGHT, HORIZON, ZENITH = (
    np.array(rgb, np.float32) for rgb in ((0.012, 0.014, 0.02), (0.94, 0.98, 1.02), (0.69, 0.86, 1.02))
)
TREES, LAWN = (np.array(rgb, np.float32) for rgb in ((0.40, 0.43, 0.37), (0.46, 0.49, 0.41)))


@dataclass(frozen=True)
class Sun:
    """The unit vector towards it, and what it throws on a sheet that faces it, in skies."""

    towards: tuple[float, float, float]
    throws: Rgb


def sun_of(view: View, north_mdeg: int) -> Sun | None:
    """None where the view is lit without it, or it has set."""
    if view.light != "sun":
        return None
    altitude, azimuth = sun_at(view.season, view.minute)
    if altitude <= 0:
        return None
    up = sin(radians(altitude))
    strength = CLEAR_SUN * AIR ** (1 / (up + 0.03)) * min(1.0, up * 20)
    low = max(0.0, 1 - up / WARM_BELOW)
    return Sun(
        towards_sun(altitude, azimuth, north_mdeg), (strength, strength * (1 - 0.07 * low), strength * (1 - 0.17 * low))
    )


def skies(scene: Scene, sun: Sun | None) -> Iterator[tuple[int, Mesh]]:
    """What shines before each window that looks outside, with the number of the room behind it."""
    lit = GROUND + (GROUND_REFLECTS / pi * sun.throws[0] * sun.towards[1] if sun else 0.0)
    for opening in outer_windows(scene):
        room = next(room for room in opening["rooms"] if room is not None)
        for mesh in _before(opening, (lit, lit, lit)):
            yield room, mesh


def outer_windows(scene: Scene) -> Iterator[Mapping[str, Any]]:
    for opening in scene["openings"]:
        if opening["kind"] in WINDOWS and opening["rooms"].count(None) == 1:
            yield opening


def sun_disc(sun: Sun, scene: Scene) -> Mesh:
    """A far disc that is seen as large as the sun."""
    low, high = np.array(scene["box"][:3]), np.array(scene["box"][3:])
    middle = ((low + high) / 2000)[[0, 2, 1]]
    towards = np.array(sun.towards)
    aside = np.cross((0.0, 1.0, 0.0), towards)
    aside /= np.linalg.norm(aside)
    ahead = np.cross(towards, aside)
    radius, turns = FAR_M * SUN_TANGENT, np.linspace(0, 2 * pi, 16, endpoint=False)
    ring = [middle + FAR_M * towards + radius * (cos(turn) * aside - sin(turn) * ahead) for turn in turns]
    red, green, blue = (share / (pi * SUN_TANGENT**2) for share in sun.throws)
    return _facing(ring, -towards, (red, green, blue))


def _before(opening: Mapping[str, Any], ground: Rgb) -> Iterator[Mesh]:
    """The wedge, every face towards the room; of a leaning window its sky alone."""
    white = (1.0, 1.0, 1.0)
    x, y, z = (mm / 1000 for mm in opening["at"])
    turn, lean = opening["turn_mdeg"] * pi / 180_000, opening.get("lean_mdeg", 0) * pi / 180_000
    inwards = -1.0 if opening["rooms"][0] is not None else 1.0
    along = np.array([cos(turn), 0.0, sin(turn)]) * inwards
    into = np.array([-sin(turn), 0.0, cos(turn)]) * inwards
    half = opening["width"] / 2000 * along
    back = opening["thickness"] / 2000 + OUT_OF_WALL_M
    high = opening["height"] / 1000
    if lean:
        up = np.array([0.0, cos(lean), 0.0]) + into * sin(lean)
        out = np.array([0.0, sin(lean), 0.0]) - into * cos(lean)
        foot = np.array([x, z, y]) + out * back
        yield _facing([foot - half, foot + half, foot + half + up * high, foot - half + up * high], -out, white)
        return
    foot = np.array([x, z, y]) - into * back
    head, edge = foot + np.array([0.0, high, 0.0]), foot - into * high * OUTWARDS
    down, slant = np.array([0.0, -1.0, 0.0]), into * high - np.array([0.0, high * OUTWARDS, 0.0])
    yield _facing([edge - half, edge + half, head + half, head - half], slant, white)
    yield _facing([foot - half, foot + half, edge + half, edge - half], -down, ground)
    for side in (-1.0, 1.0):
        mean = (0.65, 0.65, 0.65)
        yield _facing([corner + side * half for corner in (foot, edge, head)], -side * along, mean)


def _facing(corners: list[Doubles], way: Doubles, radiance: Rgb) -> Mesh:
    across = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    return polygon_mesh(corners if float(across @ way) > 0 else corners[::-1], BLACK, radiance)


def skyline(directions: Floats, *, is_night: bool) -> Floats:
    """What is seen outside along unit directions (…, 3): sky, far trees and a lawn; in skies."""
    if is_night:
        return np.broadcast_to(NIGHT, directions.shape)
    up = directions[..., 1]
    turn = np.arctan2(directions[..., 0], directions[..., 2])
    tops = 0.05 + 0.02 * np.sin(7 * turn) + 0.014 * np.sin(19 * turn + 1) + 0.008 * np.sin(43 * turn + 2)
    sky = HORIZON + (ZENITH - HORIZON) * np.clip(up, 0, 1)[..., None]
    wood = TREES * (0.85 + 0.15 * np.sin(61 * turn + 3))[..., None]
    is_lawn, is_sky = np.clip(0.2 - up / 0.05, 0, 1)[..., None], np.clip((up - tops) / 0.03 + 0.5, 0, 1)[..., None]
    low = (1 - is_lawn) * wood + is_lawn * LAWN
    seen: Floats = (is_sky * sky + (1 - is_sky) * low).astype(np.float32)
    return seen
