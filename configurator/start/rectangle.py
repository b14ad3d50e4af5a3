"""A rectangular room from its inner width and length, with a door: what a customer has typed, drawn."""

from __future__ import annotations

from configurator.db import new_id
from rooms.description import Document

LEAST_MM, MOST_MM = 500, 50_000
WALL_MM = 120
DOOR_MM = 900  # a clear width of 800 as for a room's door, Polish technical conditions §75 (not yet verified in force)

OUTWARD = ("bathroom", "toilet")
"""Where the door opens out of the room, Polish technical conditions §79 (not yet verified in force)."""


def draw(width_mm: int, length_mm: int, *, use: str = "", on_level: str | None = None, left_mm: int = 0) -> Document:
    """The `set` of one edit: a level, four walls around the inner size, a door in the lower one, the room's label.

    A plan that has something already gives its level, and how far from the left there is room.
    """
    drawn = {} if on_level else empty()
    level, label, door = on_level or next(iter(drawn)).split("/")[1], _id("r"), _id("o")
    walls = [_id("w") for _ in range(4)]
    half = WALL_MM // 2
    corners = [
        [left_mm - half, -half],
        [left_mm + width_mm + half, -half],
        [left_mm + width_mm + half, length_mm + half],
        [left_mm - half, length_mm + half],
    ]
    for place, wall in enumerate(walls):
        ends = {"a": corners[place], "b": corners[(place + 1) % 4]}
        drawn[f"walls/{wall}"] = {"level": level, "thickness": WALL_MM} | ends
    if width_mm >= DOOR_MM + 200:
        offset = max(half + 50, min(half + 300, width_mm + half - DOOR_MM - 50))
        opens = "left" if use in OUTWARD else "right"
        leaf = {"width": DOOR_MM, "kind": "door", "opens": opens}
        drawn[f"openings/{door}"] = {"wall": walls[2], "offset": offset} | leaf
    drawn[f"rooms/{label}"] = {"level": level, "at": [left_mm + width_mm // 2, length_mm // 2], "name": "", "use": use}
    return drawn


def empty() -> Document:
    """The `set` of an edit that makes room for walls: a level alone."""
    return {f"levels/{_id('l')}": {"name": "", "elevation": 0, "height": 2600}}


def _id(letter: str) -> str:
    return letter + new_id()[:10]
