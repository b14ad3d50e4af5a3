"""A finished drawing: its frame in mm of the plan, its scale, its words and its layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rooms.drawing import svg
from rooms.drawing.coats import Marks, Paints, no_marks, no_paints
from rooms.drawing.lettering import Figures
from rooms.drawing.paper import A4, SCALES, Page, Paper
from rooms.drawing.pen import Pen
from rooms.drawing.svg import Point, Svg
from rooms.things.body import Bodies

MARGIN = 3.0
"""White on each side, in mm on paper."""
EMPTY_MM = (0.0, 0.0, 4000.0, 3000.0)


@dataclass(frozen=True)
class Frame:
    """A rectangle of the drawing, in mm of the plan."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, points: Iterable[Point], margin_mm: float) -> Frame:
        """The frame that holds the points; of nothing, an empty sheet of 4 × 3 m."""
        held = list(points)
        xs, ys = [x for x, _y in held], [y for _x, y in held]
        x, y, x_to, y_to = (min(xs), min(ys), max(xs), max(ys)) if held else EMPTY_MM
        return cls(x - margin_mm, y - margin_mm, x_to - x + 2 * margin_mm, y_to - y + 2 * margin_mm)

    @property
    def corners(self) -> tuple[Point, Point]:
        return (self.x, self.y), (self.x + self.width, self.y + self.height)

    @property
    def upper_right(self) -> Point:
        return self.x + self.width, self.y

    @property
    def view_box(self) -> str:
        return " ".join(map(svg.number, (self.x, self.y, self.width, self.height)))

    def fits(self, page: Page, scale: int) -> bool:
        """Whether the page, upright or across, holds the frame at 1 : scale."""
        return any(
            self.width <= turned.inner[0] * scale and self.height <= turned.inner[1] * scale
            for turned in (page, page.across)
        )


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What a drawing shall look like.

    `paints` tells the colours of paint codes, `mark_of` by what mark a legend tells of a finish; `unit` ("cm" or "mm")
    is that of the lengths written; without a `scale` the largest usual one is taken at which all fits on one `page`.
    `bodies` are the outlines of products' own models.
    """

    paints: Paints = no_paints
    mark_of: Marks = no_marks
    language: str = "pl"
    unit: str = "cm"
    scale: int | None = None
    dimensions: bool = True
    page: Page = A4
    bodies: Bodies = field(default_factory=dict)

    @property
    def figures(self) -> Figures:
        return Figures(self.language, self.unit)

    def pen(self, frame_of: Callable[[Pen], Frame]) -> Pen:
        """The pen at the scale wished, or at the largest usual one whose frame, letters and all, fits the page."""
        scales = SCALES if self.scale is None else (self.scale,)
        pens = [Pen(Paper(scale)) for scale in scales]
        return next((pen for pen in pens if frame_of(pen).fits(self.page, pen.paper.scale)), pens[-1])


@dataclass(frozen=True)
class Drawing:
    frame: Frame
    paper: Paper
    title: str
    about: str
    layers: tuple[Svg, ...]

    def document(self) -> str:
        """The whole drawing as one SVG, its width and height on paper true to scale."""
        return svg.document(
            *self.words,
            *self.layers,
            viewBox=self.frame.view_box,
            width=f"{svg.number(self.frame.width / self.paper.scale)}mm",
            height=f"{svg.number(self.frame.height / self.paper.scale)}mm",
            role="img",
            data_scale=self.paper.scale,
        )

    @property
    def words(self) -> tuple[Svg, Svg]:
        """What somebody who cannot see the drawing is told."""
        return svg.element("title", svg.words(self.title)), svg.element("desc", svg.words(self.about))
