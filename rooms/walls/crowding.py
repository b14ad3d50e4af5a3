"""How many walls of a plan meet one another: what finding its rooms costs."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from rooms.description import Document

Point = Sequence[int]

FEW_WALLS = 300
"""So many can meet 22 500 times at most, which takes three seconds."""
MOST_MEETINGS = 30_000
"""A grid of 2 000 walls between its crossings has 6 000; the same lines drawn through would enclose a million rooms."""


def is_too_crowded(document: Document) -> bool:
    """Whether the walls of some level meet more often than MOST_MEETINGS."""
    walls = document.get("walls", {}).values()
    if len(walls) <= FEW_WALLS:
        return False
    levels: dict[str, list[tuple[Point, Point]]] = {}
    for wall in walls:
        levels.setdefault(wall["level"], []).append((wall["a"], wall["b"]))
    return any(_meetings(lines) > MOST_MEETINGS for lines in levels.values())


def _meetings(lines: Sequence[Sequence[Point]]) -> int:
    """Pairs of walls whose centre lines touch or cross."""
    drawn = [shapely.LineString(line) for line in lines]
    one, other = shapely.STRtree(drawn).query(drawn, predicate="intersects")
    return sum(first < second for first, second in zip(one, other, strict=True))
