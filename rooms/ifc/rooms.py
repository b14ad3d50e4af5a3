"""Rooms of a storey as spaces."""

from __future__ import annotations

from collections.abc import Mapping

from rooms.drawing.labels import room_name
from rooms.entities import Finish
from rooms.ifc.model import Model, Storey, area, length
from rooms.ifc.names import global_id
from rooms.ifc.shapes import on_floor
from rooms.ifc.step import Ref, Typed, Word
from rooms.outline import Room
from rooms.scene.site import Site
from rooms.surfaces.ceilings import area_below, ceiling_of, room_height

LEAST_PRISM_MM = 1.0
MOST_LETTERS = 255
"""Of a label."""
COVERINGS = {"floor": "FloorCovering", "ceiling": "CeilingCovering"}


def write_rooms(model: Model, storey: Storey, site: Site, language: str) -> Mapping[int, Ref]:
    """The found rooms, by their places in what was found."""
    return {place: _space(model, storey, site, place, room, language) for place, room in site.rooms}


def path_of(room: Room, place: int) -> tuple[str, ...]:
    """What a room's GlobalId is made of: its label's id, or its number on its level while it has no label."""
    return ("rooms", room.label) if room.label else ("level", room.level, "room", str(place))


def _space(model: Model, storey: Storey, site: Site, place: int, room: Room, language: str) -> Ref:
    path, name = path_of(room, place), room_name(room, language)
    outside = room.use == "outside"
    head = global_id(*path), None, str(place + 1), None, room.use or None
    shape = _body(model, site, room)
    sort = Word("ELEMENT"), Word("EXTERNAL" if outside else "INTERNAL"), None
    ref = model.step.add("IfcSpace", *head, storey.frame, shape, name or None, *sort)
    model.part(storey.ref, storey.path, ref)
    model.properties(ref, path, "Pset_SpaceCommon", {"IsExternal": Typed("IfcBoolean", outside)})
    held = {"NetFloorArea": area(room.area_mm2), "GrossPerimeter": length(room.perimeter_mm)}
    if not site.roofs:
        held["Height"] = length(room_height(site.plan, room))
    model.quantities(ref, path, "Qto_SpaceBaseQuantities", held)
    if low_mm2 := area_below(site.plan, room, site.roofs):
        usable = Typed("IfcAreaMeasure", (room.area_mm2 - low_mm2) / 1e6)
        model.properties(ref, path, "Zacznij_Space", {"UsableArea": usable})
    if coverings := _coverings(site, place):
        model.properties(ref, path, "Pset_SpaceCoveringRequirements", coverings)
    return ref


def _coverings(site: Site, place: int) -> Mapping[str, Typed]:
    """The paints and tiles of the room's floor, walls and ceiling, each once."""
    worn = [(COVERINGS[plane.face], plane.finish) for plane in site.surfaces.planes if plane.room == place]
    bands = [band for face in site.surfaces.faces if face.room == place for band in face.bands]
    called: dict[str, dict[str, None]] = {}
    for name, id_ in (*worn, *(("WallCladding", band.finish) for band in bands)):
        if id_ and (text := _called(site.plan.finishes[id_])):
            called.setdefault(name, {})[text] = None
    return {name: Typed("IfcLabel", ", ".join(texts)[:MOST_LETTERS]) for name, texts in called.items()}


def _called(finish: Finish) -> str:
    """A paint by its code, a tile by its product, else by its size."""
    if not finish.tile:
        return finish.paint or ""
    product = finish.tile.get("product")
    return str(product["name"]) if product else " × ".join(map(str, finish.tile["size"]))


def _body(model: Model, site: Site, room: Room) -> Ref:
    if not site.roofs:
        body = model.shapes.extrusion(room.polygon, room.holes, 0.0, room_height(site.plan, room))
        return model.shapes.shape([body], "SweptSolid")
    planes = ceiling_of(site.plan, room, site.roofs)
    bodies = [
        model.shapes.prism(plane.cell, on_floor, lambda point, plane=plane: max(plane.height(point), LEAST_PRISM_MM))  # type: ignore[misc]
        for plane in planes
    ]
    return model.shapes.shape(bodies, "Tessellation")
