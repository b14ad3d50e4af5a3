"""Openings in a level's floor over the stairs that come up through them: dashed, with the flight's steps and arrow."""

from __future__ import annotations

from rooms.drawing import svg
from rooms.drawing.items import FILLS, placing
from rooms.drawing.paper import WHITE
from rooms.drawing.pen import Pen
from rooms.drawing.storey import Storey
from rooms.drawing.svg import Svg
from rooms.kinds import KINDS
from rooms.surfaces.stairwells import Stairwell
from rooms.things.symbol import symbol_of


def draw_stairwells(storey: Storey, pen: Pen) -> Svg:
    """Nothing on a level that no stairs come up to."""
    return pen.layer("stairwells", *(_drawn(well, pen) for well in storey.stairwells))


def _drawn(well: Stairwell, pen: Pen) -> Svg:
    edge = svg.ring(well.outline)
    steps = [stroke for stroke in symbol_of(KINDS[well.item.kind], well.item.size) if stroke.weight != "outline"]
    flight = [pen.fine(stroke.d, FILLS[stroke.fill] if stroke.fill else None) for stroke in steps]
    return svg.element(
        "g", pen.filled(edge, WHITE), pen.dashed(edge), svg.element("g", *flight, transform=placing(well.item))
    )
