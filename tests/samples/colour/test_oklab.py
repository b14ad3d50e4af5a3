"""OKLab and OKLCH."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samples.colour.cie import hex_to_lab
from samples.colour.oklab import lab_to_oklch, oklch_to_lab

CASES = Path(__file__).parents[2] / "cases/colour"


@pytest.mark.parametrize(
    ("hex_", "oklch"),
    [
        ("#ff0000", (0.62796, 0.25768, 29.234)),
        ("#00ff00", (0.86644, 0.29483, 142.495)),
        ("#0000ff", (0.45201, 0.31321, 264.052)),
    ],
    ids=["red", "green", "blue"],
)
def test_the_primaries_stand_where_css_color_4_puts_them(hex_: str, oklch: tuple[float, float, float]) -> None:
    assert lab_to_oklch(hex_to_lab(hex_)) == pytest.approx(oklch, rel=1e-4)


@pytest.mark.parametrize("case", json.loads((CASES / "convert.json").read_text("utf-8"))["cases"])
def test_oklch_is_as_in_the_browser(case: dict[str, Any]) -> None:
    assert case["oklch"] is None or np.abs(lab_to_oklch(case["lab"]) - case["oklch"]).max() < 2e-6


def test_lab_comes_back() -> None:
    labs = np.random.default_rng(2).uniform([5, -60, -60], [95, 60, 60], (50, 3))
    assert np.allclose(oklch_to_lab(lab_to_oklch(labs)), labs, atol=1e-6)
