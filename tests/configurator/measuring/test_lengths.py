"""A typed length is read as a person means it, or refused in words."""

import pytest

from configurator.errors import Refused
from configurator.measuring.lengths import DISTANCE, SIDE, millimetres


@pytest.mark.parametrize(
    ("typed", "mm"),
    [("2,4", 2400), ("2.4 m", 2400), ("240 cm", 2400), ("2400 mm", 2400), ("240", 2400), ("2400", 2400), ("3", 3000)],
)
def test_a_side_is_read_in_every_usual_way(typed: str, mm: int) -> None:
    assert millimetres(typed, SIDE) == mm


@pytest.mark.parametrize(
    ("typed", "mm"), [("0", 0), ("5", 50), ("8,5", 85), ("0,85", 850), ("85", 850), ("1200", 1200)]
)
def test_a_detail_is_read_in_centimetres_unless_it_looks_like_metres(typed: str, mm: int) -> None:
    assert millimetres(typed, DISTANCE) == mm


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("0", "length_out_of_range"),
        ("10000 m", "length_out_of_range"),
        ("-2,4", "not_a_length"),
        ("NaN", "not_a_length"),
        ("dwa", "not_a_length"),
        ("2,4,5", "not_a_length"),
        ("²", "not_a_length"),
        ("9" * 10_000, "not_a_length"),
    ],
)
def test_what_is_no_length_of_a_room_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        millimetres(typed, SIDE)
    assert refused.value.reason == reason


def test_nothing_typed_is_no_length_and_no_fault() -> None:
    assert millimetres("  ", SIDE) is None
