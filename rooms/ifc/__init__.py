"""A plan as a building model for other programs: IFC4 (ISO 16739-1:2018), in millimetres.

Storeys, walls with their holes, doors, windows, columns, slabs, slopes, rooms as spaces, and things in them.
"""

from __future__ import annotations

from datetime import datetime
from math import cos, pi, sin

from rooms.ifc.model import Model
from rooms.ifc.rooms import write_rooms
from rooms.ifc.slabs import write_roofs, write_slab
from rooms.ifc.things import Things
from rooms.ifc.walls import write_walls
from rooms.outline import find_rooms
from rooms.plan import Plan
from rooms.scene import describe
from rooms.scene.site import PaintOf, Site
from rooms.surfaces import find_surfaces

PROGRAM = "Zacznij"
VIEW = "ViewDefinition [ReferenceView_V1.2]"


def as_ifc(plan: Plan, paint_of: PaintOf, *, at: datetime, language: str = "pl") -> bytes:
    """The whole plan as a file made at that time; the same plan gives the same GlobalIds.

    `paint_of` tells a paint's #rrggbb by its code; `language` is that of the names of kinds and rooms.
    """
    north = plan.north_mdeg * pi / 180_000
    model = Model.begin(plan.name, next(iter(plan.levels), plan.name), (sin(north), cos(north), 0.0))
    found = find_rooms(plan)
    surfaces = find_surfaces(plan, found)
    places = {place: place for place in range(len(found.rooms))}
    for number, level in enumerate(plan.levels.values()):
        site = Site.of(plan, found, surfaces, level.id, paint_of, places)
        scene = describe(plan, level.id, paint_of)
        storey = model.storey(level, level.name or str(number))
        write_slab(model, storey, site)
        write_roofs(model, storey, site)
        write_walls(model, storey, site, scene)
        things = Things(model, plan, found, write_rooms(model, storey, site, language), language)
        for look in scene["items"]:
            things.write(storey, level.id, look)
        for look in scene["openings"]:
            if look["wall"] is None:
                things.write_roof_window(storey, level.id, look)
    model.finish()
    return model.step.file("IFC4", VIEW, plan.name, at.isoformat(timespec="seconds"), PROGRAM)
