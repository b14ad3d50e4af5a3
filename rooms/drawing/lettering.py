"""Words and figures on a drawing: numbers as the reader's language writes them, and text elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rooms.drawing import svg
from rooms.drawing.paper import CAP_HEIGHT, FAMILY, INK
from rooms.drawing.svg import Point, Svg

UNITS: Mapping[str, int] = {"cm": 10, "mm": 1}


@dataclass(frozen=True)
class Figures:
    """Numbers in a language ("pl" or "en") and lengths in a unit ("cm" or "mm")."""

    language: str
    unit: str = "cm"

    def length(self, mm: float) -> str:
        """A bare figure to the whole mm, as dimensions have: 412 mm is 41,2 in centimetres."""
        whole, rest = divmod(int(mm + 0.5), UNITS[self.unit])
        return f"{whole}{self._mark}{rest}" if rest else str(whole)

    def sides(self, width_mm: float, height_mm: float) -> str:
        """Two lengths and their unit: 520 × 400 cm."""
        return f"{self.length(width_mm)} × {self.length(height_mm)} {self.unit}"

    def area(self, mm2: float) -> str:
        """Square metres to the hundredth: 20,80 m²."""
        hundredths = int(mm2 / 10_000 + 0.5)
        return f"{hundredths // 100}{self._mark}{hundredths % 100:02d} m²"

    @property
    def _mark(self) -> str:
        return "," if self.language == "pl" else "."


def text(
    said: str,
    at: Point,
    cap_mm: float,
    *,
    anchor: str = "middle",
    turn: float = 0,
    fill: str = INK,
    weight: int | None = None,
) -> Svg:
    """A line of text on its base line, with capitals `cap_mm` of the plan high, turned clockwise by degrees."""
    return svg.element(
        "text",
        svg.words(said),
        x=at[0],
        y=at[1],
        font_size=cap_mm / CAP_HEIGHT,
        font_family=FAMILY,
        font_weight=weight,
        text_anchor=anchor,
        fill=fill,
        stroke="none",
        transform=f"rotate({svg.number(turn)} {svg.at(at)})" if turn else None,
    )
