"""The tiled faces inside niches, each flat: a back goes on with its wall's joints, the rest begins at its corner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from rooms.plan import Plan
from rooms.surfaces import Band, Face
from rooms.surfaces.recesses import Recess
from rooms.tiling.surface import Tiled, Unrolled

BESIDE_MM = 1


def niche_tiles(plan: Plan, faces: Iterable[Face], recesses: Iterable[Recess]) -> Iterator[Tiled]:
    """In the order of the recesses."""
    held = list(faces)
    for one in recesses:
        finish = plan.finishes[one.finish] if one.finish else None
        if finish and finish.tile:
            face = next(face for face in held if _is_of(face, one))
            yield _back(one, face, finish.tile) if one.face == "back" else _other(plan, one, face, finish.tile)


def _is_of(face: Face, one: Recess) -> bool:
    same = (face.room, face.wall, face.side) == (one.room, one.wall, one.side)
    return same and face.from_mm - BESIDE_MM <= one.from_mm and one.to_mm <= face.to_mm + BESIDE_MM


def _back(one: Recess, face: Face, tile: Mapping[str, Any]) -> Tiled:
    """In the frame of the wall about it."""
    side = Unrolled(face)
    left, right = sorted((side.x(one.from_mm), side.x(one.to_mm)))
    outline: BaseGeometry = shapely.intersection(shapely.box(left, one.z_from, right, one.z_to), side.whole)
    outline = shapely.difference(outline, shapely.union_all([side.box(hole) for hole in one.holes]))
    band = next((band for band in face.bands if band.finish == one.finish and band.z_from <= one.z_from), None)
    return _tiled(one, tile, outline, (0.0, band.z_from) if band else (left, one.z_from))


def _other(plan: Plan, one: Recess, face: Face, tile: Mapping[str, Any]) -> Tiled:
    """In a frame of its own; what stands upright keeps its height above the floor."""
    if one.face == "jambs":
        low = next((band.z_from for band in face.bands if band.finish == one.finish), one.z_from)
        free = sum(_shared(band, one) for band in face.bands if not _is_tiled(plan, band))
        return _tiled(one, tile, shapely.box(0, one.z_from, one.width_mm, one.z_to), (0.0, low), free)
    z = one.z_from + (BESIDE_MM if one.face == "head" else -BESIDE_MM)
    beside = next((band for band in face.bands if band.z_from <= z <= band.z_to), None)
    free = one.width_mm if beside and not _is_tiled(plan, beside) else 0.0
    return _tiled(one, tile, shapely.box(0, 0, one.width_mm, one.height_mm), (0.0, 0.0), free)


def _tiled(
    one: Recess, tile: Mapping[str, Any], outline: BaseGeometry, start: tuple[float, float], free_mm: float = 0.0
) -> Tiled:
    return Tiled(
        finish=one.finish or "",
        tile=tile,
        room=one.room,
        face="niche",
        outline=outline,
        start=start,
        wall=one.wall,
        side=one.side,
        from_mm=one.from_mm,
        z_from=one.z_from,
        z_to=one.z_to,
        free_mm=free_mm,
    )


def _shared(band: Band, one: Recess) -> float:
    return max(min(band.z_to, one.z_to) - max(band.z_from, one.z_from), 0.0)


def _is_tiled(plan: Plan, band: Band) -> bool:
    return band.finish is not None and plan.finishes[band.finish].tile is not None
