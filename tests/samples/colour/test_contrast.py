"""Contrast on a screen and in a building."""

import pytest

from samples.colour.contrast import lrv_difference, stands_out, wcag_ratio


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#5c5c5c", "#5c5c5c", 1)]
)
def test_the_ratio_of_two_screen_colours_is_that_of_wcag_in_either_order(one: str, other: str, ratio: float) -> None:
    assert wcag_ratio(one, other) == pytest.approx(ratio, abs=0.005)
    assert wcag_ratio(other, one) == wcag_ratio(one, other)


def test_black_and_white_lie_a_hundred_points_apart() -> None:
    assert lrv_difference([100, 0, 0], [0, 0, 0]) == pytest.approx(100)


@pytest.mark.parametrize(("lightness", "small", "large"), [(80, True, True), (90, False, True), (95, False, False)])
def test_a_door_needs_thirty_points_and_a_large_area_twenty(lightness: float, small: bool, large: bool) -> None:
    white = [100, 0, 0]
    grey = [lightness, 0, 0]
    assert (stands_out(white, grey), stands_out(white, grey, large=True)) == (small, large)
