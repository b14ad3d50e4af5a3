"""A scene in a Jupyter notebook, to be turned with the mouse: pythreejs, which the extra `notebook` installs.

pythreejs carries an old three.js, so everything is matt and lit by two lamps; the studio's own view looks better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, hypot, pi, sin
from typing import Any

import numpy as np

from rooms.pictures.solids import Solid, item_solids, merged, opening_solids, standing, surface_solid
from rooms.scene import Scene

AJAR = 0.3
FIELD_DEG = 32
WHITE, FLOOR = "#ffffff", "#b0b0b0"
INNER = ("face", "floor", "reveal")
Spot = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]


def renderer(scene: Scene, size_px: tuple[int, int] = (800, 520)) -> Any:
    """A pythreejs Renderer of the scene without its ceilings; raises ImportError without the extra `notebook`."""
    import pythreejs

    eye, heading = _view(scene, size_px)
    far = hypot(*eye)
    sun = pythreejs.DirectionalLight(color=WHITE, intensity=0.35, position=(-0.5 * far, 0.8 * far, 0.2 * far))
    camera = pythreejs.PerspectiveCamera(
        position=eye,
        quaternion=heading,
        fov=FIELD_DEG,
        aspect=size_px[0] / size_px[1],
        near=0.1,
        far=500,
        children=[sun],
    )
    sky = pythreejs.HemisphereLight(WHITE, FLOOR, intensity=0.95)
    model = pythreejs.Group(
        children=[_mesh(pythreejs, merged(alike)) for alike in _by_look(_solids(scene))], position=_shift(scene)
    )
    return pythreejs.Renderer(
        camera=camera,
        scene=pythreejs.Scene(children=[model, sky, camera], background=WHITE),
        controls=[pythreejs.OrbitControls(controlling=camera)],
        antialias=True,
        width=size_px[0],
        height=size_px[1],
    )


def _solids(scene: Scene) -> Iterator[Solid]:
    """Without what is seen from outside: from there one looks through the walls."""
    yield from (surface_solid(surface) for surface in scene["surfaces"] if surface["of"] in INNER)
    for opening in scene["openings"]:
        yield from opening_solids(opening, AJAR)
    for item in scene["items"]:
        yield from (standing(solid, item) for solid in item_solids(item))


def _by_look(solids: Iterable[Solid]) -> list[list[Solid]]:
    groups: dict[tuple[str, str], list[Solid]] = {}
    for solid in solids:
        groups.setdefault((solid.material, solid.colour), []).append(solid)
    return list(groups.values())


def _mesh(pythreejs: Any, solid: Solid) -> Any:
    """One mesh, its triangles apart so that each is shaded flat; metres, (x, z, y)."""
    corners = (solid.positions[:, [0, 2, 1]] / 1000)[solid.triangles]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    attributes = {"position": corners.reshape(-1, 3), "normal": np.repeat(normals, 3, axis=0)}
    geometry = pythreejs.BufferGeometry(
        attributes={
            name: pythreejs.BufferAttribute(values.astype("float32"), normalized=False)
            for name, values in attributes.items()
        }
    )
    opacity = solid.look.opacity
    material = pythreejs.MeshLambertMaterial(color=solid.colour, transparent=opacity < 1, opacity=opacity)
    return pythreejs.Mesh(geometry=geometry, material=material)


def _shift(scene: Scene) -> Spot:
    """What brings the scene's middle to the origin, about which pythreejs turns from the first frame on."""
    x, y, z = (-value / 1000 for value in scene["camera"]["target"])
    return x, z, y


def _view(scene: Scene, size_px: tuple[int, int]) -> tuple[Spot, Quaternion]:
    """The eye (m from the scene's middle) and its heading (x, y, z, w), far enough to see the whole box."""
    x0, y0, z0, x1, y1, z1 = (value / 1000 for value in scene["box"])
    turn, height = (scene["camera"][angle] * pi / 180_000 for angle in ("azimuth_mdeg", "elevation_mdeg"))
    narrow = min(1.0, size_px[0] / size_px[1])
    distance = hypot(x1 - x0, y1 - y0, z1 - z0) / 2 / sin(FIELD_DEG * pi / 360) / narrow
    level = cos(height) * distance
    yaw, pitch = turn / 2, -height / 2
    heading = (cos(yaw) * sin(pitch), sin(yaw) * cos(pitch), -sin(yaw) * sin(pitch), cos(yaw) * cos(pitch))
    return (sin(turn) * level, sin(height) * distance, cos(turn) * level), heading
