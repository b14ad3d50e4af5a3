"""A room to count and measure in: 4900 × 3900 mm inside, walls 100 thick and 2600 high, a door and a window."""

from __future__ import annotations

from typing import Any

from rooms.plan import Plan

WALLS = {
    "w1": ([0, 0], [5000, 0]),
    "w2": ([5000, 0], [5000, 4000]),
    "w3": ([5000, 4000], [0, 4000]),
    "w4": ([0, 4000], [0, 0]),
}


def rectangle(**collections: Any) -> Plan:
    """The walls of the room, w1 above and then clockwise, the room on their right, and whatever else is given."""
    walls = {id_: {"level": "l1", "a": a, "b": b, "thickness": 100} for id_, (a, b) in WALLS.items()}
    openings = {
        "o1": {"wall": "w3", "offset": 1000, "width": 900, "height": 2000, "kind": "door", "opens": "right"},
        "o2": {"wall": "w1", "offset": 2000, "width": 1000, "height": 1000, "sill": 900, "kind": "window"},
    }
    return Plan.read(
        {
            "version": 1,
            "levels": {"l1": {"height": 2600}},
            "walls": walls,
            "openings": openings,
            "rooms": {"r1": {"level": "l1", "at": [2500, 2000], "name": "Salon"}},
        }
        | collections
    )
