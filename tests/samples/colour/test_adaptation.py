"""Colours under another white."""

import numpy as np
import pytest

from samples.colour.adaptation import D50, D65, A, adapt, lab_from_d50, lab_to_d50


@pytest.mark.parametrize("white", [D50, A], ids=["D50", "A"])
def test_white_becomes_white(white: np.ndarray) -> None:
    assert adapt(D65, D65, white) == pytest.approx(white)


def test_red_is_where_print_programs_put_it() -> None:
    assert adapt([0.4124564, 0.2126729, 0.0193339], D65, D50) == pytest.approx([0.4360, 0.2225, 0.0139], abs=2e-4)


def test_lab_comes_back_from_d50() -> None:
    labs = np.random.default_rng(5).uniform([0, -80, -80], [100, 80, 80], (30, 3))
    assert np.allclose(lab_from_d50(lab_to_d50(labs)), labs)
