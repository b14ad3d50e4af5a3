"""Pages to print: a drawing at its true scale, on one page or cut over several, with a bar that proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from rooms.drawing import svg
from rooms.drawing.drawing import Drawing
from rooms.drawing.lettering import text
from rooms.drawing.paper import A4, FAINT, FINE, INK, PAGE_MARGIN, QUIET, WHITE, Page
from rooms.drawing.svg import Svg

OVERLAP = 10.0
"""How much of the drawing two neighbouring pages share, in mm on paper as all here."""
BARS = {20: (1, 4), 50: (2, 4), 100: (5, 5)}
"""The scale bar's length in metres and its fields, by scale."""
BAR_HIGH = 1.6
CAP = 2.2
WORDS = {"pl": "Arkusz {} z {}", "en": "Sheet {} of {}"}


@dataclass(frozen=True)
class Sheet:
    """One page: an SVG whose unit is the millimetre of paper."""

    svg: str
    page: Page


def sheets(drawing: Drawing, paper: Page = A4, language: str = "pl") -> tuple[Sheet, ...]:
    """The drawing on as few pages as its scale allows, upright or across, row by row."""
    turned = min((paper, paper.across), key=lambda one: len(_windows(drawing, one)))
    windows = _windows(drawing, turned)
    pages = (
        _page(drawing, turned, window, WORDS[language].format(number, len(windows)), cut=len(windows) > 1)
        for number, window in enumerate(windows, start=1)
    )
    return tuple(Sheet(page, turned) for page in pages)


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


def _page(drawing: Drawing, page: Page, window: svg.Point, number: str, *, cut: bool) -> str:
    wide, high = page.inner
    return svg.document(
        *drawing.words,
        svg.element("rect", width=page.width, height=page.height, fill=WHITE),
        svg.element(
            "svg",
            _placed(drawing, window),
            *([_edge(page)] if cut else []),
            x=PAGE_MARGIN,
            y=PAGE_MARGIN,
            width=wide,
            height=high,
            viewBox=f"0 0 {svg.number(wide)} {svg.number(high)}",
            overflow="hidden",
        ),
        svg.layer("foot", *_foot(drawing, page, number)),
        viewBox=f"0 0 {svg.number(page.width)} {svg.number(page.height)}",
        width=f"{svg.number(page.width)}mm",
        height=f"{svg.number(page.height)}mm",
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


def _foot(drawing: Drawing, page: Page, number: str) -> Iterator[Svg]:
    """Below the drawing: its title and scale, the bar, the page's number."""
    base = page.height - PAGE_MARGIN
    yield from _bar(drawing.paper.scale, PAGE_MARGIN, base)
    yield text(drawing.title, (page.width / 2, base), CAP, fill=INK)
    yield text(number, (page.width - PAGE_MARGIN, base), CAP, anchor="end", fill=QUIET)


def _bar(scale: int, left: float, base: float) -> Iterator[Svg]:
    metres, fields = BARS.get(scale, (max(scale // 20, 1), 5))
    field = metres * 1000 / scale / fields
    for place in range(fields):
        fill = WHITE if place % 2 else INK
        yield svg.element(
            "rect",
            x=left + place * field,
            y=base - BAR_HIGH,
            width=field,
            height=BAR_HIGH,
            fill=fill,
            stroke=INK,
            stroke_width=FINE,
        )
    yield text("0", (left, base - BAR_HIGH - 1), CAP * 0.8)
    yield text(f"{metres} m", (left + fields * field, base - BAR_HIGH - 1), CAP * 0.8)
    yield text(f"1:{scale}", (left + fields * field + 4, base), CAP, anchor="start")
