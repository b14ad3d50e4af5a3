"""Sheets of one drawing each, as the templates place them: the picture, its scale with a bar, and which part it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from configurator.exports.pictures import drawing_url
from configurator.exports.scale_bar import scale_bar
from configurator.exports.subject import Subject
from rooms.drawing.drawing import Drawing, Wishes
from rooms.drawing.paper import SCALES, Page
from rooms.drawing.sheet import sheets

ROOMIEST = 50
"""The smallest scale that a table below a drawing may cost it."""


@dataclass(frozen=True)
class Picture:
    """A sheet as an address that holds it, with its words for whoever cannot see it; `across` tells how it lies.

    `part` is empty unless the drawing takes several sheets.
    """

    url: str
    alt: str
    scale: int
    part: str
    across: bool

    @property
    def bar_url(self) -> str:
        return drawing_url(scale_bar(self.scale))


def pictures_of(subject: Subject, drawing: Drawing) -> Iterator[Picture]:
    """On the paper that the subject asks for."""
    scale = drawing.paper.scale
    for one in sheets(drawing, subject.page):
        part = subject.t("documents.part", number=one.number, count=one.count) if one.count > 1 else ""
        yield Picture(drawing_url(one.svg), _alt(subject, drawing), scale, part, one.page.is_across)


def pictures_over(subject: Subject, draw: Callable[[Wishes], Drawing], below_mm: float) -> Iterator[Picture]:
    """The drawing with so much of the sheet left below it for a table, where that costs no more than a scale or two."""
    for scale in (scale for scale in SCALES if scale <= ROOMIEST):
        drawing = draw(subject.wishes(scale))
        for page in _by_shape(subject.page, drawing):
            wide, high = page.inner
            if drawing.frame.width <= wide * scale and drawing.frame.height <= (high - below_mm) * scale:
                yield Picture(drawing_url(drawing.document()), _alt(subject, drawing), scale, "", page.is_across)
                return
    yield from pictures_of(subject, draw(subject.wishes()))


def _by_shape(page: Page, drawing: Drawing) -> list[Page]:
    """Laid as the drawing is first."""
    is_wide = drawing.frame.width > drawing.frame.height
    return sorted((page, page.across), key=lambda one: one.is_across != is_wide)


def _alt(subject: Subject, drawing: Drawing) -> str:
    scale = subject.t("documents.at_scale", scale=drawing.paper.scale)
    return ". ".join(filter(None, (drawing.title, scale, drawing.about)))
