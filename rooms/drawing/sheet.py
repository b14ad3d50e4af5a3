"""Pages to print: a drawing at its true scale, on one page or cut over several, for a frame to go around."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from rooms.drawing import svg
from rooms.drawing.drawing import Drawing
from rooms.drawing.paper import A4, FAINT, FINE, Page
from rooms.drawing.svg import Svg

OVERLAP = 10.0
"""How much of the drawing two neighbouring pages share, in mm on paper as all here."""


@dataclass(frozen=True)
class Sheet:
    """The inner part of one page, an SVG whose unit is the millimetre of paper: number so of so many."""

    svg: str
    page: Page
    number: int
    count: int


def sheets(drawing: Drawing, paper: Page = A4) -> tuple[Sheet, ...]:
    """The drawing on as few pages as its scale allows, upright or across as the drawing is, row by row."""
    turned = min(
        (paper, paper.across),
        key=lambda one: (len(_windows(drawing, one)), one.is_across != (drawing.frame.width > drawing.frame.height)),
    )
    windows = _windows(drawing, turned)
    return tuple(
        Sheet(_page(drawing, turned, window, cut=len(windows) > 1), turned, number, len(windows))
        for number, window in enumerate(windows, start=1)
    )


def _windows(drawing: Drawing, page: Page) -> list[svg.Point]:
    """The upper left corner of each page's part of the drawing, in mm on paper from the frame's; all in its middle."""
    lefts, tops = (
        _starts(side / drawing.paper.scale, inner)
        for side, inner in zip((drawing.frame.width, drawing.frame.height), page.inner, strict=True)
    )
    return [(left, top) for top in tops for left in lefts]


def _starts(whole: float, part: float) -> list[float]:
    count = max(ceil((whole - OVERLAP) / (part - OVERLAP)), 1)
    covered = count * (part - OVERLAP) + OVERLAP
    return [(whole - covered) / 2 + place * (part - OVERLAP) for place in range(count)]


def _page(drawing: Drawing, page: Page, window: svg.Point, *, cut: bool) -> str:
    wide, high = page.inner
    return svg.document(
        *drawing.words,
        _placed(drawing, window),
        *([_edge(page)] if cut else []),
        viewBox=f"0 0 {svg.number(wide)} {svg.number(high)}",
        width=f"{svg.number(wide)}mm",
        height=f"{svg.number(high)}mm",
        overflow="hidden",
        role="img",
    )


def _edge(page: Page) -> Svg:
    """Where the page is cut to be joined to its neighbours."""
    wide, high = page.inner
    return svg.element("rect", width=wide, height=high, fill="none", stroke=FAINT, stroke_width=FINE)


def _placed(drawing: Drawing, window: svg.Point) -> Svg:
    """The drawing, scaled down, with the window's corner at the origin."""
    scale = drawing.paper.scale
    x, y = (-corner - start / scale for corner, start in zip(window, (drawing.frame.x, drawing.frame.y), strict=True))
    return svg.element("g", *drawing.layers, transform=f"translate({x:.4f} {y:.4f}) scale({1 / scale:.6g})")
