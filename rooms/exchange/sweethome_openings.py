"""A home's doors and windows: what each cuts out of the walls, and the way its first sash swings."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rooms.exchange.gathering import Gathering
from rooms.exchange.holes import Hole, Leaf, Walls, gather_opening
from rooms.exchange.naming import opening_kind
from rooms.exchange.sweethome_pieces import Piece
from rooms.exchange.sweethome_roof_windows import gather_roof_window
from rooms.exchange.sweethome_xml import ratio
from rooms.fault import Fault
from rooms.plan import Plan
from rooms.walls.polygon import whole


def read_openings(pieces: Sequence[Piece], plan: Plan, gathering: Gathering) -> None:
    """Gather every door and window that a wall of its level holds, and roof windows in the slopes."""
    standing = Walls(plan.walls)
    for piece in pieces:
        if piece.leaning:
            gather_roof_window(piece, plan, gathering)
            continue
        try:
            hole, leaf = _hole(piece), _leaf(piece)
        except Fault as fault:
            gathering.note(piece.place, fault.reason)
            continue
        kind, guessed = opening_kind(piece, leaves=len(piece.element.findall("sash")))
        if guessed:
            gathering.note(piece.place, "kind_guessed")
        gather_opening(piece.place, kind, hole, leaf, piece.level, walls=standing, gathering=gathering)


def _hole(piece: Piece) -> Hole:
    """A door's box reaches beyond the wall and its frame; the file tells which share of each measure is the hole."""
    width, depth, height = piece.size
    share, left = ratio(piece.element, "wallWidth", 1.0), ratio(piece.element, "wallLeft", 0.0)
    thick, behind = ratio(piece.element, "wallThickness", 1.0), ratio(piece.element, "wallDistance", 0.0)
    tall, above = ratio(piece.element, "wallHeight", 1.0), ratio(piece.element, "wallTop", 0.0)
    radians = math.radians(piece.turn_mdeg / 1000)
    along, outwards = (math.cos(radians), math.sin(radians)), (-math.sin(radians), math.cos(radians))
    x = (left + share / 2 - 0.5) * width * (-1 if piece.mirrored else 1)
    y = (behind + thick / 2 - 0.5) * depth
    return Hole(
        middle=(piece.at[0] + along[0] * x + outwards[0] * y, piece.at[1] + along[1] * x + outwards[1] * y),
        along=along,
        outwards=outwards,
        width=max(whole(width * share), 1),
        depth=whole(depth * thick),
        sill=piece.elevation + whole(height * (1 - above - tall)),
        height=whole(height * tall),
    )


def _leaf(piece: Piece) -> Leaf:
    """By the first sash, whose angles run against the clock from the piece's own x; half open tells its side."""
    sash = piece.element.find("sash")
    if sash is None:
        return Leaf(axis_left=not piece.mirrored)
    half_open = (ratio(sash, "startAngle", 0.0) + ratio(sash, "endAngle", 0.0)) / 2
    axis_left = ratio(sash, "xAxis", 0.0) < 0.5
    return Leaf(forwards=math.sin(half_open) <= 0, axis_left=axis_left != piece.mirrored)
