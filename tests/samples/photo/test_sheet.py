"""A sample's colour by the white sheet beside it."""

from __future__ import annotations

import numpy as np
import pytest

from samples.colour.cie import hex_to_lab
from samples.colour.difference import delta_e
from samples.colour.srgb import from_linear, to_linear
from samples.fault import Fault
from samples.photo.repainting import WHITE_SHEET
from samples.photo.sheet import colour_by_sheet

LAMPS = {"daylight": (0.8, 0.8, 0.8), "a warm lamp": (0.9, 0.72, 0.5), "shade": (0.3, 0.33, 0.4)}


@pytest.mark.parametrize("lamp", LAMPS.values(), ids=LAMPS)
def test_the_light_of_the_photo_does_not_matter(lamp: tuple[float, float, float]) -> None:
    sample = to_linear(np.array([0xCA, 0xDD, 0xD9]) / 255)
    photo = np.zeros((300, 400, 3), dtype=np.uint8)
    photo[:, :200] = np.rint(from_linear(WHITE_SHEET * np.array(lamp)) * 255)
    photo[:, 200:] = np.rint(from_linear(sample * np.array(lamp)) * 255)
    assert float(delta_e(hex_to_lab("#caddd9"), colour_by_sheet(photo, (200, 500), (750, 500)))) < 1.5


def test_the_sheet_and_the_sample_are_not_one_place() -> None:
    with pytest.raises(Fault, match="too close"):
        colour_by_sheet(np.full((300, 400, 3), 200, dtype=np.uint8), (500, 500), (505, 500))
