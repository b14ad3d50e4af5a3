"""Names for the walls of a room, A, B, C … in the order in which they run about it, as drawings and lists call them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rooms.description import COLLECTIONS
from rooms.outline import Room
from rooms.outline.boundary import Edge
from rooms.walls.vector import length, minus

LEAST_MM = 300
"""A shorter jog needs no name."""
SIDES = ("left", "right")


@dataclass(frozen=True)
class LetteredSide:
    """One side of one wall as the room sees it; in more than one stretch where something stands against it."""

    letter: str
    wall: str
    side: str
    edges: tuple[Edge, ...]

    @property
    def length_mm(self) -> float:
        return sum(map(edge_length_mm, self.edges))


def lettered(room: Room) -> tuple[LetteredSide, ...]:
    """The room's wall sides, clockwise from its topmost corner; a wall side that returns keeps its letter.

    Columns and shafts have none.
    """
    by_side: dict[tuple[str, str], list[Edge]] = {}
    for edge in room.boundary:
        if edge.side in SIDES and edge.wall.startswith(COLLECTIONS["walls"]["letter"]):
            by_side.setdefault((edge.wall, edge.side), []).append(edge)
    named = [(side, edges) for side, edges in by_side.items() if sum(map(edge_length_mm, edges)) >= LEAST_MM]
    return tuple(
        LetteredSide(letter(place), wall, side, tuple(edges)) for place, ((wall, side), edges) in enumerate(named)
    )


def letter_of(sides: Iterable[LetteredSide], wall: str, side: str) -> str | None:
    return next((one.letter for one in sides if (one.wall, one.side) == (wall, side)), None)


def letter(place: int) -> str:
    """A to Z, then AA, AB …"""
    more, last = divmod(place, 26)
    return (letter(more - 1) if more else "") + chr(ord("A") + last)


def edge_length_mm(edge: Edge) -> float:
    return sum(length(minus(q, p)) for p, q in pairwise(edge.points))
