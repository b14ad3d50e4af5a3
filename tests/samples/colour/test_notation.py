"""Colours as people type them."""

import numpy as np
import pytest

from samples.colour.cie import hex_to_lab, lch_to_lab
from samples.colour.notation import parse_colour


@pytest.mark.parametrize("text", ["#a7b59e", "a7b59e", " #A7B59E "])
def test_hex_is_understood(text: str) -> None:
    assert parse_colour(text) == pytest.approx(hex_to_lab("#a7b59e"))


@pytest.mark.parametrize("text", ["lab 62 -8,5 12", "Lab(62; -8.5; 12)", "LAB 62, −8.5, 12"])
def test_lab_is_understood_with_a_point_or_a_comma(text: str) -> None:
    assert parse_colour(text) == (62, -8.5, 12)


def test_lch_is_understood() -> None:
    assert parse_colour("lch 62 14 120") == pytest.approx(lch_to_lab([62, 14, 120]))


@pytest.mark.parametrize(
    "text", ["", "#12", "12345g", "lab 200 0 0", "lab 50 200 0", "lab 50 10", "zielony", "lab " * 99]
)
def test_anything_else_is_no_colour(text: str) -> None:
    assert parse_colour(text) is None


def test_three_digits_need_their_mark() -> None:
    assert parse_colour("423") is None
    assert np.isfinite(parse_colour("#423") or np.nan).all()
