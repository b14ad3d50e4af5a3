"""What painting takes besides paint: tools, and what covers and masks the rest of the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samples.colour.words import Said

ROLL_OF_TAPE_MM = 50_000
SHEET_OF_FOIL_MM2 = 20_000_000
TRAY_HOLDS_COLOURS = 1
ONE_ROLLER_MM2 = 60_000_000
"""One roller is enough for about 60 m² of two coats; then its nap is worn."""
USUAL_EDGES = 4.0
"""Edges to mask for each square root of the area, where the room's own edges are not known."""

TOOLS: Mapping[str, Said] = {
    "roller": {"pl": "wałek do farb emulsyjnych, 25 cm", "en": "roller for emulsion paint, 25 cm"},
    "small_roller": {"pl": "mały wałek do narożników, 10 cm", "en": "small roller for corners, 10 cm"},
    "brush": {"pl": "pędzel kątowy, 50 mm", "en": "angled brush, 50 mm"},
    "tray": {"pl": "kuweta malarska", "en": "paint tray"},
    "tape": {"pl": "taśma malarska, rolka 50 m", "en": "masking tape, a roll of 50 m"},
    "foil": {"pl": "folia ochronna, 20 m²", "en": "dust sheet, 20 m²"},
    "stirrer": {"pl": "mieszadło do farby", "en": "paint stirrer"},
}


@dataclass(frozen=True)
class Tool:
    key: str
    count: int

    @property
    def name(self) -> Said:
        return TOOLS[self.key]


def tools_for(wall_mm2: int, edges_mm: int | None = None, floor_mm2: int | None = None) -> tuple[Tool, ...]:
    """What to have at hand for so much wall; the tape by the edges to mask, the foil by the floor, both rounded up.

    Without the room's own edges and floor they are judged from the wall's area.
    """
    edges_mm = edges_mm if edges_mm is not None else int(USUAL_EDGES * wall_mm2**0.5)
    floor_mm2 = floor_mm2 if floor_mm2 is not None else wall_mm2 // 3
    counts = {
        "roller": -(-wall_mm2 // ONE_ROLLER_MM2),
        "small_roller": 1,
        "brush": 1,
        "tray": TRAY_HOLDS_COLOURS,
        "tape": -(-edges_mm // ROLL_OF_TAPE_MM),
        "foil": -(-floor_mm2 // SHEET_OF_FOIL_MM2),
        "stirrer": 1,
    }
    return tuple(Tool(key, max(1, count)) for key, count in counts.items())
