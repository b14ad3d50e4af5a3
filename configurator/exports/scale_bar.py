"""A bar that proves a drawing's scale: so many metres of the room on this paper."""

from __future__ import annotations

from rooms.drawing import svg
from rooms.drawing.lettering import text
from rooms.drawing.paper import FINE, INK, WHITE

BARS = {20: (1, 4), 25: (1, 4), 50: (2, 4), 100: (5, 5), 200: (10, 5)}
"""Its length in metres and its fields, by scale."""
HIGH, CAP, MARGIN = 1.4, 1.9, 1.5
"""Heights of the bar and of its letters, and the white around them, in mm on paper."""


def scale_bar(scale: int) -> str:
    """An SVG document whose unit is the millimetre of paper; for the scales of BARS."""
    metres, fields = BARS[scale]
    field = metres * 1000 / scale / fields
    width, base = fields * field + 2 * MARGIN + 6, CAP + HIGH + 2 * MARGIN
    boxes = (
        svg.element(
            "rect",
            x=MARGIN + place * field,
            y=base - MARGIN - HIGH,
            width=field,
            height=HIGH,
            fill=WHITE if place % 2 else INK,
            stroke=INK,
            stroke_width=FINE,
        )
        for place in range(fields)
    )
    above = base - MARGIN - HIGH - 0.9
    return svg.document(
        *boxes,
        text("0", (MARGIN, above), CAP),
        text(f"{metres} m", (MARGIN + fields * field, above), CAP),
        viewBox=f"0 0 {svg.number(width)} {svg.number(base)}",
        width=f"{svg.number(width)}mm",
        height=f"{svg.number(base)}mm",
    )
