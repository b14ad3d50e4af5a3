"""The draughtsman's pens: cut, visible, fine and dashed lines over path data, at the weights of the paper."""

from __future__ import annotations

from dataclasses import dataclass

from rooms.drawing import svg
from rooms.drawing.paper import FAINT, INK, Paper
from rooms.drawing.svg import Svg


@dataclass(frozen=True)
class Pen:
    """Each method draws one path; of no path data it draws nothing."""

    paper: Paper
    ink: str = INK

    def cut(self, d: str, fill: str | None = None) -> Svg:
        return self._stroke(d, self.paper.cut, fill)

    def visible(self, d: str, fill: str | None = None) -> Svg:
        return self._stroke(d, self.paper.visible, fill)

    def fine(self, d: str, fill: str | None = None) -> Svg:
        return self._stroke(d, self.paper.fine, fill)

    def hatch(self, d: str) -> Svg:
        """Joints and the like, which must not compete with outlines or letters."""
        return self._stroke(d, self.paper.fine, None, stroke=FAINT)

    def dashed(self, d: str, ink: str | None = None) -> Svg:
        return self._stroke(d, self.paper.fine, None, stroke_dasharray=self.paper.dashes, stroke=ink)

    def filled(self, d: str, fill: str) -> Svg:
        return svg.element("path", d=d, fill=fill, stroke="none") if d else svg.NOTHING

    def layer(self, name: str, *drawn: Svg) -> Svg:
        """Strokes of one concern, with what they all share written once."""
        return svg.layer(
            name,
            *drawn,
            fill="none",
            fill_rule="evenodd",
            stroke=self.ink,
            stroke_linejoin="miter",
            stroke_miterlimit=4,
        )

    def _stroke(self, d: str, width: float, fill: str | None, **more: str | None) -> Svg:
        return svg.element("path", d=d, stroke_width=width, fill=fill, **more) if d else svg.NOTHING
