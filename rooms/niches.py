"""Niches: how deep they go into a wall, on which of its sides, and what of the wall other openings have left.

The browser's twin is `static/js/geometry/niches.js`.
"""

from __future__ import annotations

from collections.abc import Iterable

from rooms.plan import Opening, Wall
from rooms.walls import opening_span

NICHE = "niche"
LEAST_BACK_MM = 20
"""So much of the wall stays behind a niche."""

Slab = tuple[float, float]
"""From and to across a wall, mm to the right of its centre line."""


def is_niche(opening: Opening) -> bool:
    return opening.kind == NICHE


def opens_on(opening: Opening, side: str) -> bool:
    """Whether the opening is seen in the face of a wall's side: a niche in one, what goes through in both."""
    return not is_niche(opening) or opening.opens == side


def most_depth_mm(wall: Wall) -> int:
    return max(wall.thickness - LEAST_BACK_MM, 0)


def depth_mm(wall: Wall, opening: Opening) -> int:
    """How deep a niche goes: never so deep that no back is left."""
    return min(opening.depth, most_depth_mm(wall))


def is_too_deep(wall: Wall, opening: Opening) -> bool:
    return is_niche(opening) and opening.depth > most_depth_mm(wall)


def slab_of(wall: Wall, opening: Opening, others: Iterable[Opening] = ()) -> Slab:
    """What an opening takes of the wall's thickness; a window within a niche, what the niche has left of it."""
    left, right = -wall.thickness / 2, wall.thickness / 2
    niches = [opening] if is_niche(opening) else [one for one in others if is_niche(one) and holds(wall, one, opening)]
    for niche in niches:
        deep = depth_mm(wall, niche)
        bottom = right - deep if niche.opens == "right" else left + deep
        if is_niche(opening):
            return (bottom, right) if niche.opens == "right" else (left, bottom)
        left, right = (left, min(right, bottom)) if niche.opens == "right" else (max(left, bottom), right)
    return left, right


def holds(wall: Wall, niche: Opening, opening: Opening) -> bool:
    """Whether the opening lies wholly within the niche, as one stands before them."""
    around, within = opening_span(wall, niche), opening_span(wall, opening)
    if around is None or within is None:
        return False
    above = opening.sill >= niche.sill and opening.sill + opening.height <= niche.sill + niche.height
    return above and around[0] <= within[0] and within[1] <= around[1]
