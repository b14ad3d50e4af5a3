"""Pictures of bodies in soft daylight, drawn in numpy: no browser, no graphics card.

A z-buffer tells what each of 3 × 3 samples of a pixel sees. A pixel is shaded once in its middle and once more for
every sample that sees another triangle, so edges are smooth and the shading is paid for once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rooms.pictures.camera import Camera
from rooms.pictures.lamps import Daylight
from rooms.pictures.raster import NOTHING, Buffer, Floats, Ints, rasterise

__all__ = ["Body", "Camera", "encoded", "linear", "render", "shade"]

SAMPLES = 3
LEAST_SHADOW_PX = 160
MOST_SHADOW_PX = 800
CHUNK = 60_000
ALIKE = 0.95
GLOW = 0.3
BOUNCE = 0.13
GROUND_SHADOW = 0.8
WHITE = (255, 255, 255)
UP = np.array([[0, 0, 1]], np.float32)
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Body:
    """Triangles of one colour: flat `positions` (x, y, z, … mm), flat `indices`, rgb 0..255, opacity 0..1.

    `voice` numbers those whose colour is to be told later (`shade`).
    """

    positions: Sequence[float]
    indices: Sequence[int]
    rgb: Colour
    opacity: float = 1.0
    voice: int | None = None


NOBODY = Body((), (), WHITE)


def render(
    bodies: Sequence[Body],
    camera: Camera,
    size_px: tuple[int, int],
    *,
    background: Colour = WHITE,
    ground_mm: float | None = None,
) -> Image.Image:
    """A picture of bodies whose frame is the plan's and whose triangles are as in `rooms.things.mesh`.

    With `ground_mm` the bodies cast a shadow on the background at that height, as on a sheet of paper.
    """
    return Image.fromarray(encoded(_pixels(bodies, 0, camera, size_px, linear(background), ground_mm)))


def shade(
    bodies: Sequence[Body], voices: int, camera: Camera, size_px: tuple[int, int], *, ground_mm: float | None = None
) -> Floats:
    """The same picture with colours left open (h, w, 3 + voices): linear light of what has its colour, on white, and
    for each voice what its colour is to be multiplied by.
    """
    background = np.concatenate([linear(WHITE), np.zeros(voices, np.float32)])
    return _pixels(bodies, voices, camera, size_px, background, ground_mm)


def _pixels(
    bodies: Sequence[Body],
    voices: int,
    camera: Camera,
    size_px: tuple[int, int],
    background: Floats,
    ground_mm: float | None,
) -> Floats:
    solid = _Scene.of([body for body in bodies if body.opacity >= 1], voices)
    shadow_px = min(max(2 * max(size_px), LEAST_SHADOW_PX), MOST_SHADOW_PX)
    light = Daylight.over(solid.corners, shadow_px)
    painter = _Painter(camera, size_px, light, background, ground_mm)
    solid_buffer = painter.buffer(solid)
    pixels = painter.painted(solid, solid_buffer)
    for body in sorted(bodies, key=lambda one: camera.distance(one.positions), reverse=True):
        if body.opacity < 1:
            painter.glaze(pixels, _Scene.of([body], voices), solid_buffer, body.opacity)
    return pixels


@dataclass(frozen=True)
class _Scene:
    """Triangles: corners and unit corner normals (n, 3, 3), linear colours (n, 3) with a column more for each voice,
    the numbers of their bodies (n).
    """

    corners: Floats
    normals: Floats
    colours: Floats
    bodies: Ints

    @classmethod
    def of(cls, bodies: Sequence[Body], voices: int) -> _Scene:
        parts = [_triangles(body, voices) for body in (NOBODY, *bodies)]
        corners, normals, colours = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
        numbers = np.repeat(np.arange(len(parts), dtype=np.int32), [len(part[0]) for part in parts])
        return cls(corners, normals, colours, numbers)

    def alike(self, seen: Ints, others: Ints) -> NDArray[np.bool_]:
        """Where two samples see one triangle, or triangles of one body that face almost the same way."""
        same: NDArray[np.bool_] = seen == others
        unsure = np.nonzero(~same & (seen != NOTHING) & (others != NOTHING))
        one, other = seen[unsure], others[unsure]
        faces = self.normals[:, 0]
        same[unsure] = (self.bodies[one] == self.bodies[other]) & (_dot(faces[one], faces[other]) > ALIKE)
        return same

    def hit(self, triangles: Ints, origins: Floats, directions: Floats) -> tuple[Floats, Floats]:
        """Places and normals where rays meet the planes of triangles; the normals look towards the viewer."""
        a, b, c = (self.corners[triangles, place] for place in range(3))
        across = np.cross(directions, c - a)
        whole = _dot(b - a, across)
        whole = np.where(np.abs(whole) < 1e-6, 1e-6, whole)
        aside = np.cross(origins - a, b - a)
        second = np.clip(_dot(origins - a, across) / whole, 0, 1)
        third = np.clip(_dot(directions, aside) / whole, 0, 1)
        shares = np.stack([1 - second - third, second, third], axis=1)
        normals = _unit(np.einsum("nk,nkd->nd", shares, self.normals[triangles]))
        away = _dot(normals, directions) > 0
        normals[away] *= -1
        return np.einsum("nk,nkd->nd", shares, self.corners[triangles]), normals


def _triangles(body: Body, voices: int) -> tuple[Floats, Floats, Floats]:
    """The outward normal of a, b, c is (c - a) × (b - a), since the plan's frame is left-handed."""
    positions = np.asarray(body.positions, np.float32).reshape(-1, 3)
    indices = np.asarray(body.indices, np.int64).reshape(-1, 3)
    corners = positions[indices]
    faces = np.cross(corners[:, 2] - corners[:, 0], corners[:, 1] - corners[:, 0])
    shared = np.zeros_like(positions)
    for place in range(3):
        np.add.at(shared, indices[:, place], faces)
    return corners, _unit(shared)[indices], np.broadcast_to(_colour(body, voices), (len(indices), 3 + voices))


