"""What openings take of a face: their rectangles as far as they lie on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rooms.entities import Opening, Wall
from rooms.outline.boundary import Edge
from rooms.surfaces.heights import Rectangle, Top, height_at
from rooms.walls import opening_span
from rooms.walls.niches import opens_on
from rooms.walls.polygon import fine


@dataclass(frozen=True)
class Cut:
    """What an opening takes of a face, mm: along the wall from a, and above the floor."""

    opening: str
    from_mm: float
    to_mm: float
    z_from: float
    z_to: float

    @property
    def middle_mm(self) -> float:
        return (self.from_mm + self.to_mm) / 2

    @property
    def rectangle(self) -> Rectangle:
        return self.from_mm, self.to_mm, self.z_from, self.z_to


def cuts_of(wall: Wall, edge: Edge, top: Top, openings: Iterable[Opening]) -> Iterator[Cut]:
    """The openings that are seen in the face of the edge's side."""
    for opening in openings:
        span = opening_span(wall, opening) or (0.0, 0.0)
        low, high = max(span[0], edge.from_mm), min(span[1], edge.to_mm)
        reach = max(height_at(top, low), height_at(top, high))
        if low < high and opening.sill < reach and opens_on(opening, edge.side):
            yield Cut(opening.id, fine(low), fine(high), opening.sill, min(opening.sill + opening.height, reach))
