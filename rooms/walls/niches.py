"""Niches: how deep they go into a wall, on which of its sides, and what of the wall other openings have left.

The browser's twin is `static/js/geometry/niches.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from rooms.entities import Opening, Wall
from rooms.walls import opening_span
from rooms.walls.thickness import half_mm

NICHE = "niche"
LEAST_BACK_MM = 20
"""So much of the wall stays behind a niche, and about one in the other face."""

Slab = tuple[float, float]
"""From and to across a wall at a place along it, mm to the right of its centre line."""


def is_niche(opening: Opening) -> bool:
    return opening.kind == NICHE


def takes_wall(wall: Wall, opening: Opening, niches: Iterable[Opening]) -> bool:
    """Whether there is any of it: no niche is where its wall has grown too thin, or another has taken all the depth."""
    return not is_niche(opening) or depth_mm(wall, opening, niches) > 0


def opens_on(opening: Opening, side: str) -> bool:
    """Whether the opening is seen in the face of a wall's side: a niche in one, what goes through in both."""
    return not is_niche(opening) or opening.opens == side


def most_depth_mm(wall: Wall, niche: Opening, behind: Iterable[Opening] = ()) -> int:
    """How deep the niche may go into the wall before what is behind it: the other face, or niches in that face."""
    whole = max(_thinnest_mm(wall, niche) - LEAST_BACK_MM, 0)
    return max(whole - max((min(one.depth, whole) for one in behind), default=0), 0)


def behind(wall: Wall, niche: Opening, niches: Iterable[Opening]) -> tuple[Opening, ...]:
    """The wall's niches that go into its other face with their edges over the niche's, or too near to them."""
    return tuple(one for one in niches if one.opens != niche.opens and _are_close(wall, one, niche))


def depth_mm(wall: Wall, niche: Opening, niches: Iterable[Opening]) -> int:
    """How deep a niche goes: never so deep that no back is left. Of two back to back the later gives way."""
    return min(niche.depth, _left_mm(wall, niche, niches))


def is_too_deep(wall: Wall, opening: Opening, niches: Iterable[Opening]) -> bool:
    """Whether a niche is deeper than the wall and its `niches` that were there before leave it."""
    return is_niche(opening) and opening.depth > _left_mm(wall, opening, niches)


def _left_mm(wall: Wall, niche: Opening, niches: Iterable[Opening]) -> int:
    earlier = takewhile(lambda one: one.id != niche.id, niches)
    return most_depth_mm(wall, niche, behind(wall, niche, earlier))


def _thinnest_mm(wall: Wall, opening: Opening) -> int:
    """Where the wall is thinnest about the opening, to the whole millimetre below."""
    return int(min(2 * half_mm(wall, along) for along in opening_span(wall, opening) or (0.0, 0.0)))


def slab_of(wall: Wall, opening: Opening, niches: Sequence[Opening], along_mm: float) -> Slab:
    """What an opening takes of the wall's thickness so far along it: a niche is as deep all along its face.

    A window within one of the wall's niches takes what that has left of it.
    """
    half = half_mm(wall, along_mm)
    left, right = -half, half
    for niche in [opening] if is_niche(opening) else [one for one in niches if holds(wall, one, opening)]:
        deep = depth_mm(wall, niche, niches)
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


def _are_close(wall: Wall, one: Opening, other: Opening) -> bool:
    spans = opening_span(wall, one), opening_span(wall, other)
    heights = (one.sill, one.sill + one.height), (other.sill, other.sill + other.height)
    return spans[0] is not None and spans[1] is not None and _meet(spans[0], spans[1]) and _meet(*heights)


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] + LEAST_BACK_MM and other[0] < one[1] + LEAST_BACK_MM