def _colour(body: Body, voices: int) -> Floats:
    """Its linear colour, or none and a one in its voice's column."""
    colour = np.zeros(3 + voices, np.float32)
    if body.voice is None:
        colour[:3] = linear(body.rgb)
    else:
        colour[3 + body.voice] = 1
    return colour


@dataclass(frozen=True)
class _Painter:
    camera: Camera
    size_px: tuple[int, int]
    light: Daylight
    background: Floats
    ground_mm: float | None

    def buffer(self, scene: _Scene) -> Buffer:
        screen, numbers = self.camera.project(scene.corners, self._samples)
        buffer = Buffer.empty(*self._samples)
        rasterise(buffer, screen, numbers)
        return buffer

    def painted(self, scene: _Scene, buffer: Buffer) -> Floats:
        """Linear colours (h, w, 3 and the voices)."""
        seen = buffer.triangles
        middles = seen[SAMPLES // 2 :: SAMPLES, SAMPLES // 2 :: SAMPLES]
        alike = scene.alike(seen, middles.repeat(SAMPLES, axis=0).repeat(SAMPLES, axis=1))
        rows, columns = np.nonzero(np.ones_like(middles))
        colours = self._shaded(scene, middles.ravel(), rows * SAMPLES + 1, columns * SAMPLES + 1)
        pixels: Floats = colours.reshape(*middles.shape, -1) * _cover(alike)
        odd_rows, odd_columns = np.nonzero(~alike)
        colours = self._shaded(scene, seen[odd_rows, odd_columns], odd_rows, odd_columns)
        np.add.at(pixels, (odd_rows // SAMPLES, odd_columns // SAMPLES), colours / (SAMPLES * SAMPLES))
        return pixels

    def glaze(self, pixels: Floats, scene: _Scene, solid: Buffer, opacity: float) -> None:
        """Lay a see-through body over the picture where nothing solid stands before it."""
        buffer = self.buffer(scene)
        seen = (buffer.triangles != NOTHING) & (buffer.nearness > solid.nearness)
        rows, columns = np.nonzero(seen)
        colours = self._shaded(scene, buffer.triangles[rows, columns], rows, columns)
        pixels *= 1 - _cover(seen) * opacity
        np.add.at(pixels, (rows // SAMPLES, columns // SAMPLES), colours * opacity / (SAMPLES * SAMPLES))

    @property
    def _samples(self) -> tuple[int, int]:
        return self.size_px[0] * SAMPLES, self.size_px[1] * SAMPLES

    def _shaded(self, scene: _Scene, seen: Ints, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Floats:
        """Linear colours (n, 3 and the voices) of samples that see the triangles, a chunk at a time."""
        colours = np.broadcast_to(self.background, (len(seen), len(self.background))).copy()
        for first in range(0, len(seen), CHUNK):
            chunk = slice(first, first + CHUNK)
            x, y = columns[chunk].astype(np.float32) + 0.5, rows[chunk].astype(np.float32) + 0.5
            origins, directions = self.camera.rays(x, y, self._samples)
            solid = seen[chunk] != NOTHING
            triangles = seen[chunk][solid]
            spots, normals = scene.hit(triangles, origins[solid], directions[solid])
            colours[chunk][solid] = scene.colours[triangles] * self._light(spots, normals)[:, None]
            if self.ground_mm is not None:
                colours[chunk][~solid] *= self._ground(origins[~solid], directions[~solid], self.ground_mm)[:, None]
        return colours

    def _light(self, spots: Floats, normals: Floats) -> Floats:
        """What reaches a surface: a little from everywhere, some from the floor, and the lamps that see it."""
        from_floor = BOUNCE * (1 - normals[:, 2])
        light: Floats = GLOW + from_floor + (1 - GLOW) * self.light.on(spots, normals)
        return light

    def _ground(self, origins: Floats, directions: Floats, level: float) -> Floats:
        """How bright the ground is where rays meet it; above the horizon, as bright as can be."""
        falling = np.minimum(directions[:, 2], -1e-4)
        spots = (origins + directions * ((level - origins[:, 2]) / falling)[:, None]).astype(np.float32)
        lit = self.light.on(spots, np.broadcast_to(UP, spots.shape))
        bright: Floats = 1 - GROUND_SHADOW * np.clip(1 - lit, 0, 1) * (directions[:, 2] < 0)
        return bright


def _cover(samples: NDArray[np.bool_]) -> Floats:
    """The share (h, w, 1) of each pixel's samples that hold."""
    height, width = samples.shape
    blocks = samples.reshape(height // SAMPLES, SAMPLES, width // SAMPLES, SAMPLES)
    cover: Floats = blocks.mean(axis=(1, 3), dtype=np.float32)[:, :, None]
    return cover


def _dot(a: Floats, b: Floats) -> Floats:
    product: Floats = np.einsum("nd,nd->n", a, b)
    return product


def _unit(vectors: Floats) -> Floats:
    lengths = np.sqrt(_dot(vectors, vectors))[:, None]
    unit: Floats = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32, copy=False)
    return unit


def linear(rgb: Colour | NDArray[np.uint8]) -> Floats:
    """sRGB bytes as linear light, IEC 61966-2-1."""
    share = np.asarray(rgb, np.float32) / 255
    light: Floats = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4).astype(np.float32)
    return light


def encoded(light: Floats) -> NDArray[np.uint8]:
    """sRGB bytes of linear light."""
    share = np.clip(light, 0, 1)
    levels = np.where(share <= 0.0031308, share * 12.92, 1.055 * share ** (1 / 2.4) - 0.055)
    return np.floor(levels * 255 + 0.5).astype(np.uint8)
