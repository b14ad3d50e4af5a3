"""Light beside dark, and colours that not everybody tells apart."""

from samples.schemes.checks import hard_to_tell, light_pairs
from samples.schemes.scheme import Fill

WHITE, BLACK, RED, GREEN = (Fill.of_hex(text) for text in ("#ffffff", "#222222", "#b5523c", "#7a7434"))


def test_white_doors_in_a_white_wall_do_not_stand_out() -> None:
    (pair,) = light_pairs({"wall": WHITE, "woodwork": WHITE})
    assert (pair.slots, pair.points, pair.stands_out) == (("wall", "woodwork"), 0, False)


def test_a_dark_floor_under_white_walls_stands_out() -> None:
    (pair,) = light_pairs({"wall": WHITE, "floor": BLACK})
    assert pair.stands_out
    assert pair.points > 90


def test_a_red_and_a_green_are_one_to_who_lacks_the_cones_for_middle_waves() -> None:
    pairs = {pair.kind: pair for pair in hard_to_tell({"wall": RED, "second": GREEN})}
    assert set(pairs) == {"deutan"}
    assert pairs["deutan"].before > 25 > 6 > pairs["deutan"].after


def test_white_and_black_are_two_to_everybody() -> None:
    assert hard_to_tell({"wall": WHITE, "second": BLACK}) == ()
