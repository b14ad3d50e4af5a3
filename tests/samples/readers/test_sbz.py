"""Swatch books: colours of several models, and archives that want to be unpacked without end."""

import io
import zipfile

import pytest

from samples import readers
from samples.colour.difference import delta_e
from samples.fault import Fault
from samples.readers import sbz
from samples.swatch import print_lab, rgb_lab


def book(*colours: str, member: str = sbz.MEMBER) -> bytes:
    said = "".join(f"<color><metadata><dc:title>Wrzos</dc:title></metadata>{one}</color>" for one in colours)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        text = f'<SwatchBook xmlns:dc="http://purl.org/dc/elements/1.1/"><materials>{said}</materials></SwatchBook>'
        archive.writestr(member, text)
    return written.getvalue()


@pytest.mark.parametrize(
    ("values", "lab", "approximate"),
    [
        ('<values model="Lab">60 20 -10</values>', print_lab(60, 20, -10), False),
        ('<values model="RGB" space="sRGB">0.5 0.4 0.3</values>', rgb_lab((0.5, 0.4, 0.3)), False),
        ('<values model="RGB">0.5 0.4 0.3</values>', rgb_lab((0.5, 0.4, 0.3)), True),
        ('<values model="XYZ">48.211 50 41.2605</values>', print_lab(76.0693, 0, 0), False),
        ('<values model="HSV" space="sRGB">0.5 1 1</values>', rgb_lab((0, 1, 1)), True),
        ('<values model="HLS">0 0.25 1</values>', rgb_lab((0.5, 0, 0)), True),
        ('<values model="CMY">0.5 0.6 0.7</values>', rgb_lab((0.5, 0.4, 0.3)), True),
        ('<values model="CMYK">0 0 0 0</values><values model="Lab">60 20 -10</values>', print_lab(60, 20, -10), False),
    ],
)
def test_a_colour_is_told_by_its_surest_model(values: str, lab: tuple[float, ...], approximate: bool) -> None:
    (swatch,) = readers.read(book(values), "x.sbz").swatches
    assert delta_e(swatch.lab, lab) < 0.001
    assert (swatch.name, swatch.approximate) == ("Wrzos", approximate)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (book('<values model="Lab">1 2</values>'), "not_a_number"),
        (book('<values model="YIQ">1 2 3</values>'), "unknown_colour_model"),
        (book()[:60], "cut_short"),
        (book("x" * sbz.MOST_UNPACKED), "too_big"),
    ],
    ids=["two numbers", "another model", "cut", "a bomb"],
)
def test_a_book_that_cannot_be_read_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        readers.read(data, "x.sbz")
    assert refused.value.reason == reason
