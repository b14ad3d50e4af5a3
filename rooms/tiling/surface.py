"""One tiled surface as it lies flat, and a wall's face unrolled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.surfaces import Face
from rooms.surfaces.cuts import Cut
from rooms.tiling.layout import Layout
from rooms.tiling.patterns import Flat
from rooms.tiling.place import laid


@dataclass(frozen=True)
class Tiled:
    """A stretch of one surface under one tile, in the frame of `rooms.tiling.place`.

    `face` is wall, floor, ceiling, niche or reveal; a wall's and a niche's name the wall, its side and where along it
    the face begins. `holes` are the openings in it, by id, `reveals_mm` the depths of the sides of those that go
    through. `highest` is how high the whole wall reaches, `free_mm` how much of a niche's edge meets no tiled wall.
    """

    finish: str
    tile: Mapping[str, Any] = field(repr=False)
    room: int
    face: str
    outline: BaseGeometry = field(repr=False)
    start: Flat
    wall: str | None = None
    side: str | None = None
    from_mm: float = 0
    z_from: float = 0
    z_to: float | None = None
    highest: float | None = None
    holes: Mapping[str, BaseGeometry] = field(default_factory=dict, repr=False)
    reveals_mm: Mapping[str, float] = field(default_factory=dict)
    free_mm: float = 0

    @property
    def is_wall(self) -> bool:
        return self.face in ("wall", "niche", "reveal")

    @property
    def reveals(self) -> list[tuple[BaseGeometry, float]]:
        """The openings with sides, and how deep these are: those of a niche are faces of their own."""
        return [(hole, self.reveals_mm[id_]) for id_, hole in self.holes.items() if id_ in self.reveals_mm]

    @cached_property
    def layout(self) -> Layout:
        """Raises Fault where there are too many tiles."""
        return laid(self.outline, self.tile, self.start, is_wall=self.is_wall)


@dataclass(frozen=True)
class Unrolled:
    """A wall's face unrolled: x from its left end as one sees it, y above the floor."""

    face: Face

    def x(self, along_mm: float) -> float:
        low, high = self.face.top[0][0], self.face.top[-1][0]
        share = self.face.length_mm / ((high - low) or 1.0)
        return (high - along_mm if self.face.side == "left" else along_mm - low) * share

    @cached_property
    def whole(self) -> BaseGeometry:
        corners = [(self.x(self.face.top[0][0]), 0.0), *((self.x(at), z) for at, z in self.face.top)]
        return shapely.Polygon([*corners, (self.x(self.face.top[-1][0]), 0.0)]).buffer(0)

    def box(self, cut: Cut) -> BaseGeometry:
        left, right = sorted((self.x(cut.from_mm), self.x(cut.to_mm)))
        return shapely.box(left, cut.z_from, right, cut.z_to)
