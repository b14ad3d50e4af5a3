"""All that a picture needs: bodies, what shines, the eye, and what is outside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rooms.entities import View
from rooms.fault import Fault
from rooms.pictures.glb import NO_MODELS
from rooms.pictures.glb_guest import OwnModel
from rooms.rendering.bodies import bodies
from rooms.rendering.daylight import skies, sun_disc, sun_of
from rooms.rendering.lamps import WARM, overhead
from rooms.rendering.mesh import Mesh
from rooms.rendering.stand import Stand, room_at
from rooms.scene import Scene

ELSEWHERE = 0.15
"""How often light is sought from windows and lamps of other rooms, beside those of the eye's own."""


@dataclass(frozen=True)
class Shining:
    """What shines, and how often light is sought from it."""

    mesh: Mesh
    weight: float


@dataclass(frozen=True)
class Setting:
    """`lights` stand among the bodies; the sun's disc is drawn by itself, since skies before the windows hide it."""

    bodies: Sequence[Mesh]
    lights: Sequence[Shining]
    sun: Mesh | None
    stand: Stand
    is_night: bool


def setting(scene: Scene, view: View, north_mdeg: int, models: Mapping[str, OwnModel] = NO_MODELS) -> Setting:
    """Of a view from inside; Fault `view_is_outside` where it is not, or stands in no room.

    A room to which no window or lamp gives light gets one under its ceiling that no plan holds.
    """
    room = room_at(scene, view)
    if not view.inside or room is None:
        raise Fault("view", "view_is_outside")
    is_night, sun = view.light == "evening", sun_of(view, north_mdeg)
    held = list(bodies(scene, models, is_evening=is_night))
    shining = [Shining(mesh, 1.0) for mesh in held if mesh.radiance]
    if not is_night:
        shining = [Shining(mesh, 1.0 if place == room else ELSEWHERE) for place, mesh in skies(scene, sun)]
    if is_night and not shining:
        shining = [Shining(overhead(scene, room, WARM), 1.0)]
    elif not is_night and all(one.weight < 1 for one in shining):
        shining.append(Shining(overhead(scene, room, (1.0, 1.0, 1.0)), 1.0))
    still = [mesh for mesh in held if not mesh.radiance]
    return Setting(still, shining, sun_disc(sun, scene) if sun else None, Stand.of(view, scene), is_night)
