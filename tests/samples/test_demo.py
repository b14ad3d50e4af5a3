"""The demonstration deck."""

import json
from pathlib import Path

import numpy as np

from samples.colour.difference import delta_e
from samples.colour.words import FAMILIES
from samples.demo import demo_deck

CASES = Path(__file__).parents[1] / "cases/colour"
DECK = demo_deck()


def test_the_deck_never_changes_codes_colours_or_names() -> None:
    assert DECK.as_data() == json.loads((CASES / "deck.json").read_text("utf-8"))


def test_it_is_marked_as_a_demonstration() -> None:
    assert DECK.demonstration


def test_it_has_about_1700_colours_in_every_family() -> None:
    assert 1650 <= len(DECK) <= 1750
    assert set(DECK.families) == set(FAMILIES)


def test_families_are_those_of_the_browser() -> None:
    counts = json.loads((CASES / "families.json").read_text("utf-8"))["cases"]
    assert {family: len(paints) for family, paints in DECK.families.items()} == counts


def test_a_screen_shows_every_one() -> None:
    assert not any(paint.out_of_srgb for paint in DECK)


def test_no_name_stands_twice_in_either_language() -> None:
    assert len({paint.name_pl for paint in DECK}) == len({paint.name_en for paint in DECK}) == len(DECK)


def test_no_two_look_the_same_and_off_whites_lie_dense() -> None:
    nearest = np.array([np.partition(delta_e(lab, DECK.labs), 1)[1] for lab in DECK.labs])
    white = np.array([paint.family == "white" for paint in DECK])
    assert nearest.min() >= 1.0
    assert np.median(nearest[white]) < 2 < np.median(nearest[~white])
