"""Refusals that name their place."""

from samples.fault import Fault


def test_a_fault_says_its_place_its_reason_and_its_limits() -> None:
    assert str(Fault("row 7", "too_long", most=120)) == "row 7: too long (most 120)"
    assert str(Fault("", "empty")) == "the input: empty"
