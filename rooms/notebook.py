"""A scene in a Jupyter notebook, to be turned with the mouse: pythreejs, which the extra `notebook` installs.

pythreejs carries an old three.js, so everything is matt and lit by two lamps; the studio's own view looks better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, hypot, pi, sin
from typing import Any

from rooms.scene import Scene
from rooms.scene_solids import Solid, item_solids, merged, opening_solids, standing, surface_solid

AJAR = 0.3
FIELD_DEG = 32
SKY, FLOOR, PAPER = "#ffffff", "#b0b0b0", "#ffffff"
Spot = tuple[float, float, float]


def renderer(scene: Scene, size_px: tuple[int, int] = (800, 520)) -> Any:
    """A pythreejs Renderer of the scene without its ceilings; raises ImportError without the extra `notebook`."""
    import pythreejs

    eye, target = _view(scene, size_px)
    sun = pythreejs.DirectionalLight(color=SKY, intensity=0.45, position=_sun(eye, target))
    camera = pythreejs.PerspectiveCamera(
        position=eye, up=(0, 1, 0), fov=FIELD_DEG, aspect=size_px[0] / size_px[1], near=0.1, far=500, children=[sun]
    )
    sky = pythreejs.HemisphereLight(SKY, FLOOR, intensity=0.75)
    model = [_mesh(pythreejs, merged(alike)) for alike in _by_look(_solids(scene))]
    controls = pythreejs.OrbitControls(controlling=camera, target=target)
    camera.lookAt(target)
    return pythreejs.Renderer(
        camera=camera,
        scene=pythreejs.Scene(children=[*model, sky, camera], background=PAPER),
        controls=[controls],
        antialias=True,
        width=size_px[0],
        height=size_px[1],
    )


def _solids(scene: Scene) -> Iterator[Solid]:
    yield from (surface_solid(surface) for surface in scene["surfaces"] if surface["of"] != "ceiling")
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
    corners = (solid.positions[:, [0, 2, 1]] / 1000)[solid.triangles].reshape(-1, 3).astype("float32")
    geometry = pythreejs.BufferGeometry(attributes={"position": pythreejs.BufferAttribute(corners, normalized=False)})
    material = pythreejs.MeshLambertMaterial(
        color=solid.colour, flatShading=True, transparent=solid.look.opacity < 1, opacity=solid.look.opacity
    )
    geometry.exec_three_obj_method("computeVertexNormals")
    return pythreejs.Mesh(geometry=geometry, material=material)


def _view(scene: Scene, size_px: tuple[int, int]) -> tuple[Spot, Spot]:
    """The eye and the target in metres, far enough to see the whole box."""
    x0, y0, z0, x1, y1, z1 = (value / 1000 for value in scene["box"])
    x, y, z = (value / 1000 for value in scene["camera"]["target"])
    turn, height = (scene["camera"][angle] * pi / 180_000 for angle in ("azimuth_mdeg", "elevation_mdeg"))
    narrow = min(1.0, size_px[0] / size_px[1])
    distance = hypot(x1 - x0, y1 - y0, z1 - z0) / 2 / sin(FIELD_DEG * pi / 360) / narrow
    level = cos(height) * distance
    return (x + sin(turn) * level, z + sin(height) * distance, y + cos(turn) * level), (x, z, y)


def _sun(eye: Spot, target: Spot) -> Spot:
    """Over the left shoulder, in the camera's own frame, whose -z looks at the target."""
    far = hypot(*(one - other for one, other in zip(eye, target, strict=True)))
    return (-0.5 * far, 0.8 * far, 0.2 * far)
