"""Sheets of one drawing each, as the templates place them: the picture, its scale with a bar, and which part it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from configurator.exports.pictures import drawing_url
from configurator.exports.scale_bar import scale_bar
from configurator.exports.subject import Subject
from rooms.drawing.drawing import Drawing
from rooms.drawing.sheet import sheets


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
    alt = ". ".join(filter(None, (drawing.title, subject.t("documents.at_scale", scale=scale), drawing.about)))
    for one in sheets(drawing, subject.page):
        part = subject.t("documents.part", number=one.number, count=one.count) if one.count > 1 else ""
        yield Picture(drawing_url(one.svg), alt, scale, part, one.page.is_across)
