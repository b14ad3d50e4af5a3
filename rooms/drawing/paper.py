"""The sheet of paper behind a drawing: its scale, the draughtsman's line weights, sizes of letters, and inks.

Line weights and letter heights are those of technical drawings (ISO 128 and ISO 3098), in millimetres on paper.
"""

from __future__ import annotations

from dataclasses import dataclass

SCALES = (20, 25, 50, 100)
"""The scales a plan is drawn at when nobody chooses; the largest that fits the page is taken."""

CUT, VISIBLE, FINE = 0.5, 0.25, 0.13

INK = "#161616"
QUIET = "#5c5c5c"
FAINT = "#8f8f8f"
POCHE = "#3d3d3d"
SHADE = "#ececec"
WHITE = "#ffffff"

FAMILY = "Inter, 'Liberation Sans', Arial, sans-serif"
CAP_HEIGHT = 0.73
"""Height of a capital as a share of the font's size, in the faces above."""


@dataclass(frozen=True)
class Page:
    """A sheet to print on, in mm.

    `content` is what lies inside its frame above the title block; `inner` what the heading there leaves to one drawing.
    """

    width: float
    height: float

    @property
    def across(self) -> Page:
        return Page(self.height, self.width)

    @property
    def is_across(self) -> bool:
        return self.width > self.height

    @property
    def content(self) -> tuple[float, float]:
        around = 2 * (PAGE_MARGIN + PADDING)
        return self.width - around, self.height - around - TITLE_BLOCK

    @property
    def inner(self) -> tuple[float, float]:
        wide, high = self.content
        return wide, high - HEADING


PAGE_MARGIN, PADDING, TITLE_BLOCK, HEADING = 10.0, 3.0, 16.0, 10.0
"""As `static/css/pdf/` lays its drawing pages out."""
A4, A3 = Page(210, 297), Page(297, 420)
PAPERS = {"a4": A4, "a3": A3}


@dataclass(frozen=True)
class Paper:
    """Paper at 1 : scale. Every measure it gives is in mm of the plan."""

    scale: int

    def __post_init__(self) -> None:
        if self.scale < 1:
            raise ValueError("a scale is a whole number from 1 up")

    def mm(self, on_paper: float) -> float:
        return on_paper * self.scale

    @property
    def cut(self) -> float:
        return self.mm(CUT)

    @property
    def visible(self) -> float:
        return self.mm(VISIBLE)

    @property
    def fine(self) -> float:
        return self.mm(FINE)

    @property
    def dashes(self) -> str:
        """What lies above the cut, or behind something."""
        return f"{self.mm(1.6):g} {self.mm(0.9):g}"


def letters_width(text: str, cap_mm: float) -> float:
    """How wide a line of text runs, estimated a little generously, in the unit of the capital's height."""
    return sum(_share(letter) for letter in text) * cap_mm / CAP_HEIGHT


def _share(letter: str) -> float:
    if letter in " ,.:;'|!ijlt()[]/\u00a0":
        return 0.32
    if letter in "mwMW@%—" or letter > "\u1100":
        return 1.0
    return 0.72 if letter.isupper() else 0.62


PAPERS = {"a4": A4, "a3": A3}
