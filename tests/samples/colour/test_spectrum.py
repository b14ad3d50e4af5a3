"""Spectra of paints and lights, against the colours that they must have."""

from __future__ import annotations

import numpy as np
import pytest

from samples.colour import spectrum
from samples.colour.cie import hex_to_lab

HEXES = [
    f"#{red:02x}{green:02x}{blue:02x}" for red in (30, 128, 250) for green in (30, 128, 250) for blue in (30, 128, 250)
]


def test_a_paints_spectrum_has_its_lab_by_daylight() -> None:
    labs = np.array([hex_to_lab(colour) for colour in HEXES])
    spectra = spectrum.reflectance(labs)
    assert (spectra.shape, spectra.min() > 0, spectra.max() < 1) == ((27, 31), True, True)
    assert spectrum.lab_of(spectra * spectrum.D65, spectrum.D65) == pytest.approx(labs, abs=1e-4)


def test_a_grey_is_level() -> None:
    assert np.ptp(spectrum.reflectance([60, 0, 0])) < 1e-3


def test_a_colour_that_no_surface_has_gets_the_nearest_found() -> None:
    spectra = spectrum.reflectance([50, 200, -200])
    assert (spectra.min() >= 0, spectra.max() <= 1, np.isfinite(spectra).all()) == (True, True, True)


@pytest.mark.parametrize(("kelvin", "xy"), [(6504, (0.3127, 0.3290)), (5003, (0.3457, 0.3585))])
def test_daylight_has_the_place_that_the_cie_gives_it(kelvin: float, xy: tuple[float, float]) -> None:
    assert _xy(spectrum.daylight(kelvin)) == pytest.approx(xy, abs=5e-4)


def test_a_lamp_glows_as_the_standard_one() -> None:
    assert _xy(spectrum.lamp(2856)) == pytest.approx((0.4476, 0.4075), abs=1e-3)


def test_white_stays_white_under_any_light() -> None:
    light = spectrum.lamp(2700)
    assert spectrum.lab_of(light, light) == pytest.approx([100, 0, 0], abs=1e-6)


def test_a_blue_paint_is_darker_by_a_warm_lamp() -> None:
    blue = spectrum.reflectance([45, 0, -40])
    warm = spectrum.lamp(2700)
    assert spectrum.lab_of(blue * warm, warm)[0] < 45


@pytest.mark.parametrize("kelvin", [3999, 25_001])
def test_daylight_beyond_the_chart_is_refused(kelvin: float) -> None:
    with pytest.raises(ValueError, match="daylight is of"):
        spectrum.daylight(kelvin)


def _xy(light: np.ndarray) -> list[float]:
    xyz = light @ spectrum.OBSERVER
    return (xyz[:2] / xyz.sum()).tolist()
