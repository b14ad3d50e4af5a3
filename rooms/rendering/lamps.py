"""Lamps: what of a thing shines in the evening, how strongly, and the lamp of a room that has nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin, sqrt
from typing import Any

from rooms.kinds import KINDS
from rooms.pictures.solids import Solid, merged
from rooms.rendering.looks import BLACK, look_of
from rooms.rendering.mesh import Mesh, Rgb, mesh_of, polygon_mesh
from rooms.rendering.stand import pairs
from rooms.scene import Scene
from rooms.vocabulary.materials import MATERIALS
from rooms.walls.polygon import contains

SHINING = "light"
"""The word of what shines."""
LIT_TOO = ("lit_mirror",)
POWERS: Mapping[str, float] = {"ceiling": 3.8, "floor": 2.1, "wall": 1.6}
USUAL_MM = 400
LEAST_SIZE, MOST_SIZE = 0.5, 1.4
"""The strength of a lamp by what it is mounted on and by its size. As `static/js/scene/lamps.js`."""
WARM: Rgb = (1.0, 0.955, 0.885)
"""Lamplight, to an eye that has got used to most of its yellow: the white balance is fixed."""
OVERHEAD_M, BELOW_MM = 0.3, 150
"""The lamp that no plan holds: its radius, and how far it hangs below the level's height."""


def shines(item: Mapping[str, Any]) -> bool:
    kind = KINDS.get(item["kind"])
    return kind is not None and (kind.category == "light" or kind.name in LIT_TOO)


def lamp(item: Mapping[str, Any], shining: Sequence[Solid]) -> Mesh:
    """The shining parts of a thing, where it stands, as one lamp; all its strength is spread over them evenly."""
    kind = KINDS[item["kind"]]
    large = sqrt(item["size"][0] * item["size"][1]) / USUAL_MM
    strength = POWERS.get(kind.mount, POWERS["wall"]) * min(max(large, LEAST_SIZE), MOST_SIZE)
    whole = merged(shining)
    mesh = mesh_of(whole, look_of(SHINING, MATERIALS[SHINING].colour))
    red, green, blue = (4 * strength / mesh.area_m2 * share for share in WARM)
    return Mesh(mesh.look, mesh.positions, mesh.normals, mesh.triangles, (red, green, blue))


def overhead(scene: Scene, room: int, colour: Rgb) -> Mesh:
    """A disc under the middle of a room's ceiling that shines downwards."""
    found = scene["rooms"][room]
    ring = pairs(found["polygon"])
    level = next(one for one in scene["levels"] if one["id"] == found["level"])
    x, y = (sum(point[axis] for point in ring) / len(ring) / 1000 for axis in (0, 1))
    if not contains(ring, (x * 1000, y * 1000)):
        x, y = (ring[0][axis] / 1000 * 0.7 + ring[2][axis] / 1000 * 0.3 for axis in (0, 1))
    z = (found["floor"] + level["height"] - BELOW_MM) / 1000
    turns = [2 * pi * step / 16 for step in range(16)]
    disc = [(x + OVERHEAD_M * cos(turn), z, y + OVERHEAD_M * sin(turn)) for turn in turns]
    red, green, blue = (4 * POWERS["ceiling"] / (pi * OVERHEAD_M**2) * share for share in colour)
    return polygon_mesh(disc, BLACK, (red, green, blue))
