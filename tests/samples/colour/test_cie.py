"""XYZ, Lab, LCh and light reflectance."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samples.colour.cie import hex_to_lab, lab_to_lch, lab_to_xyz, lch_to_lab, lrv, xyz_to_lab

CASES = Path(__file__).parents[2] / "cases/colour"


@pytest.mark.parametrize(("hex_", "lab"), json.loads((CASES / "screen.json").read_text("utf-8"))["cases"])
def test_a_hex_colour_is_the_lab_of_an_independent_calculator(hex_: str, lab: list[float]) -> None:
    assert np.abs(hex_to_lab(hex_) - lab).max() < 0.02


@pytest.mark.parametrize("case", json.loads((CASES / "convert.json").read_text("utf-8"))["cases"])
def test_lch_and_light_reflectance_are_as_in_the_browser(case: dict[str, Any]) -> None:
    assert case["lch"] is None or np.abs(lab_to_lch(case["lab"]) - case["lch"]).max() < 2e-6
    assert lrv(case["lab"]) == pytest.approx(case["lrv"], abs=2e-6)


def test_white_reflects_all_and_black_nothing() -> None:
    assert lrv([[100, 0, 0], [0, 0, 0]]) == pytest.approx([100, 0])


def test_lab_comes_back_from_xyz_and_from_lch_in_any_shape() -> None:
    labs = np.random.default_rng(1).uniform([0, -120, -120], [100, 120, 120], (4, 5, 3))
    assert np.allclose(xyz_to_lab(lab_to_xyz(labs)), labs)
    assert np.allclose(lch_to_lab(lab_to_lch(labs)), labs)
