"""The holes in walls, and the doors and windows that fill them."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, pi, sin
from typing import Any

from rooms.entities import Opening, Wall
from rooms.ifc.model import Model, Storey, area, length
from rooms.ifc.step import Ref, Word
from rooms.pictures.solids import opening_solids
from rooms.scene.site import Site, facets
from rooms.walls import Solid
from rooms.walls.niches import Slab, is_niche
from rooms.walls.thickness import half_mm
from rooms.walls.vector import Vector

BEYOND_MM = 10.0
"""A hole reaches so far out of the wall, that nothing of the wall's face stays in it."""
SWINGS = {
    "door": "SINGLE_SWING_{}",
    "double_door": "DOUBLE_DOOR_SINGLE_SWING",
    "sliding_door": "SLIDING_TO_{}",
    "folding_door": "FOLDING_TO_{}",
}
UNFILLED = ("niche", "passage")


def write_openings(model: Model, storey: Storey, site: Site, solid: Solid, wall: Ref, scene: Mapping[str, Any]) -> None:
    """The openings of one wall, which `wall` is in the file; `scene` tells how what fills them looks."""
    looks = {opening["id"]: opening for opening in scene["openings"]}
    for opening, (low, high, _z_low, _z_high) in site.holes[solid.wall]:
        hole = _hole(model, storey, site, solid, opening, (low, high))
        model.relate("IfcRelVoidsElement", ("openings", opening.id), wall, hole)
        if opening.kind not in UNFILLED:
            filling = _filling(model, storey, site, looks[opening.id], opening)
            model.relate("IfcRelFillsElement", ("openings", opening.id), hole, filling)


def _hole(model: Model, storey: Storey, site: Site, solid: Solid, opening: Opening, span: Vector) -> Ref:
    places = [span[0], *(stop for stop in facets(solid) if span[0] < stop < span[1]), span[1]]
    across = [_beyond(site.plan.walls[solid.wall], site.slab(solid.wall, opening, place), place) for place in places]
    left, right = (
        [solid.line.at(place, slab[end]) for place, slab in zip(places, across, strict=True)] for end in (0, 1)
    )
    ring = [*left, *right[::-1]]
    body = model.shapes.extrusion(ring, (), float(opening.sill), float(opening.sill + opening.height))
    shape = model.shapes.shape([body], "SweptSolid")
    kind = Word("RECESS" if is_niche(opening) else "OPENING")
    return model.element("IfcOpeningElement", ("holes", opening.id), "", opening.kind, storey.frame, shape, kind)


def _beyond(wall: Wall, slab: Slab, along_mm: float) -> Slab:
    """A little past the faces that the opening comes out of."""
    half = half_mm(wall, along_mm)
    return slab[0] - BEYOND_MM * (slab[0] <= -half), slab[1] + BEYOND_MM * (slab[1] >= half)


def _filling(model: Model, storey: Storey, site: Site, look: Mapping[str, Any], opening: Opening) -> Ref:
    """A door or window; its frame begins at the lower corner on its left, and y points where it opens to."""
    turned = opening.opens == "right"
    turn = look["turn_mdeg"] * pi / 180_000
    along = (-cos(turn), sin(turn)) if turned else (cos(turn), -sin(turn))
    (x, y, z), half = look["at"], look["width"] / 2
    corner = (x - along[0] * half, -y - along[1] * half, z - site.elevation)
    solids = [
        (one.turned(pi) if turned else one).moved((half, 0.0, 0.0))
        for one in opening_solids({**look, "turn_mdeg": 0, "at": (0, 0, 0)}, 0.0)
    ]
    shape = model.shapes.shape(model.shapes.mesh(solids), "Tessellation")
    frame = model.frame(corner, (*along, 0.0), storey.frame)
    path, is_door = ("openings", opening.id), opening.kind in SWINGS
    sizes = float(opening.height), float(opening.width)
    told = (Word("DOOR"), Word(_swing(opening))) if is_door else (Word("WINDOW"), Word(_panels(opening)))
    ref = model.element(
        "IfcDoor" if is_door else "IfcWindow", path, "", opening.kind, frame, shape, *sizes, *told, None
    )
    model.put(storey.ref, storey.path, ref)
    held = {"Width": length(sizes[1]), "Height": length(sizes[0]), "Area": area(sizes[0] * sizes[1])}
    model.quantities(ref, path, f"Qto_{'Door' if is_door else 'Window'}BaseQuantities", held)
    return ref


def _swing(opening: Opening) -> str:
    """The hand of the hinges for who looks where the leaf opens to; ours is for who looks back from there."""
    return SWINGS[opening.kind].format("LEFT" if opening.hinge == "right" else "RIGHT")


def _panels(window: Opening) -> str:
    return "DOUBLE_PANEL_VERTICAL" if window.kind == "double_window" else "SINGLE_PANEL"
