"""GIMP palettes."""

from samples import readers

PALETTE = b"GIMP Palette\nName: Nasz\nColumns: 4\n# uwaga\n\n255 128   0\tPomara\xc5\x84cza\n  0   0   0\n"


def test_colours_and_names_are_read_and_remarks_are_not() -> None:
    swatches = readers.read(PALETTE, "x.gpl").swatches
    assert [(swatch.place, swatch.name) for swatch in swatches] == [("line 6", "Pomarańcza"), ("line 7", "line 7")]


def test_a_line_that_is_no_colour_is_told_by_its_number() -> None:
    reading = readers.read(PALETTE + b"300 0 0 za jasny\nzielony\n", "x.gpl")
    assert len(reading.swatches) == 2
    assert [fault.path for fault in reading.faults] == ["line 8", "line 9"]
