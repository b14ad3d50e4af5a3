"""One paper has one number, however it is typed; two papers keep two."""

import pytest

from configurator.purchases.receipt_number import may_be_same_till, normal


@pytest.mark.parametrize("typed", ["par-0012/2026", "PAR 12/2026", " PAR/12/2026 ", "ＰＡＲ12/2026", "Par–12.2026"])
def test_the_same_number_is_known_however_it_is_typed(typed: str) -> None:
    assert normal(typed) == "PAR12/2026"


@pytest.mark.parametrize(("one", "other"), [("1/12", "11/2"), ("W12", "W21"), ("A/1", "B/1"), ("10", "1")])
def test_two_numbers_stay_two(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_a_number_of_zeros_is_a_number() -> None:
    assert normal("0000") == "0"


@pytest.mark.parametrize("typed", ["", "  ", "///", "-"])
def test_dashes_alone_are_no_number(typed: str) -> None:
    assert normal(typed) == ""


@pytest.mark.parametrize(("one", "other", "same"), [("", "K1", True), ("K1", "K1", True), ("K1", "K2", False)])
def test_an_unnamed_till_may_be_any(one: str, other: str, same: bool) -> None:
    assert may_be_same_till(one, other) is same
