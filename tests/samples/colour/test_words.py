"""Colours and differences in words."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samples.colour.cie import hex_to_lab
from samples.colour.words import FAMILIES, WORDS, describe, family, say_difference, traits, undertone

CASES = Path(__file__).parents[2] / "cases/colour"


@pytest.mark.parametrize(
    "case", json.loads((CASES / "words.json").read_text("utf-8"))["cases"], ids=lambda case: case["hex"]
)
def test_a_colour_is_called_as_in_the_browser(case: dict[str, Any]) -> None:
    seen = traits(hex_to_lab(case["hex"]))
    assert [seen.family, seen.lightness, seen.chroma, seen.temperature, seen.undertone] == case["traits"]
    assert describe(hex_to_lab(case["hex"])) == {"pl": case["pl"], "en": case["en"]}


@pytest.mark.parametrize(
    ("delta_e", "words"),
    [
        (0, "różnica niewidoczna"),
        (0.2, "różnica bardzo mała"),
        (2, "różnica mała"),
        (3, "różnica średnia"),
        (6, "różnica duża"),
        (12, "to już inny kolor"),
        (180, "to już inny kolor"),
    ],
)
def test_a_difference_is_told_by_its_size(delta_e: float, words: str) -> None:
    assert say_difference(delta_e)["pl"] == words


def test_every_colour_has_a_family_and_words() -> None:
    labs = np.random.default_rng(6).uniform([0, -150, -150], [100, 150, 150], (1500, 3))
    for lab in labs:
        assert family(lab) in FAMILIES
        assert undertone(lab) in {*WORDS["hints"], "none"}
        assert all(describe(lab).values())
