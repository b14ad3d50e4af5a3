"""Adobe Swatch Exchange."""

import struct

import pytest

from samples import readers
from samples.colour.adaptation import lab_from_d50
from samples.colour.cie import hex_to_lab


def _text(name: str) -> bytes:
    return struct.pack(">H", len(name) + 1) + f"{name}\0".encode("utf-16-be")


def _block(kind: int, body: bytes) -> bytes:
    return struct.pack(">HI", kind, len(body)) + body


def _colour(model: bytes, values: list[float], name: str = "Kolor") -> bytes:
    return _block(1, _text(name) + model + struct.pack(f">{len(values)}fH", *values, 0))


def _file(*blocks: bytes, count: int | None = None) -> bytes:
    return b"ASEF" + struct.pack(">HHI", 1, 0, len(blocks) if count is None else count) + b"".join(blocks)


@pytest.mark.parametrize(
    ("model", "values", "hex_"),
    [(b"RGB ", [1, 0.5, 0], "#ff8000"), (b"Gray", [0.5], "#808080"), (b"CMYK", [0, 1, 1, 0], "#ff0000")],
)
def test_each_colour_model_is_read(model: bytes, values: list[float], hex_: str) -> None:
    swatch = readers.read(_file(_colour(model, values)), "x.ase").swatches[0]
    assert swatch.lab == pytest.approx(hex_to_lab(hex_), abs=0.5)
    assert swatch.approximate == (model == b"CMYK")


def test_lab_is_for_the_printers_white() -> None:
    swatch = readers.read(_file(_colour(b"LAB ", [0.5, 30, -20])), "x.ase").swatches[0]
    assert swatch.lab == pytest.approx(lab_from_d50([50, 30, -20]), abs=1e-4)


def test_groups_name_what_stands_in_them() -> None:
    blocks = [
        _block(0xC001, _text("Biele")),
        _colour(b"Gray", [1], "Śnieg"),
        _block(0xC002, b""),
        _colour(b"Gray", [0]),
    ]
    swatches = readers.read(_file(*blocks), "x.ase").swatches
    assert [(swatch.group, swatch.name) for swatch in swatches] == [("Biele", "Śnieg"), ("", "Kolor")]


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (_colour(b"XYZ ", [1, 1, 1]), "unknown_colour_model"),
        (_colour(b"RGB ", [1, float("nan"), 1]), "out_of_range"),
        (_colour(b"RGB ", [1, 9e30, 1]), "out_of_range"),
        (_colour(b"RGB ", [1]), "cut_short"),
        (_block(1, struct.pack(">H", 60_000) + b"xx"), "cut_short"),
    ],
)
def test_a_bad_colour_is_left_out_with_its_place(block: bytes, reason: str) -> None:
    reading = readers.read(_file(block, _colour(b"Gray", [1])), "x.ase")
    assert len(reading.swatches) == 1
    assert [(fault.path, fault.reason) for fault in reading.faults] == [("block 1", reason)]


@pytest.mark.parametrize(
    ("tail", "reason"), [(b"", "cut_short"), (struct.pack(">HI", 1, 2**32 - 1), "too_long")], ids=["short", "long"]
)
def test_a_count_or_a_length_that_lies_ends_the_reading(tail: bytes, reason: str) -> None:
    reading = readers.read(_file(_colour(b"Gray", [1]), tail, count=2**32 - 1), "x.ase")
    assert len(reading.swatches) == 1
    assert [(fault.path, fault.reason) for fault in reading.faults] == [("block 2", reason)]
