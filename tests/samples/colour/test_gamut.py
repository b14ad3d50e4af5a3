"""What a screen can show."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samples.colour.cie import hex_to_lab
from samples.colour.difference import delta_e
from samples.colour.gamut import in_srgb, into_srgb, lab_to_hex
from samples.colour.oklab import lab_to_oklch, oklch_to_lab

CASES = Path(__file__).parents[2] / "cases/colour"


@pytest.mark.parametrize("case", json.loads((CASES / "convert.json").read_text("utf-8"))["cases"])
def test_the_screens_colour_is_as_in_the_browser(case: dict[str, Any]) -> None:
    assert (lab_to_hex(case["lab"]), bool(in_srgb(case["lab"]))) == (case["hex"], case["in_srgb"])


@pytest.mark.parametrize("hex_", ["#000000", "#ffffff", "#ff0000", "#00ffff", "#123456", "#fefefe"])
def test_a_screens_colour_kept_to_hundredths_is_still_its_own(hex_: str) -> None:
    lab = np.round(hex_to_lab(hex_), 2)
    assert bool(in_srgb(lab))
    assert lab_to_hex(lab) == hex_


def test_a_colour_outside_keeps_its_hue_and_lightness() -> None:
    wanted = lab_to_oklch([60, 120, 20])
    given = into_srgb(wanted)
    assert given[[0, 2]] == pytest.approx(wanted[[0, 2]])
    assert given[1] < wanted[1]
    assert bool(in_srgb(oklch_to_lab(given)))


@pytest.mark.parametrize(("lightness", "hex_"), [(-0.1, "#000000"), (1.2, "#ffffff")])
def test_beyond_black_and_white_there_is_black_and_white(lightness: float, hex_: str) -> None:
    assert lab_to_hex(oklch_to_lab(into_srgb([lightness, 0.2, 40]))) == hex_


def test_eight_bits_cost_less_than_the_eye_sees() -> None:
    labs = np.random.default_rng(3).uniform([5, -60, -60], [98, 60, 60], (1500, 3))
    shown = labs[in_srgb(labs)]
    cost = delta_e(shown, [hex_to_lab(lab_to_hex(lab)) for lab in shown])
    assert cost.mean() <= 0.3
    assert cost.max() <= 0.9
