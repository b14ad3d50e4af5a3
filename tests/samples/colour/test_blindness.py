"""Fewer colours told apart."""

import numpy as np
import pytest

from samples.colour.blindness import KINDS, as_seen
from samples.colour.cie import hex_to_lab
from samples.colour.difference import delta_e


@pytest.mark.parametrize("kind", KINDS)
def test_greys_look_the_same_to_everybody(kind: str) -> None:
    greys = np.array([[lightness, 0.0, 0.0] for lightness in (0, 20, 50, 80, 100)])
    assert delta_e(greys, as_seen(greys, kind)).max() < 0.05


@pytest.mark.parametrize(("kind", "known"), [("protan", "#6d5c00"), ("deutan", "#a39200"), ("tritan", "#ff0f0e")])
def test_red_looks_as_published(kind: str, known: str) -> None:
    """Linear red through each matrix, by hand."""
    assert delta_e(as_seen(hex_to_lab("#ff0000"), kind), hex_to_lab(known)) < 4
