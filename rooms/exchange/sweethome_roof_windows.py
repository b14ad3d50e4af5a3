"""A home's windows that lean: those that lie in one of the imported slopes, as roof windows of it."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan, cos, degrees, pi, sin

from rooms.description import COLLECTIONS
from rooms.exchange.gathering import Gathering
from rooms.exchange.sweethome_pieces import Piece
from rooms.exchange.sweethome_xml import length
from rooms.plan import Plan
from rooms.surfaces.roofs import Roof, roofs
from rooms.walls.polygon import whole
from rooms.walls.vector import dot

NEAR_MM = 300
"""So far may its middle lie above or below the slope: frames stand out of roofs."""
ALONG = 0.996
"""The cosine of how far its width may be turned from the slope's line, 5°."""
SAME_DEGREES = 10
FIELDS = COLLECTIONS["skylights"]["fields"]


def gather_roof_window(piece: Piece, plan: Plan, gathering: Gathering) -> None:
    """In the slope nearest to its middle; noted when it lies in none."""
    lying = sorted(_lying(piece, plan), key=lambda one: one[0])
    if not lying:
        gathering.note(piece.place, "window_in_roof")
        return
    _off, roof, width, along_slope = lying[0]
    up = along_slope * sin(atan(roof.rise)) / 2
    sill = roof.height(piece.at) - up
    gathering.add(
        "skylights",
        piece.place,
        {
            "slope": roof.slope,
            "offset": whole(roof.along(piece.at) - width / 2),
            "sill": max(whole(sill), 0),
            "width": gathering.size(piece.place, width, FIELDS["width"]["from"], FIELDS["width"]["to"]),
            "height": gathering.size(piece.place, along_slope, FIELDS["height"]["from"], FIELDS["height"]["to"]),
        },
    )


def _lying(piece: Piece, plan: Plan) -> Iterator[tuple[float, Roof, int, int]]:
    """The slopes in which it lies: how far its middle is off, the slope, its width, its length along the slope."""
    base = plan.levels[piece.level].elevation + piece.elevation + piece.size[2] / 2
    width, deep, high = (length(piece.element, name) for name in ("width", "depth", "height"))
    along_slope = max(deep, high)
    turn = piece.turn_mdeg * pi / 180_000
    for slope in plan.slopes.values():
        for roof in roofs([slope]):
            off = abs(base - plan.levels[slope.level].elevation - roof.height(piece.at))
            is_along = abs(dot((cos(turn), sin(turn)), roof.way)) >= ALONG
            within = 0 <= roof.along(piece.at) <= roof.length_mm and roof.left(piece.at) > 0
            if within and is_along and off <= NEAR_MM and _leans_alike(piece, roof):
                yield off, roof, width, along_slope


def _leans_alike(piece: Piece, roof: Roof) -> bool:
    """Its box on the plan and its height tell how steep it is."""
    run, rise = piece.size[1], piece.size[2]
    return run > 0 and abs(degrees(atan(rise / run)) - degrees(atan(roof.rise))) <= SAME_DEGREES
