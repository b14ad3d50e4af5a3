"""Photoshop swatches."""

import struct

import pytest

from samples import readers
from samples.colour.adaptation import lab_from_d50
from samples.colour.cie import hex_to_lab


def _file(*colours: tuple[int, ...]) -> bytes:
    return struct.pack(">HH", 1, len(colours)) + b"".join(struct.pack(">5H", *colour) for colour in colours)


@pytest.mark.parametrize(
    ("colour", "hex_"),
    [
        ((0, 65535, 32768, 0, 0), "#ff8000"),
        ((1, 21845, 65535, 65535, 0), "#00ff00"),
        ((2, 65535, 0, 0, 65535), "#ff0000"),
        ((8, 10000, 0, 0, 0), "#000000"),
        ((8, 0, 0, 0, 0), "#ffffff"),
    ],
    ids=["rgb", "hsb", "cmyk", "black", "white"],
)
def test_each_colour_space_is_read_from_a_list_without_names(colour: tuple[int, ...], hex_: str) -> None:
    assert readers.read(_file(colour), "x.aco").swatches[0].lab == pytest.approx(hex_to_lab(hex_), abs=0.5)


def test_lab_is_signed_and_for_the_printers_white() -> None:
    swatch = readers.read(_file((7, 5000, 3000, 65536 - 2000, 0)), "x.aco").swatches[0]
    assert swatch.lab == pytest.approx(lab_from_d50([50, 30, -20]))


def test_the_list_with_names_is_read_where_there_is_one() -> None:
    name = "Szałwia\0".encode("utf-16-be")
    named = struct.pack(">HH5HI", 2, 1, 0, 65535, 65535, 65535, 0, len(name) // 2) + name
    swatches = readers.read(_file((0, 0, 0, 0, 0)) + named, "x.aco").swatches
    assert [swatch.name for swatch in swatches] == ["Szałwia"]
    assert swatches[0].lab == pytest.approx((100, 0, 0), abs=1e-6)


@pytest.mark.parametrize("colour", [(3, 0, 0, 0, 0), (7, 20_000, 0, 0, 0), (8, 20_000, 0, 0, 0)])
def test_a_bad_colour_is_left_out_with_its_place(colour: tuple[int, ...]) -> None:
    reading = readers.read(_file(colour, (0, 0, 0, 0, 0)), "x.aco")
    assert len(reading.swatches) == 1
    assert [fault.path for fault in reading.faults] == ["colour 1"]
