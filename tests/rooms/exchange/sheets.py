"""A developer's sheet made of our own drawing: printed as a PDF, and photographed from aside in uneven light."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from weasyprint import HTML

from rooms.drawing.plan import draw_plan
from rooms.plan import Plan

PAPER_MM = (297, 210)
DRAWING_MM = (45, 30)
"""Where the drawing's upper left corner lies on the paper."""
PHOTO = (2400, 1800)
FOCAL = 1900.0
Point = tuple[float, float]

PAGE = (
    "<style>@page {{ size: 297mm 210mm; margin: 0 }} body {{ margin: 0; background: white }} section {{ height: 210mm;"
    " position: relative; break-after: page; font: 20mm serif }} svg {{ position: absolute; left: 45mm; top: 30mm }}"
    "</style><section>Opis</section><section>{drawing}</section><section>Warunki</section>"
)


@dataclass(frozen=True)
class PlanSheet:
    """A plan on paper: `pdf` has it on the second of three pages; `scale` mm of the plan are one of paper."""

    pdf: bytes
    origin: Point
    scale: int

    def on_paper(self, point: Point) -> Point:
        """The place of a plan point on the paper, mm."""
        x, y = ((value - start) / self.scale for value, start in zip(point, self.origin, strict=True))
        return x + DRAWING_MM[0], y + DRAWING_MM[1]


def printed(plan: Plan, scale: int = 50) -> PlanSheet:
    drawing = draw_plan(plan, scale=scale)
    left, top, *_ = (float(value) for value in drawing.split('viewBox="')[1].split('"')[0].split())
    return PlanSheet(HTML(string=PAGE.format(drawing=drawing)).write_pdf(), (left, top), scale)


@dataclass(frozen=True)
class Photo:
    """The sheet's second page seen by a camera that is tilted and turned against it, degrees."""

    sheet: PlanSheet
    tilt: float = 28
    turn: float = -22

    def seen(self, paper_mm: Point) -> Point:
        """Where a place of the paper is in the photo, px: what a finger would point at."""
        a, b = math.radians(self.tilt), math.radians(self.turn)
        x, y = ((value - side / 2) / PAPER_MM[0] for value, side in zip(paper_mm, PAPER_MM, strict=True))
        y, z = y * math.cos(a), y * math.sin(a)
        x, z = x * math.cos(b) + z * math.sin(b), -x * math.sin(b) + z * math.cos(b) + 1.15
        return PHOTO[0] / 2 + FOCAL * x / z, PHOTO[1] / 2 + FOCAL * y / z

    @property
    def corners(self) -> list[Point]:
        wide, high = PAPER_MM
        return [self.seen(corner) for corner in ((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))]

    def jpeg(self) -> bytes:
        """The photo: on a dark table, shaded to one side, a little out of focus, with noise."""
        page = pypdfium2.PdfDocument(self.sheet.pdf)[1].render(scale=4).to_pil().convert("RGB")
        flat = [(0.0, 0.0), (page.width, 0.0), (page.width, page.height), (0.0, page.height)]
        paper = page.transform(PHOTO, Image.Transform.PERSPECTIVE, _map(self.corners, flat), Image.Resampling.BICUBIC)
        mask = Image.new("L", page.size, 255).transform(
            PHOTO, Image.Transform.PERSPECTIVE, _map(self.corners, flat), Image.Resampling.BICUBIC
        )
        seen = Image.composite(paper, Image.new("RGB", PHOTO, (92, 84, 76)), mask).filter(ImageFilter.GaussianBlur(1.2))
        light = np.linspace(1.0, 0.55, PHOTO[0])[None, :, None] * np.linspace(0.95, 0.8, PHOTO[1])[:, None, None]
        noise = np.random.default_rng(7).normal(0, 5, (PHOTO[1], PHOTO[0], 3))
        shaded = np.clip(np.asarray(seen) * light + noise, 0, 255).astype(np.uint8)
        written = io.BytesIO()
        Image.fromarray(shaded).save(written, "JPEG", quality=80)
        return written.getvalue()


def _map(seen: list[Point], flat: list[Point]) -> list[float]:
    """The eight numbers by which Pillow finds for each place of the photo the place of the flat page."""
    rows, wanted = [], []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return [float(value) for value in np.linalg.solve(np.array(rows), np.array(wanted))]
