"""The painted photo to keep or to send: under it a strip with its colours by name, and whether it is only near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flask import render_template
from PIL import Image

from configurator.i18n import language
from configurator.photos import finding, painting
from configurator.photos.marks import Wall
from rooms.exchange.pdfium import open_pdf
from samples.deck import Deck

ROW_PX, HEAD_PX = 84, 76
COLUMN_PX = 420


@dataclass(frozen=True)
class Colour:
    """A paint of the photo, as the strip names it."""

    hex: str
    name: str
    code: str
    is_approximate: bool


def with_strip(jpeg: bytes, walls: Sequence[Wall], deck: Deck, heading: str) -> bytes:
    """The photo as painted, as a JPEG, on the strip."""
    picture = painting.painted(finding.ready(jpeg), walls, deck)
    strip = _strip(colours(walls, deck), heading, picture.shape[1])
    return painting.encoded(np.concatenate([picture, np.asarray(strip)]), painting.KEPT_QUALITY)


def colours(walls: Sequence[Wall], deck: Deck) -> list[Colour]:
    """The paints on the photo, each once, in the order of the walls."""
    found: dict[str, Colour] = {}
    for wall in walls:
        code = wall["paint"] or ""
        name, shade = deck.name_of(code), deck.hex_of(code)
        if name and shade:
            near = painting.is_approximate(wall) or (code in found and found[code].is_approximate)
            found[code] = Colour(shade, name[language()], code, near)
    return list(found.values())


def _strip(shown: Sequence[Colour], heading: str, width: int) -> Image.Image:
    from configurator.exports.press import print_html  # imported here: see there

    columns = max(1, width // COLUMN_PX)
    height = HEAD_PX + ROW_PX * -(-len(shown) // columns)
    html = render_template(
        "photos/strip.html",
        colours=shown,
        heading=heading,
        width=width,
        height=height,
        columns=columns,
        is_approximate=any(one.is_approximate for one in shown),
    )
    with open_pdf(print_html(html).pdf) as pdf:
        return pdf.picture(0, (width, height)).convert("RGB").resize((width, height))
