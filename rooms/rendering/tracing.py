"""Light followed with mitsuba, pass by pass; and its noise taken away with Open Image Denoise.

Both packages are optional (the extra `rendering`). The scalar variant of mitsuba is used, which needs neither a
graphics card nor LLVM.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rooms.rendering.daylight import skyline
from rooms.rendering.developing import developed, exposure
from rooms.rendering.looks import albedo_of
from rooms.rendering.mesh import Mesh
from rooms.rendering.setting import Setting

Floats = NDArray[np.float32]

VARIANT = "scalar_rgb"
LONGEST_PATH, SURE_BOUNCES = 24, 5
SUN_SHARE = 0.5
"""Samples of the sun's light for each of the sky's."""
OUTSIDE = 2.6
"""How much brighter than the room's mean light it is outside, as a camera that is set for the room sees it."""
GUIDE_SAMPLES = 2
TIMES_MOST = 12.0
"""A single pass is nowhere brighter than so many times the room's mean light, but where a lamp is seen: no sparks."""


@dataclass(frozen=True)
class Layers:
    """Sums of passes (h, w, …): light, how much of each pixel is not outside, reflectance and normals."""

    light: Floats
    alpha: Floats
    albedo: Floats
    normals: Floats

    def __add__(self, other: Layers) -> Layers:
        pairs = zip(self._all, other._all, strict=True)
        return Layers(*(one + two for one, two in pairs))

    def over(self, passes: int) -> Layers:
        return Layers(*(one / np.float32(passes) for one in self._all))

    @property
    def _all(self) -> tuple[Floats, ...]:
        return self.light, self.alpha, self.albedo, self.normals


class Tracer:
    """A setting laid out for the renderer. A pass takes `samples` for each pixel; all passes are alike on average."""

    def __init__(self, setting: Setting, size_px: tuple[int, int], samples: int) -> None:
        self._mi: Any = import_module("mitsuba")
        self._mi.set_variant(VARIANT)
        self._setting, self._size_px, self._samples = setting, size_px, samples
        view = self._mi.ScalarTransform4f().look_at(setting.stand.eye, setting.stand.towards, (0, 1, 0))
        self._sensor = self._mi.load_dict(setting.stand.sensor(size_px) | {"to_world": view})
        lights = [(one.mesh, one.weight) for one in setting.lights]
        self._scene = self._laid_out(setting.bodies, lights)
        self._sunny = self._laid_out(setting.bodies, [(setting.sun, 1.0)]) if setting.sun else None
        self._guides = self._guiding()

    def passes(self) -> Iterator[Layers]:
        """Without end; each is one pass by itself."""
        for seed in range(1 << 30):
            yield self._pass(seed)

    def picture(self, layers: Layers) -> NDArray[np.uint8]:
        """sRGB bytes (h, w, 3) of the mean of passes."""
        light = denoised(layers)
        exposed = light * np.float32(exposure(light, layers.albedo, layers.alpha))
        return developed(exposed + (1 - layers.alpha[..., None]) * self._outside())

    def _pass(self, seed: int) -> Layers:
        drawn = self._drawn(self._scene, self._samples, seed)
        light, alpha = drawn[..., :3], np.clip(drawn[..., 3], 0, 1)
        if self._sunny is not None:
            light = light + self._drawn(self._sunny, max(1, round(self._samples * SUN_SHARE)), seed)[..., :3]
        albedo, normals = (self._drawn(guide, GUIDE_SAMPLES, seed)[..., :3] for guide in self._guides)
        most = TIMES_MOST / exposure(light, albedo, alpha)
        return Layers(_below(light, most), alpha, np.clip(albedo, 0, 1), normals * 2 - 1)

    def _drawn(self, scene: Any, samples: int, seed: int) -> Floats:
        drawn = np.array(self._mi.render(scene, sensor=self._sensor, spp=samples, seed=seed), np.float32)
        return np.nan_to_num(drawn, nan=0.0, posinf=0.0)

    def _laid_out(self, bodies: Sequence[Mesh], lights: Sequence[tuple[Mesh, float]]) -> Any:
        path = {"type": "path", "max_depth": LONGEST_PATH, "rr_depth": SURE_BOUNCES}
        described = {"type": "scene", "integrator": path | {"hide_emitters": not self._setting.is_night}}
        shapes = {f"body{place}": self._shape(mesh) for place, mesh in enumerate(bodies)}
        shapes |= {f"light{place}": self._shape(mesh, weight) for place, (mesh, weight) in enumerate(lights)}
        return self._mi.load_dict(described | shapes)

    def _guiding(self) -> tuple[Any, Any]:
        """Scenes whose faces shine in their own reflectance, and by the way they face: far quicker than asking."""
        lamps = [one.mesh for one in self._setting.lights] if self._setting.is_night else []
        meshes = [*self._setting.bodies, *lamps]
        plain = [self._shape(replace(mesh, radiance=albedo_of(mesh.look))) for mesh in meshes]
        return self._glowing(plain), self._glowing([self._facing(mesh) for mesh in meshes])

    def _glowing(self, shapes: Sequence[Any]) -> Any:
        described = {"type": "scene", "integrator": {"type": "path", "max_depth": 1}}
        return self._mi.load_dict(described | {f"body{place}": shape for place, shape in enumerate(shapes)})

    def _facing(self, mesh: Mesh) -> Any:
        shape = self._shape(mesh, shining={"type": "mesh_attribute", "name": "vertex_facing"})
        shape.add_attribute("vertex_facing", 3, np.ravel(mesh.normals * 0.5 + 0.5))
        return shape

    def _shape(self, mesh: Mesh, weight: float = 1.0, shining: Any = None) -> Any:
        properties = self._mi.Properties()
        properties["bsdf"] = self._mi.load_dict(dict(mesh.look))
        if mesh.radiance and not shining:
            shining = {"type": "rgb", "value": list(mesh.radiance)}
        if shining:
            area = {"type": "area", "radiance": shining, "sampling_weight": weight}
            properties["emitter"] = self._mi.load_dict(area)
        sizes = len(mesh.positions), len(mesh.triangles)
        shape = self._mi.Mesh("shape", *sizes, has_vertex_normals=True, props=properties)
        held = self._mi.traverse(shape)
        held["vertex_positions"] = np.ravel(mesh.positions)
        held["vertex_normals"] = np.ravel(mesh.normals)
        held["faces"] = np.ravel(mesh.triangles)
        held.update()
        return shape

    def _outside(self) -> Floats:
        night = self._setting.is_night
        seen = skyline(self._setting.stand.rays(self._size_px), is_night=night)
        outside: Floats = seen * np.float32(1 if night else OUTSIDE)
        return outside


def denoised(layers: Layers) -> Floats:
    """The light without its noise, where the denoiser is installed."""
    if find_spec("mitsuba_oidn") is None:
        return layers.light
    denoise: Any = import_module("mitsuba_oidn").denoise
    given = [np.ascontiguousarray(one, np.float32) for one in (layers.light, layers.albedo, layers.normals)]
    cleaned: Floats = np.asarray(denoise(given[0], albedo=given[1], normal=given[2], hdr=True))
    return cleaned


def _below(light: Floats, most: float) -> Floats:
    peak = light.max(axis=2, keepdims=True)
    pressed: Floats = light * np.minimum(1, np.float32(most) / np.maximum(peak, 1e-9))
    return pressed
