"""CIEDE2000."""

import json
from pathlib import Path

import numpy as np
import pytest

from samples.colour.difference import delta_e

PAIRS = json.loads((Path(__file__).parents[2] / "cases/colour/difference.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize(("lab1", "lab2", "wanted"), PAIRS)
def test_a_published_pair_differs_as_published_both_ways(lab1: list[float], lab2: list[float], wanted: float) -> None:
    assert delta_e(lab1, lab2) == pytest.approx(wanted, abs=1e-4)
    assert delta_e(lab2, lab1) == pytest.approx(wanted, abs=1e-4)


def test_all_published_pairs_are_there() -> None:
    assert len(PAIRS) == 34


def test_one_colour_is_compared_with_many() -> None:
    many = np.random.default_rng(4).uniform([0, -90, -90], [100, 90, 90], (7, 3))
    assert delta_e([50, 10, 10], many) == pytest.approx([float(delta_e([50, 10, 10], one)) for one in many])


def test_a_colour_does_not_differ_from_itself() -> None:
    greys_and_colours = [[0, 0, 0], [50, 0, 0], [40, 60, -60], [100, 0, 0]]
    assert delta_e(greys_and_colours, greys_and_colours).tolist() == [0, 0, 0, 0]
