"""Walls, columns and shafts of a storey."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from math import inf
from typing import Any

from rooms.entities import Block
from rooms.ifc.model import Model, Storey, area, length
from rooms.ifc.openings import write_openings
from rooms.ifc.shapes import on_floor
from rooms.ifc.step import Ref, Value, Word
from rooms.scene.site import Site, facets
from rooms.scene.walls import strip_of
from rooms.surfaces.cells import Cell, middle_of, triangles
from rooms.walls import Solid, wall_length_mm
from rooms.walls.polygon import signed_area
from rooms.walls.thickness import middle_mm
from rooms.walls.vector import Vector

LEAST_MM = 1.0
BLOCKS: Mapping[str, tuple[str, Value]] = {
    "column": ("IfcColumn", Word("COLUMN")),
    "shaft": ("IfcBuildingElementProxy", None),
}


def write_walls(model: Model, storey: Storey, site: Site, scene: Mapping[str, Any]) -> None:
    """All that stands from the floor, with its openings; `scene` tells how what fills those looks."""
    for solid in site.solids.values():
        if block := site.plan.solids.get(solid.wall):
            _write_block(model, storey, site, solid, block)
        else:
            write_openings(model, storey, site, solid, _wall(model, storey, site, solid), scene)


def _write_block(model: Model, storey: Storey, site: Site, solid: Solid, block: Block) -> None:
    entity, sort = BLOCKS[block.kind]
    shape = _shape(model, site, solid)
    ref = model.element(entity, ("solids", block.id), block.kind, block.kind, storey.frame, shape, sort)
    model.put(storey.ref, storey.path, ref)


def _wall(model: Model, storey: Storey, site: Site, solid: Solid) -> Ref:
    wall, path = site.plan.walls[solid.wall], ("walls", solid.wall)
    shape = _shape(model, site, solid, model.shapes.line(_axis(solid)))
    ref = model.element("IfcWall", path, "", "", storey.frame, shape, Word("STANDARD"))
    model.put(storey.ref, storey.path, ref)
    held = {
        "Length": length(wall_length_mm(wall)),
        "Width": length(middle_mm(wall)),
        "Height": length(max(site.plan.wall_heights(wall))),
        "GrossFootprintArea": area(sum(abs(signed_area(ring)) for ring, _sides in solid.pieces)),
    }
    model.quantities(ref, path, "Qto_WallBaseQuantities", held)
    return ref


def _shape(model: Model, site: Site, solid: Solid, *axis: Ref) -> Ref:
    """An extrusion where the top is level; else prisms under it, cut where it bends."""
    at_a, at_b = site.plan.wall_heights(site.plan.bodies[solid.wall])
    if at_a == at_b and not site.roofs:
        bodies = [model.shapes.extrusion(ring, (), 0.0, float(at_a)) for ring, _sides in solid.pieces]
        return model.shapes.shape(bodies, "SweptSolid", *axis)
    bodies = [model.shapes.prism(cell, on_floor, _top(site, solid, cell)) for cell in _cells(site, solid)]
    return model.shapes.shape(bodies, "Tessellation", *axis)


def _axis(solid: Solid) -> list[Vector]:
    line = solid.line
    return [line.points[0], *([] if line.centre is None else [line.at(line.length_mm / 2)]), line.points[-1]]


def _cells(site: Site, solid: Solid) -> Iterator[Cell]:
    line = solid.line
    top = site.top(solid, line.at, 0.0, line.length_mm)
    bends = [along for along, _z in top] if line.centre is None else facets(solid)
    for ring, _sides in solid.pieces:
        for piece in triangles(ring):
            for low, high in pairwise([-inf, *sorted(set(bends)), inf]):
                if part := strip_of(solid, piece, low, high):
                    yield part


def _top(site: Site, solid: Solid, cell: Cell) -> Callable[[Vector], float]:
    """How high the wall is over a corner of the cell: where a slope ends, the top steps."""
    inside = middle_of(cell)
    return lambda point: max(site.height(solid, point, inside), LEAST_MM)
