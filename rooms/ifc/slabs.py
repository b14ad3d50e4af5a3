"""What the rooms of a storey stand on and what slopes over them: slabs, with their holes."""

from __future__ import annotations

from math import sqrt
from typing import Any

import shapely

from rooms.ifc.model import Model, Storey
from rooms.ifc.step import Ref, Typed, Word
from rooms.plan import Plan
from rooms.scene.site import Site
from rooms.scene.skylights import ROOF_MM
from rooms.surfaces.ceilings import ceiling_of
from rooms.surfaces.roof_windows import opened, skylights_of
from rooms.surfaces.slopes import Plane
from rooms.surfaces.stairwells import stairwells

USUAL_SLAB_MM = 200
"""How thick a floor is taken to be where no storey below tells it."""
MOST_SLAB_MM = 1000
SEAM_MM = 0.5
BEYOND_MM = 10.0
"""So far a hole goes beyond its slab."""


def write_slab(model: Model, storey: Storey, site: Site) -> None:
    """What the storey's walls and rooms stand on; nothing where neither is."""
    rings = [ring for solid in site.solids.values() for ring, _sides in solid.pieces]
    rings += [room.polygon for _place, room in site.rooms]
    parts = shapely.get_parts(shapely.union_all([shapely.Polygon(ring).buffer(SEAM_MM) for ring in rings]))
    if not len(parts):
        return
    thick, told = _thickness(site.plan, site.level)
    bodies = [
        model.shapes.extrusion(_ring(part.exterior), map(_ring, part.interiors), -float(thick), 0.0) for part in parts
    ]
    shape = model.shapes.shape(bodies, "SweptSolid")
    path = ("slab", site.level)
    ref = model.element("IfcSlab", path, "", "", storey.frame, shape, Word("FLOOR"))
    model.put(storey.ref, storey.path, ref)
    model.properties(ref, path, "Zacznij_Slab", {"ThicknessKnown": Typed("IfcBoolean", told)})
    _write_wells(model, storey, site, ref, thick)


def _write_wells(model: Model, storey: Storey, site: Site, slab: Ref, thick: int) -> None:
    """Where stairs from below come through."""
    for well in stairwells(site.plan):
        if site.level in well.above:
            bodies = [model.shapes.extrusion(ring, (), -thick - BEYOND_MM, BEYOND_MM) for ring in well.rings]
            path = ("stairwell", well.item.id, site.level)
            shape = model.shapes.shape(bodies, "SweptSolid")
            hole = model.element("IfcOpeningElement", path, "", "stairwell", storey.frame, shape, Word("OPENING"))
            model.relate("IfcRelVoidsElement", path, slab, hole)


def write_roofs(model: Model, storey: Storey, site: Site) -> None:
    """Each slope with its dormers over the storey's rooms, as thick as the 3D view takes it, without its windows."""
    ceilings = [ceiling_of(site.plan, room, site.roofs) for _place, room in site.rooms]
    planes = opened([plane for ceiling in ceilings for plane in ceiling], skylights_of(site.plan, site.roofs))
    for roof in site.roofs:
        own = {roof.slope, *(lift.dormer for lift in roof.lifts)}
        bodies = [_sheet(model, plane) for plane in planes if plane.roof and plane.roof.slope in own]
        if bodies:
            path = ("slopes", roof.slope)
            shape = model.shapes.shape(bodies, "Tessellation")
            ref = model.element("IfcSlab", path, "", "slope", storey.frame, shape, Word("ROOF"))
            model.put(storey.ref, storey.path, ref)
            model.properties(ref, path, "Zacznij_Slab", {"ThicknessKnown": Typed("IfcBoolean", False)})


def _sheet(model: Model, plane: Plane) -> Ref:
    over = ROOF_MM * sqrt(1 + plane.a * plane.a + plane.b * plane.b)
    return model.shapes.prism(plane.cell, plane.height, lambda point: plane.height(point) + over)


def _ring(line: Any) -> list[tuple[float, float]]:
    return [(x, y) for x, y in line.simplify(SEAM_MM).coords[:-1]]


def _thickness(plan: Plan, level: str) -> tuple[int, bool]:
    """From the ceiling of the storey below to this floor, and whether there is such a storey."""
    floor = plan.levels[level].elevation
    gaps = [floor - one.elevation - one.height for one in plan.levels.values() if one.elevation < floor]
    gap = min((gap for gap in gaps if 0 < gap <= MOST_SLAB_MM), default=None)
    return (USUAL_SLAB_MM, False) if gap is None else (gap, True)
